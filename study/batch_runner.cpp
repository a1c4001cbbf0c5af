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
  const std::shared_ptr<const World> world = worlds.take(packed.draw);
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

std::shared_ptr<BatchRecord> run_one(Running& running, const PackedBatch& packed, Parallelism parallelism) {
  running.stop_if_asked();
  const BatchJob& job = running.job;
  auto record = std::make_shared<BatchRecord>(start_batch(job, packed, running.worlds, parallelism));
  record_day(job, *record);
  for (int day = 1; day <= job.days; ++day) {
    running.stop_if_asked();
    record->batch.step();
    record_day(job, *record);
    running.control.replicate_days += packed.lanes.size();
  }
  return record;
}

void run_in_turn(Running& running) {
  for (const PackedBatch& packed : running.job.batches) {
    running.sink(*run_one(running, packed, Parallelism::blocks));
  }
}

// A batch on its way from stage to stage.
struct BatchOnItsWay {
  const PackedBatch* packed;
  std::shared_ptr<BatchRecord> record;
};

// Batches side by side, each on one thread.
class SideBySide {
 public:
  explicit SideBySide(Running& running) : running_(running) {}

  void run(std::size_t at_once) {
    OrderedPipeline<BatchOnItsWay, SideBySide> pipeline(*this);
    running_.failed = &pipeline.failed();
    pipeline.run(at_once);
    if (handed_over_ < batches_.size()) throw Interrupted();
  }

  std::shared_ptr<BatchOnItsWay> next() {
    if (next_ == batches_.size() || running_.control.stop) return nullptr;
    return std::make_shared<BatchOnItsWay>(BatchOnItsWay{&batches_[next_++], nullptr});
  }

  void work(BatchOnItsWay& batch) { batch.record = run_one(running_, *batch.packed, Parallelism::serial); }

  void hand_over(BatchOnItsWay& batch) {
    running_.sink(*batch.record);
    ++handed_over_;
  }

 private:
  Running& running_;
  const std::vector<PackedBatch>& batches_ = running_.job.batches;
  std::size_t next_ = 0;
  std::size_t handed_over_ = 0;
};

bool is_large(WorldCache& worlds, std::uint32_t draw) {
  return worlds.look(draw)->graph().slots() >= slots_of_a_large_organisation;
}

std::uint64_t replicate_days(const BatchJob& job) {
  std::uint64_t lanes = 0;
  for (const PackedBatch& packed : job.batches) lanes += packed.lanes.size();
  return lanes * static_cast<std::uint64_t>(job.days);
}

void run_all(Running& running, std::size_t threads) {
  const std::vector<PackedBatch>& batches = running.job.batches;
  const bool side_by_side = batches.size() >= threads && !is_large(running.worlds, batches.front().draw);
  side_by_side ? SideBySide(running).run(threads) : run_in_turn(running);
}

}  // namespace

int threads_or_all(int threads) {
  return threads > 0 ? threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

void run_batches(const BatchJob& job, RunControl& control, const BatchSink& sink) {
  control.replicate_days_total = replicate_days(job);
  if (job.batches.empty()) return;
  const int threads = threads_or_all(job.threads);
  const ThreadLimit limit(threads);
  tbb::task_arena arena(threads);
  Running running{job, control, sink, WorldCache(*job.scenario, job.batches)};
  arena.execute([&] { run_all(running, static_cast<std::size_t>(threads)); });
}

}  // namespace trust
