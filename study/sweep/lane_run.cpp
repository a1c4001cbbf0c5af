#include "study/sweep/lane_run.hpp"

#include <algorithm>

#include "study/run_control.hpp"

namespace trust {
namespace {

const Scenario& scenario_of(const SweepPoints& points, const SweepBatch& batch) {
  return *points[batch.packed.lanes.front().plan].scenario;  // the same for all lanes, but for their plans
}

Batch start_batch(const SweepPoints& points, const SweepBatch& batch, std::shared_ptr<const World> world,
                  const LaneRunOptions& run) {
  std::vector<LanePlan> lanes;
  for (const PackedLane& lane : batch.packed.lanes)
    lanes.push_back({lane.replicate, &points[lane.plan].scenario->plan});
  const Scenario& scenario = scenario_of(points, batch);
  BatchOptions options;
  options.seed = scenario.seed;
  options.steps_per_day = scenario.steps_per_day;
  options.organisation_draw = batch.packed.draw;
  options.rules = scenario.rules;
  options.parallelism = run.parallelism;
  options.instruction_set = run.instruction_set;
  return Batch(std::move(world), lanes, options);
}

void record_day(const Study& study, const Batch& batch, std::vector<RunRow>& rows) {
  if (!std::binary_search(study.record_days.begin(), study.record_days.end(), batch.day())) return;
  for (int lane = 0; lane < batch.lanes(); ++lane) {
    const Figures figures = batch.figures(lane);
    for (const Measure measure : study.measures) {
      const double value = figures[static_cast<std::size_t>(measure)];
      rows[static_cast<std::size_t>(lane)].values.push_back({batch.day(), measure, value});
    }
  }
}

}  // namespace

std::vector<RunRow> run_lanes(const Study& study, const SweepPoints& points, const SweepBatch& batch,
                              std::shared_ptr<const World> world, const LaneRunOptions& options,
                              std::atomic<std::uint64_t>& replicate_days, const std::atomic<bool>& abandoned) {
  Batch running = start_batch(points, batch, std::move(world), options);
  std::vector<RunRow> rows;
  for (const PackedLane& lane : batch.packed.lanes)
    rows.push_back({0, lane.replicate, scenario_of(points, batch).seed, batch.packed.draw, 0, {}});
  record_day(study, running, rows);
  for (int day = 1; day <= study.days; ++day) {
    if (abandoned) throw Interrupted();
    running.step();
    record_day(study, running, rows);
    replicate_days += rows.size();
  }
  for (int lane = 0; lane < running.lanes(); ++lane)
    rows[static_cast<std::size_t>(lane)].state_hash = running.lane_hash(lane);
  return rows;
}

}  // namespace trust
