#include "study/batch_runner.hpp"

#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <memory>
#include <thread>

#include "sim/thread_sanitizer.hpp"
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
  std::atomic<bool> failed{false};  // something threw: what is still running is not needed any more
  std::exception_ptr first_failure = nullptr;
  Relay relay{};  // from stage to stage of the pipeline

  void stop_if_asked() const {
    if (control.stop || failed) throw Interrupted();
  }

  // Call while handling an exception.
  void note_failure() {
    if (!failed.exchange(true)) first_failure = std::current_exception();
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

// Batches side by side. Nothing is thrown through the pipeline, which would leak the batches in its hands: what fails
// first is noted, the batches that are still running end within a day of simulated time, and then it is thrown.
class SideBySide {
 public:
  explicit SideBySide(Running& running) : running_(running) {}

  void run(std::size_t at_once) {
    running_.relay.leave();
    tbb::parallel_pipeline(
        at_once, tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order,
                                                     [this](tbb::flow_control& flow) { return pick(flow); }) &
                     tbb::make_filter<std::size_t, Record>(tbb::filter_mode::parallel,
                                                           [this](std::size_t batch) { return run_batch(batch); }) &
                     tbb::make_filter<Record, void>(tbb::filter_mode::serial_in_order,
                                                    [this](const Record& record) { hand_over(record); }));
    running_.relay.enter();
    if (running_.first_failure) std::rethrow_exception(running_.first_failure);
    if (handed_over_ < batches_.size()) throw Interrupted();
  }

 private:
  using Record = std::shared_ptr<BatchRecord>;

  std::size_t pick(tbb::flow_control& flow) {
    running_.relay.enter();
    if (next_ == batches_.size() || running_.failed || running_.control.stop) flow.stop();
    const std::size_t batch = next_++;
    running_.relay.leave();
    return batch;
  }

  // Null where it failed.
  Record run_batch(std::size_t batch) {
    running_.relay.enter();
    Record record;
    try {
      record = run_one(running_, batches_[batch], Parallelism::serial);
    } catch (...) {
      running_.note_failure();
    }
    running_.relay.leave();
    return record;
  }

  void hand_over(const Record& record) {
    if (!record || running_.failed) return;
    running_.relay.enter();
    try {
      running_.sink(*record);
      ++handed_over_;
    } catch (...) {
      running_.note_failure();
    }
    running_.relay.leave();
  }

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
