// What is decided about an organisation: its levers, and the interventions that change them over time.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/behaviours/behaviour.hpp"
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
  float strength = 1;       // 0 .. 1, scales every change and the cost
  float hours_per_day = 0;  // cost at strength 1: hours a working day for each person that it touches
  float money_per_day = 0;  // cost at strength 1: money a working day while it lasts, for the organisation
};

/// Something that happens once, to relations or to seats, at the start of a day.
struct Event {
  enum class Kind : std::uint8_t {
    violation,   // those it is about let down everybody who trusts them
    response,    // those it is about answer for the harm they did
    contract,    // those it is about agree, each with each, to give feedback
    leave,       // those it is about leave
    replace,     // they leave and successors sit down the same day
    hire,        // empty seats among them are filled
    reorganise,  // they change teams
  };
  enum class Response : std::uint8_t { apology, denial, promise, penance };

  Kind kind = Kind::violation;
  std::string name;  // of the intervention
  int day = 1;
  std::vector<Target> who;  // the union of these
  float share = 1;          // of those people (of the ties towards them, for a violation): by luck, each on their own
  float severity = 0;       // violation: share of the trust that is lost at once
  Dimension dimension = Dimension::ability;  // violation: what was failed in
  bool deception = false;                    // violation: leaves a ceiling
  Response response = Response::apology;
  bool guilt_proven = false;  // response: the facts came out
  float richness = 1;         // response: 1 face to face, less by call, chat and e-mail
};

struct Plan {
  // Applied in the order everyone, role, function, team, person; within one of these in the order given.
  std::vector<LeverSetting> settings;
  std::vector<Intervention> interventions;  // applied in order, after the settings
  std::vector<Event> events;                // a day's events happen in this order
};

/// The share of its effect that an intervention has on `day`: 0 outside its days, rising over the ramp, at most 1.
float ramp_on(const Intervention& intervention, int day);

}  // namespace trust
