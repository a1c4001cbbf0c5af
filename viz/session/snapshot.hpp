// What the engine hands to whoever looks: a copy of one replicate on one day, and the days so far of all replicates.
// Nothing in it changes while it is looked at.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "models/measures.hpp"
#include "models/organisation.hpp"
#include "models/parameters.hpp"
#include "sim/tie_graph.hpp"

namespace trust::viz {

/// What is known of each person, each 0 .. 1.
enum class PersonValue : std::uint8_t { trusted, felt_trust, stress, engagement, count };
inline constexpr std::size_t person_value_count = static_cast<std::size_t>(PersonValue::count);

/// Trust in a tie in 255 steps: 0 .. 254 stand for 0 .. 1.
using TrustByte = std::uint8_t;
inline constexpr TrustByte no_tie = 255;

inline float trust_of(TrustByte byte) { return static_cast<float>(byte) / 254.0F; }

inline TrustByte to_byte(float trust) {
  if (!(trust >= 0)) return no_tie;  // an ended tie is -1
  return static_cast<TrustByte>((trust < 1 ? trust : 1.0F) * 254.0F + 0.5F);
}

/// One measure from day 0 on: the replicate looked at, and the lowest and highest of all replicates of the run.
struct Series {
  std::vector<float> value;
  std::vector<float> low;
  std::vector<float> high;
};

/// How one lever stands today among the people of the replicate looked at.
struct LeverState {
  float value = 0;  // mean over people
  float low = 0;    // lowest and highest over people: equal unless it differs between them
  float high = 0;
  float baseline = 0;    // mean that the scenario gave it on day 0
  bool changed = false;  // by hand, since the run began
};

struct Snapshot {
  enum class Phase : std::uint8_t { loading, ready, failed };

  Phase phase = Phase::loading;
  std::string message;              // what went wrong, or what was assumed; may be empty
  std::uint64_t run = 0;            // rises whenever a scenario is loaded: what was derived from an older one is void
  std::uint64_t start = 0;          // rises whenever day 0 begins anew
  std::uint64_t commands_done = 0;  // the number of the last command that is seen in this snapshot

  std::string scenario;  // its name
  std::string story;
  std::uint64_t seed = 0;
  int days = 0;        // where the run ends
  int replicates = 0;  // that run side by side
  int day = 0;
  bool running = false;
  int speed = 0;  // index into speeds()

  std::shared_ptr<const Organisation> organisation;
  std::shared_ptr<const TieGraph> ties;

  std::array<std::vector<float>, person_value_count> people;  // [value][seat]
  std::vector<TrustByte> tie_trust;                           // [slot], no_tie for padding and ended ties
  std::array<Series, measure_count> series;                   // [measure]
  std::array<LeverState, lever_count> levers{};

  bool ready() const { return phase == Phase::ready && organisation && ties; }
  bool finished() const { return day >= days; }
  const std::vector<float>& of(PersonValue value) const { return people[static_cast<std::size_t>(value)]; }
  const Series& of(Measure measure) const { return series[static_cast<std::size_t>(measure)]; }
  const LeverState& of(Lever lever) const { return levers[static_cast<std::size_t>(lever)]; }
};

}  // namespace trust::viz
