// Runs all points of a study into a store, so that nothing that was finished is ever lost or done again. Cut short at
// any moment - by Ctrl-C, a full disk, the end of the process - the same call goes on where it was, and leaves the same
// rows as one that was never cut short. No result depends on threads.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>

#include "sim/instruction_set.hpp"
#include "study/design/study.hpp"
#include "study/run_control.hpp"
#include "study/store/store.hpp"

namespace trust {

struct SweepOptions {
  bool continue_after_failures = false;                     // else the first point that fails ends the sweep
  int threads = 0;                                          // 0: as many as the machine has
  InstructionSet instruction_set = best_instruction_set();  // no result depends on it
};

/// What a sweep comes to, before anything is run.
struct SweepOutlook {
  static constexpr std::uint64_t most_points_looked_up = 4096;

  std::uint64_t points = 0;
  std::uint32_t replicates = 0;
  std::uint64_t runs = 0;                      // points x replicates
  std::optional<std::uint64_t> already_there;  // of those runs; empty for a study of too many points to look up first
};

/// To watch and to stop a sweep. replicate_days_total is what is still to do; it falls where points turn out to be
/// there already or to fail. `stop` ends the sweep as soon as the batches that are running are done and kept.
struct SweepControl : RunControl {
  std::atomic<std::uint64_t> runs_added{0};
  std::atomic<std::uint64_t> runs_failed{0};
};

struct SweepResult {
  std::uint64_t added = 0;          // runs that this call ran and kept
  std::uint64_t already_there = 0;  // runs that it found
  std::uint64_t failed = 0;         // runs that could not be run
  std::string first_failure;        // point and message; empty without any
  bool complete = false;            // every point was run, found or tried
  bool stopped_by_failure = false;
  double seconds = 0;
};

/// Looks in the store for what the study asks. Points that cannot be read count as not there.
SweepOutlook look_ahead(const Study& study, const Store& store);

/// Runs what is missing. Throws StoreError where the store fails: what was kept before stays.
SweepResult run_sweep(const Study& study, Store& store, const SweepOptions& options, SweepControl& control);

}  // namespace trust
