#include "study/batch_runner.hpp"

#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>

#include "study/ordered_pipeline.hpp"
#include "study/world_cache.hpp"

namespace trust {
namespace {

// Batches that begin as one: the same replicates under one plan after another.
using Group = std::span<const PackedBatch>;

std::size_t group_size(const BatchJob& job) { return job.shared.days > 0 ? job.plans.size() : 1; }

std::vector<LanePlan> lane_plans(const BatchJob& job, const PackedBatch& packed) {
  std::vector<LanePlan> lanes;
  for (const PackedLane& lane : packed.lanes) lanes.push_back({lane.replicate, job.plans.at(lane.plan)});
  return lanes;
}

BatchRecord start_batch(const BatchJob& job, const PackedBatch& packed, WorldCache& worlds, Parallelism parallelism) {
  BatchOptions options;
  options.seed = job.scenario->seed;
  options.steps_per_day = job.scenario->steps_per_day;
  options.organisation_draw = packed.draw;
  options.rules = job.scenario->rules;
  options.parallelism = parallelism;
  options.instruction_set = job.instruction_set;
  const std::shared_ptr<const World> world = worlds.take(packed.draw, group_size(job));
  return {&packed, world, Batch(world, lane_plans(job, packed), options), {}, {}, {}};
}

void record_day(const BatchJob& job, BatchRecord& record) {
  for (int lane = 0; lane < record.lanes(); ++lane) record.daily.push_back(record.batch.figures(lane));
  if (job.column_hashes) record.column_hashes.push_back(record.batch.column_hashes());
  if (job.blocks) record.blocks.push_back(trust_blocks(record.batch));
}

// What every batch of a run needs.
struct Running {
  const BatchJob& job;
  RunControl& control;
  const BatchSink& sink;
  WorldCache worlds;
  const std::atomic<bool>* failed = nullptr;  // something threw: what is still running is not needed any more

  void stop_if_asked() const {
    if (control.stop || (failed != nullptr && *failed)) throw Interrupted();
  }
};

void run_until(const Running& running, int last_day, BatchRecord& record) {
  for (int day = record.days_done() + 1; day <= last_day; ++day) {
    running.stop_if_asked();
    record.batch.step();
    record_day(running.job, record);
    running.control.replicate_days += record.packed->lanes.size();
  }
}

// The first plan's batch at the end of the shared days, or of all days where none are shared.
BatchRecord run_trunk(Running& running, const PackedBatch& packed, Parallelism parallelism) {
  running.stop_if_asked();
  const SharedDays& shared = running.job.shared;
  BatchRecord trunk = start_batch(running.job, packed, running.worlds, parallelism);
  if (shared.days > 0 && shared.recall) {
    shared.recall(trunk);
    const std::size_t recalled = static_cast<std::size_t>(shared.days) + 1;
    if (running.job.column_hashes) trunk.column_hashes.resize(recalled);
    if (running.job.blocks) trunk.blocks.resize(recalled);
    running.control.replicate_days += packed.lanes.size() * static_cast<std::uint64_t>(shared.days);
  } else {
    record_day(running.job, trunk);
    run_until(running, shared.days > 0 ? shared.days : running.job.days, trunk);
  }
  if (shared.days > 0 && shared.keep) shared.keep(trunk);
  return trunk;
}

// A plan's batch that goes on from where the trunk is.
BatchRecord branch_off(const Running& running, const BatchRecord& trunk, const PackedBatch& packed) {
  std::vector<const Plan*> plans;
  for (const LanePlan& lane : lane_plans(running.job, packed)) plans.push_back(lane.plan);
  return {&packed, trunk.world, trunk.batch.fork(plans), trunk.daily, trunk.column_hashes, trunk.blocks};
}

// Hands over one record for each batch of the group. Only one branch is in memory at a time, besides the trunk.
void run_group(Running& running, Group group, Parallelism parallelism,
               const std::function<void(BatchRecord&&)>& hand_over) {
  BatchRecord trunk = run_trunk(running, group.front(), parallelism);
  if (running.job.shared.days == 0) return hand_over(std::move(trunk));
  for (const PackedBatch& packed : group) {
    BatchRecord branch = branch_off(running, trunk, packed);
    run_until(running, running.job.days, branch);
    hand_over(std::move(branch));
  }
}

void run_in_turn(Running& running) {
  const Group batches = running.job.batches;
  const std::size_t size = group_size(running.job);
  for (std::size_t first = 0; first < batches.size(); first += size) {
    run_group(running, batches.subspan(first, size), Parallelism::blocks,
              [&](const BatchRecord& record) { running.sink(record); });
  }
}

// A group on its way from stage to stage.
struct GroupOnItsWay {
  Group batches;
  std::vector<BatchRecord> records{};
};

// Batches side by side, each on one thread.
class SideBySide {
 public:
  explicit SideBySide(Running& running) : running_(running) {}

  void run(std::size_t at_once) {
    OrderedPipeline<GroupOnItsWay, SideBySide> pipeline(*this);
    running_.failed = &pipeline.failed();
    pipeline.run(at_once);
    if (handed_over_ < batches_.size()) throw Interrupted();
  }

  std::shared_ptr<GroupOnItsWay> next() {
    if (next_ == batches_.size() || running_.control.stop) return nullptr;
    const Group group = batches_.subspan(next_, group_size(running_.job));
    next_ += group.size();
    return std::make_shared<GroupOnItsWay>(GroupOnItsWay{group});
  }

  void work(GroupOnItsWay& group) {
    run_group(running_, group.batches, Parallelism::serial,
              [&](BatchRecord&& record) { group.records.push_back(std::move(record)); });
  }

  void hand_over(GroupOnItsWay& group) {
    for (const BatchRecord& record : group.records) {
      running_.sink(record);
      ++handed_over_;
    }
  }

 private:
  Running& running_;
  Group batches_ = running_.job.batches;
  std::size_t next_ = 0;
  std::size_t handed_over_ = 0;
};

bool is_large(WorldCache& worlds, std::uint32_t draw) {
  return worlds.look(draw)->graph().slots() >= slots_of_a_large_organisation;
}

std::uint64_t replicate_days(const BatchJob& job) {
  std::uint64_t sum = 0;
  for (std::size_t b = 0; b < job.batches.size(); ++b) {
    const int days = b % group_size(job) == 0 ? job.days : job.days - job.shared.days;
    sum += job.batches[b].lanes.size() * static_cast<std::uint64_t>(days);
  }
  return sum;
}

void run_all(Running& running, std::size_t threads) {
  const std::vector<PackedBatch>& batches = running.job.batches;
  const bool side_by_side =
      batches.size() / group_size(running.job) >= threads && !is_large(running.worlds, batches.front().draw);
  side_by_side ? SideBySide(running).run(threads) : run_in_turn(running);
}

}  // namespace

int threads_or_all(int threads) {
  return threads > 0 ? threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

void run_batches(const BatchJob& job, RunControl& control, const BatchSink& sink) {
  // A caller of several jobs may have laid out more.
  control.replicate_days_total =
      std::max<std::uint64_t>(control.replicate_days_total, control.replicate_days + replicate_days(job));
  if (job.batches.empty()) return;
  const int threads = threads_or_all(job.threads);
  const ThreadLimit limit(threads);
  tbb::task_arena arena(threads);
  Running running{job, control, sink, WorldCache(*job.scenario, job.batches)};
  arena.execute([&] { run_all(running, static_cast<std::size_t>(threads)); });
}

}  // namespace trust
