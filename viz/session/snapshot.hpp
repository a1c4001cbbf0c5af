// What the engine hands to whoever looks: both arms on one day, their days so far, and what the background found out.
// Nothing in it changes while it is looked at.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "models/parameters.hpp"
#include "viz/session/arm.hpp"
#include "viz/session/curves.hpp"
#include "viz/session/lane.hpp"
#include "viz/session/look.hpp"
#include "viz/session/refinement.hpp"
#include "viz/session/story.hpp"

namespace trust::viz {

/// How one lever stands today among the people of the what-if's replicate looked at.
struct LeverState {
  float value = 0;  // mean over people
  float low = 0;    // lowest and highest over people: equal unless it differs between them
  float high = 0;
  float baseline = 0;    // mean that the baseline has on day 0
  bool changed = false;  // by hand: a lane of the sitting holds it tomorrow, which is then what is shown
  bool idle = false;     // no rule of the scenario reads it: moving it changes nothing
};

/// What is being done about the organisation, beside looking.
struct SittingState {
  std::string file;           // that it was opened from or saved to; may be empty
  std::string baseline_file;  // of the scenario
  bool edited = false;        // the what-if differs from the baseline
  bool unsaved = false;       // edited since it was opened or saved
  std::string undo;           // what undo would take back, "Move Weekly 1:1s to day 38"; empty where there is nothing
  std::string redo;
  std::vector<std::string> log;      // what was done, in order, in plain words
  std::string command;               // that runs the same comparison without the window; of the saved file
  std::vector<Lane> lanes;           // of the what-if
  std::vector<Lane> baseline_lanes;  // as the scenario has them
};

template <typename Part>
std::array<std::shared_ptr<const Part>, arm_count> both(std::shared_ptr<const Part> part) {
  return {part, part};
}

struct Snapshot {
  enum class Phase : std::uint8_t { loading, ready, failed };

  Phase phase = Phase::loading;
  std::string message;              // what went wrong, or what was assumed; may be empty
  std::string news;                 // what went well and is worth a line: "Saved as ..."; may be empty
  std::string busy;                 // what the engine is at, where it takes its time: "Running to day 200"; else empty
  float progress = 0;               // ... and how far it is, 0 .. 1; below 0 where nobody can tell
  std::uint64_t run = 0;            // rises whenever a scenario is loaded: what was derived from an older one is void
  std::uint64_t edition = 0;        // rises whenever the baseline or the what-if becomes another one
  std::uint64_t commands_done = 0;  // the number of the last command that is seen in this snapshot

  std::string scenario;  // its name
  std::string story;
  std::uint64_t seed = 0;
  int days = 0;        // where the run ends
  int replicates = 0;  // that run side by side
  int day = 0;         // that is looked at
  int computed = 0;    // the last day that both arms were run to: up to it the day can be chosen at once
  bool running = false;
  int speed = 0;  // index into speeds()

  // Never null. The same ones for both arms where the what-if has no edits.
  std::array<std::shared_ptr<const Look>, arm_count> looks = both(std::make_shared<const Look>());
  std::array<std::shared_ptr<const Curves>, arm_count> curves =
      both(std::make_shared<const Curves>());  // to `computed` at least; an arm may be further
  std::array<LeverState, lever_count> levers{};
  SittingState sitting;

  bool refining = false;                              // replicates are wanted in the background (Refine)
  bool refining_uncertain = false;                    // ... with drawn parameters too
  std::shared_ptr<const Refinement> refinement;       // null before there is any
  std::shared_ptr<const PersonHistory> history;       // of the person who is followed; null for nobody
  std::shared_ptr<const TieExplanation> explanation;  // the last that was asked for

  bool ready() const { return phase == Phase::ready && look().organisation && look().ties; }
  bool finished() const { return day >= days; }
  const Look& look(Arm arm = Arm::what_if) const { return *looks[static_cast<std::size_t>(arm)]; }
  const Series& of(Measure measure, Arm arm = Arm::what_if) const {
    return curves[static_cast<std::size_t>(arm)]->of(measure);
  }
  const LeverState& of(Lever lever) const { return levers[static_cast<std::size_t>(lever)]; }
};

}  // namespace trust::viz
