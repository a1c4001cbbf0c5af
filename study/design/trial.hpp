// Tries values of axes on the scenario while a study file is read, so that a mistake is said before anything runs.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "scenarios/overrides.hpp"

namespace trust {

class Trial {
 public:
  /// `for_every_point` is changed in every point.
  Trial(ScenarioSource source, std::vector<Override> for_every_point)
      : source_(std::move(source)), for_every_point_(std::move(for_every_point)) {}

  const ScenarioSource& source() const { return source_; }
  const std::vector<Override>& for_every_point() const { return for_every_point_; }

  /// What is wrong with the scenario if it has these values; nothing if it can be run.
  std::vector<Problem> problems_with(std::vector<Override> point) const;

 private:
  ScenarioSource source_;
  std::vector<Override> for_every_point_;
};

}  // namespace trust
