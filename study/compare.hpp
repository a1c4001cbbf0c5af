// What a plan changes: baseline and what-if with the same organisations, the same replicates and the same luck, so that
// what differs between them is the plan's doing.
#pragma once

#include <array>

#include "study/run.hpp"

namespace trust {

/// The effect on one measure at the last day, over pairs of replicates.
struct Effect {
  double baseline = 0;      // mean over replicates
  double what_if = 0;       // mean over replicates
  double difference = 0;    // mean of (what-if minus baseline)
  Range interval;           // its 95 % interval, by Student's t over replicates; not a number for one replicate
  double share_better = 0;  // of replicates in which the what-if is better, in the measure's own direction
};

struct CompareResult {
  RunResult baseline;
  RunResult what_if;
  std::array<Effect, measure_count> effects;
  double seconds = 0;
};

/// Throws InputError that names each difference which makes a comparison meaningless: another seed, another number of
/// steps a day, another organisation (which is made to find out). Days are those of the options.
void check_comparable(const Scenario& baseline, const Scenario& what_if, std::uint32_t first_replicate);

/// Runs both (after check_comparable). Throws as run_scenario does.
CompareResult compare_scenarios(const Scenario& baseline, const Scenario& what_if, const RunOptions& options,
                                RunControl& control);

/// The effect on each measure, from the last days of paired replicates.
std::array<Effect, measure_count> effects_between(const RunFigures& baseline, const RunFigures& what_if);

}  // namespace trust
