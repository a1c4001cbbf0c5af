// One batch of a sweep, from its first day to its last, of which only what the study asks for is kept.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

#include "models/batch.hpp"
#include "study/design/study.hpp"
#include "study/store/store.hpp"
#include "study/sweep/points.hpp"
#include "study/sweep/schedule.hpp"

namespace trust {

/// How a batch is run: no result depends on it.
struct LaneRunOptions {
  Parallelism parallelism = Parallelism::serial;
  InstructionSet instruction_set = best_instruction_set();
};

/// Runs the lanes of a batch; one row a lane, in their order, without a design_id. Adds to `replicate_days` as it goes.
/// Throws Interrupted once `abandoned` is set.
std::vector<RunRow> run_lanes(const Study& study, const SweepPoints& points, const SweepBatch& batch,
                              std::shared_ptr<const World> world, const LaneRunOptions& options,
                              std::atomic<std::uint64_t>& replicate_days, const std::atomic<bool>& abandoned);

}  // namespace trust
