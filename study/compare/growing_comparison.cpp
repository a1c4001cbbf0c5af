#include "study/compare/growing_comparison.hpp"

#include <algorithm>

namespace trust {

GrowingComparison::GrowingComparison(const Scenario& baseline, const Scenario* what_if, int threads)
    : baseline_(baseline),
      plans_{&baseline.plan},
      threads_(threads),
      draws_(std::make_shared<const ParameterDraws>(baseline)) {
  if (what_if != nullptr) plans_.push_back(&what_if->plan);
  runs_.fill(Runs(plans_.size()));
}

CompareResult GrowingComparison::up_to(std::uint32_t replicates, bool uncertain, RunControl& control) {
  control.replicate_days_total = control.replicate_days + days_to_run(replicates, false) +
                                 (uncertain ? days_to_run(replicates, true) : 0);
  run(replicates, false, control);
  if (uncertain) run(replicates, true, control);
  const auto as_written = collected(replicates, false);
  const ReplicateBlock block{0, replicates};
  if (!uncertain) return judge_runs(baseline_, block, as_written, nullptr, nullptr);
  return judge_runs(baseline_, block, collected(replicates, true), as_written, draws_);
}

Arms GrowingComparison::arms(bool drawn) const {
  Arms arms;
  arms.scenario = &baseline_;
  arms.plans = plans_;
  arms.draws = drawn ? draws_.get() : nullptr;
  arms.days = baseline_.days;
  arms.threads = threads_;
  return arms;
}

void GrowingComparison::take_baseline_of(const GrowingComparison& other) {
  for (std::size_t drawn = 0; drawn < runs_.size(); ++drawn) runs_[drawn].front() = other.runs_[drawn].front();
  world_ = other.world_;
}

std::uint64_t GrowingComparison::days_to_run(std::uint32_t replicates, bool drawn) const {
  std::uint64_t sum = 0;
  for (const ArmRuns& arm : runs(drawn)) sum += replicates - std::min<std::uint64_t>(replicates, arm.size());
  return sum * static_cast<std::uint64_t>(baseline_.days);
}

// An arm that is behind catches up by itself; then both go on in common batches.
void GrowingComparison::run(std::uint32_t replicates, bool drawn, RunControl& control) {
  const auto count = [&](std::size_t arm) { return static_cast<std::uint32_t>(runs(drawn)[arm].size()); };
  std::vector<std::size_t> all;
  std::uint32_t most = 0;
  for (std::size_t arm = 0; arm < plans_.size(); ++arm) {
    all.push_back(arm);
    most = std::max(most, std::min(count(arm), replicates));
  }
  for (const std::size_t arm : all) {
    if (count(arm) < most) run_together({arm}, {count(arm), most - count(arm)}, drawn, control);
  }
  if (most < replicates) run_together(all, {most, replicates - most}, drawn, control);
}

void GrowingComparison::run_together(const std::vector<std::size_t>& which, ReplicateBlock block, bool drawn,
                                     RunControl& control) {
  Arms some = arms(drawn);
  some.plans.clear();
  for (const std::size_t arm : which) some.plans.push_back(plans_[arm]);
  run_arms(some, block, control, [&](const ArmBatch& batch) {
    if (!world_) world_ = batch.record().world;
    std::vector<LaneFigures> lanes = lane_figures(batch);
    for (int lane = 0; lane < batch.lanes(); ++lane) {
      auto figures = std::make_shared<const LaneFigures>(std::move(lanes[static_cast<std::size_t>(lane)]));
      runs_[drawn ? 1 : 0][which[batch.arm(lane)]].push_back(std::move(figures));
    }
  });
}

std::shared_ptr<const ArmCollector> GrowingComparison::collected(std::uint32_t replicates, bool drawn) const {
  auto collector = std::make_shared<ArmCollector>(arms(drawn), ReplicateBlock{0, replicates});
  for (std::size_t arm = 0; arm < plans_.size(); ++arm) {
    for (std::uint32_t r = 0; r < replicates; ++r) collector->take(arm, r, *runs(drawn)[arm][r]);
  }
  collector->set_world(world_);
  return collector;
}

}  // namespace trust
