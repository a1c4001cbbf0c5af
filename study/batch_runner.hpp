// Runs packed batches over threads and hands each one over, finished, in rising order of replicate. At most as many
// batches as threads are in memory at once, whatever the number of replicates.
//
// Small organisations: whole batches run side by side, each on one thread. Large ones: one batch after another, its
// rows shared out over the threads. The figures are the same either way.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "models/batch.hpp"
#include "models/trust_blocks.hpp"
#include "scenarios/scenario.hpp"
#include "study/packing.hpp"
#include "study/run_control.hpp"

namespace trust {

struct BatchRecord;

/// The first days of a job whose plans all do the same until then: they are run once, under plan 0, and every plan goes
/// on from there. The batches must be those of pack_batches() with a company for each plan.
struct SharedDays {
  int days = 0;  // 0: none
  // Called with a batch of plan 0, from any thread. `recall` brings a batch that has not begun to the end of the shared
  // days, its figures included, in place of running it (what else is recorded stays empty for these days); `keep` sees
  // what was run. Either may be empty.
  std::function<void(BatchRecord&)> recall = {};
  std::function<void(const BatchRecord&)> keep = {};
};

struct BatchJob {
  const Scenario* scenario = nullptr;  // its organisations, seed and steps a day
  std::vector<const Plan*> plans;      // what PackedLane::plan counts
  std::vector<PackedBatch> batches;    // in rising order of replicate
  int days = 0;
  int threads = 0;                                          // 0: as many as the machine has
  bool column_hashes = false;                               // record the hash of every column on every day
  bool blocks = false;                                      // record trust by blocks on every day
  InstructionSet instruction_set = best_instruction_set();  // no result depends on it
  SharedDays shared = {};
};

/// A finished batch: its state after the last day, and what was recorded on the way.
struct BatchRecord {
  const PackedBatch* packed = nullptr;
  std::shared_ptr<const World> world;  // of day 0; the batch's own may have been reorganised since
  Batch batch;
  std::vector<Figures> daily;                                          // [day][lane], day 0 first
  std::vector<std::vector<std::vector<std::uint64_t>>> column_hashes;  // [day][lane][column], where asked for

  std::vector<std::vector<TrustBlock>> blocks;  // [day], where asked for

  int days_done() const { return static_cast<int>(daily.size() / packed->lanes.size()) - 1; }
  int lanes() const { return static_cast<int>(packed->lanes.size()); }
  const Figures& figures(int day, int lane) const {
    return daily[static_cast<std::size_t>(day) * packed->lanes.size() + static_cast<std::size_t>(lane)];
  }
};

using BatchSink = std::function<void(const BatchRecord&)>;

/// Calls `sink` once for every batch, in order, never twice at a time. Throws Interrupted where control.stop was set,
/// and whatever the sink throws.
void run_batches(const BatchJob& job, RunControl& control, const BatchSink& sink);

/// `threads`, or as many as the machine has for 0.
int threads_or_all(int threads);

/// A batch with this many slots or more has its rows shared out over threads.
inline constexpr std::uint64_t slots_of_a_large_organisation = 200'000;

}  // namespace trust
