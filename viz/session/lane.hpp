// The what-if's interventions as the window shows and edits them: a lane each.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace trust::viz {

struct LaneOption {
  std::string key;   // as the file writes it: "share", "set.trust.gain", "from"
  std::string text;  // its value as the file writes it
};

struct Lane {
  std::size_t index = 0;  // what commands name it by: its place among the file's [[intervention]]
  std::string name;
  std::string kind;      // of scenarios/intervention_kind.hpp; empty where levers were set by hand in the file
  std::string sentence;  // what it does, in plain words
  std::string who;       // in plain words
  int first_day = 1;
  int last_day = 1;       // included; the scenario's last day where the file has no end
  bool once = false;      // over in a day: cannot be stretched
  bool open_end = false;  // the file has no end
  bool on = true;
  float strength = 1;               // 0 .. 1
  bool has_strength = true;         // whether its kind takes one
  bool of_baseline = false;         // the baseline has it too (perhaps otherwise)
  bool changed = false;             // ... and it differs from the baseline's, or the baseline has none
  bool by_hand = false;             // a lever that was moved while it ran
  std::vector<LaneOption> options;  // everything that the file says of it
};

}  // namespace trust::viz
