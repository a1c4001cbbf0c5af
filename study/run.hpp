// Runs a scenario: many replicates, of which only the figures of the first and the last day and the mean of every day
// are kept. Everything else is streamed to whoever asked for it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/measures.hpp"
#include "scenarios/scenario.hpp"
#include "study/batch_runner.hpp"
#include "study/run_control.hpp"
#include "study/statistics.hpp"

namespace trust {

struct RunOptions {
  std::uint32_t first_replicate = 0;  // replicates count from 0
  std::uint32_t replicates = 16;
  int days = 65;
  int threads = 0;                                          // 0: as many as the machine has
  bool column_hashes = false;                               // record them for the sink
  bool blocks = false;                                      // record trust by blocks for the sink
  InstructionSet instruction_set = best_instruction_set();  // no result depends on it
};

/// The scenario's own days and replicates, from replicate 0.
RunOptions options_of(const Scenario& scenario);

/// The figures of many replicates.
struct RunFigures {
  std::vector<Figures> first;       // day 0, one a replicate, in order
  std::vector<Figures> last;        // the last day
  std::vector<Figures> daily_mean;  // over replicates, one a day, day 0 first
};

struct RunResult {
  std::uint64_t state_hash = 0;
  std::vector<std::uint64_t> replicate_hashes;  // in order of replicate
  RunFigures figures;
  std::uint64_t people = 0;         // in the first replicate's organisation
  std::uint64_t ties = 0;           // ... on day 0
  std::uint32_t organisations = 0;  // how many organisation draws the replicates live in
  double seconds = 0;               // wall-clock time
};

/// Throws Interrupted, or InputError where an organisation cannot be made. `sink` may be empty.
RunResult run_scenario(const Scenario& scenario, const RunOptions& options, RunControl& control,
                       const BatchSink& sink = {});

/// One hash for a whole run: of the seed and the replicates' own hashes, in order.
std::uint64_t state_hash(std::uint64_t seed, std::span<const std::uint64_t> replicate_hashes);

/// What a table says about one measure.
struct MeasureSummary {
  double first = 0;          // mean over replicates on day 0
  double last = 0;           // ... on the last day
  Range first_range;         // the middle 90 % of replicates on day 0
  Range last_range;          // ... on the last day
  std::vector<double> path;  // mean over replicates, one a day
};

MeasureSummary summarise(const RunFigures& figures, Measure measure);

/// One measure out of the figures of many replicates.
std::vector<double> column_of(std::span<const Figures> figures, Measure measure);

}  // namespace trust
