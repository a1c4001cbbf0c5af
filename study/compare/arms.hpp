// The arms of a comparison, the baseline and its what-ifs, run with the same luck.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "study/batch_runner.hpp"
#include "study/compare/parameter_draws.hpp"
#include "study/effects/sequential_stop.hpp"

namespace trust {

struct Arms {
  const Scenario* scenario = nullptr;     // the baseline: its organisations, seed, rules and steps a day
  std::vector<const Plan*> plans;         // arm 0 is the baseline's, arm k that of what-if k
  const ParameterDraws* draws = nullptr;  // where parameters vary
  int days = 0;
  int threads = 0;             // 0: as many as the machine has
  bool column_hashes = false;  // record them for the sink
  SharedDays shared = {};      // days that all arms have in common, run once; not where parameters vary
};

/// Most arms: they share batches of 16 lanes.
inline constexpr std::size_t most_arms = lanes_of_batch;

/// Called for every batch in rising order of replicate; arm_of(lane) says whose lane it is.
class ArmBatch {
 public:
  ArmBatch(const BatchRecord& record, std::size_t arms) : record_(record), arms_(arms) {}

  const BatchRecord& record() const { return record_; }
  int lanes() const { return record_.lanes(); }
  std::size_t arm(int lane) const { return packed(lane).plan % arms_; }
  std::uint32_t replicate(int lane) const { return packed(lane).replicate; }

 private:
  const PackedLane& packed(int lane) const { return record_.packed->lanes[static_cast<std::size_t>(lane)]; }

  const BatchRecord& record_;
  std::size_t arms_;
};

using ArmSink = std::function<void(const ArmBatch&)>;

/// Runs the replicates of the block under every arm. Throws as run_batches does.
void run_arms(const Arms& arms, ReplicateBlock block, RunControl& control, const ArmSink& sink);

}  // namespace trust
