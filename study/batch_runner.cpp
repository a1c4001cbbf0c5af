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
  options.parallelism = parallelism;
  options.instruction_set = job.instruction_set;
  const std::shared_ptr<const World> world = worlds.take(packed.draw);
  return {&packed, world, Batch(world, lane_plans(job, packed), options), {}, {}};
}

void record_day(const BatchJob& job, BatchRecord& record) {
  for (int lane = 0; lane < record.lanes(); ++lane) record.daily.push_back(record.batch.figures(lane));
  if (job.column_hashes) record.column_hashes.push_back(record.batch.column_hashes());
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

template <typename Work>
auto noting_failure(Running& running, const Work& work) {
  try {
    return work();
  } catch (...) {
    running.note_failure();
    throw;
  }
}

// Throws what failed first: the batches that are still running then end within a day of simulated time.
void run_side_by_side(Running& running, std::size_t at_once) try {
  using Record = std::shared_ptr<BatchRecord>;
  const std::vector<PackedBatch>& batches = running.job.batches;
  std::size_t next = 0;
  const auto pick = [&](tbb::flow_control& flow) {
    if (next == batches.size()) flow.stop();
    return next++;
  };
  const auto run = [&](std::size_t batch) {
    running.relay.enter();
    Record record = noting_failure(running, [&] { return run_one(running, batches[batch], Parallelism::serial); });
    running.relay.leave();
    return record;
  };
  const auto hand_over = [&](const Record& record) {
    running.relay.enter();
    noting_failure(running, [&] { running.sink(*record); });
    running.relay.leave();
  };
  tbb::parallel_pipeline(at_once, tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order, pick) &
                                      tbb::make_filter<std::size_t, Record>(tbb::filter_mode::parallel, run) &
                                      tbb::make_filter<Record, void>(tbb::filter_mode::serial_in_order, hand_over));
} catch (...) {
  if (running.first_failure) std::rethrow_exception(running.first_failure);
  throw;
}

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
  side_by_side ? run_side_by_side(running, threads) : run_in_turn(running);
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
