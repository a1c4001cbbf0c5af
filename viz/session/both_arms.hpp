// The baseline's run and the what-if's, day by day side by side. While nothing is edited there is one run of both.
#pragma once

#include <cstddef>
#include <memory>

#include "viz/session/arm.hpp"
#include "viz/session/timeline.hpp"

namespace trust::viz {

class BothArms {
 public:
  /// Runs day 0. The baseline's organisation is the world's. Each arm may keep half of the budget.
  BothArms(const std::shared_ptr<const Scenario>& baseline, const std::shared_ptr<const Scenario>& what_if,
           const std::shared_ptr<const World>& world, std::size_t budget_bytes);

  Timeline& of(Arm arm) { return arm == Arm::baseline ? *baseline_ : *what_if_; }
  const Timeline& of(Arm arm) const { return arm == Arm::baseline ? *baseline_ : *what_if_; }
  bool are_one() const { return baseline_ == what_if_; }

  /// The what-if goes on as another scenario of the same organisation. What it has in common with a run that is there
  /// is not run again.
  void set_what_if(const std::shared_ptr<const Scenario>& what_if);

  /// The last day that both arms have.
  int computed() const;
  /// The last day that one of them has.
  int farthest() const;

  // In slices of one simulated day of one arm at most: true once it is done. Day 0 .. days; a look is of a day that
  // both have.
  bool work_towards(int day);
  bool work_towards_looks(int day);

  /// Of what is kept.
  std::size_t bytes() const { return baseline_->bytes() + (are_one() ? 0 : what_if_->bytes()); }

 private:
  std::shared_ptr<Timeline> baseline_;
  std::shared_ptr<Timeline> what_if_;  // the baseline's while nothing is edited
};

}  // namespace trust::viz
