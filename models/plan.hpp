// What is decided about an organisation: its levers, and the interventions that change them over time.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/organisation.hpp"
#include "models/parameters.hpp"

namespace trust {

/// A set of people, named as a manager would name it.
struct Target {
  enum class Kind : std::uint8_t { everyone, role, function, team, person };
  Kind kind = Kind::everyone;
  std::string name;  // of the role, function, team or person (its id); empty for everyone
  friend auto operator<=>(const Target&, const Target&) = default;
};

bool matches(const Target& target, const Organisation& organisation, Seat seat);

/// A lever set for the whole horizon. Organisation-wide levers take Target::everyone only.
struct LeverSetting {
  Target who;
  Lever lever;
  float value;
};

struct LeverChange {
  enum class How : std::uint8_t { set, add };
  How how;
  Lever lever;
  float value;  // target value for `set`, amount for `add`; the result is kept within the lever's range
};

/// A change for a time. Its effect grows linearly over `ramp_days`, is held to the end of day `last_day`, then ends.
struct Intervention {
  std::string name;
  int first_day = 1;
  int last_day = 0;         // included
  std::vector<Target> who;  // the union of these
  std::vector<LeverChange> changes;
  int ramp_days = 0;        // 0: full effect from the first day
  float strength = 1;       // 0 .. 1, scales every change
  float hours_per_day = 0;  // cost: hours a working day for each person that it touches
  float money_per_day = 0;  // cost: money a working day while it lasts, for the organisation
};

struct Plan {
  // Applied in the order everyone, role, function, team, person; within one of these in the order given.
  std::vector<LeverSetting> settings;
  std::vector<Intervention> interventions;  // applied in order, after the settings
};

/// The share of its effect that an intervention has on `day`: 0 outside its days, rising over the ramp, at most 1.
float ramp_on(const Intervention& intervention, int day);

}  // namespace trust
