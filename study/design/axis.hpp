// One thing that a study varies, and the values that it takes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/overrides.hpp"
#include "study/design/prior.hpp"

namespace trust {

class Axis {
 public:
  std::string name;  // as results show it: "recognition.propensity", "Recognition programme.strength", "team_size"
  std::string key;   // of the override
  Problem place;     // of the [[axis]] in the study file

  // What it ranges over: listed values, or a range, or a belief.
  std::vector<OverrideValue> values;
  double from = 0;
  double to = 0;
  std::optional<Prior> prior;
  std::uint64_t steps = 0;  // of a range or a belief: so many values, evenly spaced; 0: any value between
  bool whole = false;       // of a range: whole numbers only

  /// How many values it has: listed ones or steps; 0 where it takes any between its ends.
  std::uint64_t levels() const { return values.empty() ? steps : values.size(); }

  /// Level i of levels(). Of a range, both ends are levels; of a belief, the middles of as many equal shares.
  OverrideValue level(std::uint64_t i) const;

  /// The value at that share (0 .. 1, 1 excluded) of the axis: each level, each whole number has its equal share.
  OverrideValue at(double share) const;
};

}  // namespace trust
