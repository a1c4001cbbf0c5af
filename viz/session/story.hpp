// What happened to a person, and why a tie moved: found out by running again, never by writing down.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "sim/tie_graph.hpp"
#include "viz/session/arm.hpp"
#include "viz/session/look.hpp"

namespace trust::viz {

/// A day on which something happened to somebody, or to one of their ties.
struct Moment {
  int day = 0;
  std::string text;      // "trust in sales-1-4 fell from 0.61 to 0.38", "left; the seat was empty for 12 days"
  Seat other = no_seat;  // at the tie's other end
  bool outgoing = true;  // whether it is the person's own trust
  float change = 0;      // of trust; 0 where it is no tie's
};

/// One person's days in one arm.
struct PersonHistory {
  std::string id;
  Seat seat = no_seat;
  Arm arm = Arm::what_if;
  std::array<std::vector<float>, person_value_count> values;  // [value][day], not a number where it is not known
  std::array<std::vector<float>, person_value_count>
      baseline;                 // the same in the baseline; empty where that is no other
  std::vector<Moment> moments;  // by day; at most some dozens, the largest
};

/// One step of a day that moved a tie.
struct TieStep {
  std::string phase;  // "gossip", "meet", "repair", "time"
  std::string text;   // what happened, in plain words: "sales-1-4 recognised others' work; seen by chance 0.31"
  float before = 0;   // -1 where there is no tie; so below
  float after = 0;
};

/// Why source's trust in target moved on a day.
struct TieExplanation {
  std::string source, target;  // ids
  Arm arm = Arm::what_if;
  int day = 0;
  float before = 0;  // at the end of the day before
  float after = 0;
  std::vector<TieStep> steps;  // those that moved it, in the order of the day; their changes add up to all of it
  std::vector<std::string> reckoning;  // the rule with its numbers, for a calculator; empty where it cannot be told
  std::vector<std::string> beside;  // what else is worth knowing: interventions in force, that they did not meet, ...
  std::string problem;              // why it cannot be told. Empty otherwise.
};

}  // namespace trust::viz
