#include "study/sweep/sweep.hpp"

#include <fmt/format.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <chrono>
#include <new>
#include <set>

#include "study/batch_runner.hpp"
#include "study/ordered_pipeline.hpp"
#include "study/sweep/feed.hpp"
#include "study/sweep/lane_run.hpp"
#include "study/sweep/world_shelf.hpp"

namespace trust {
namespace {

class Stopwatch {
 public:
  double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

// Thrown after the first failure, where the sweep is to stop there.
struct StoppedByFailure {};

StudyRow row_of(const Study& study) {
  return {"sweep", study.name, study.text, digest_of_study(study), study.seed, study.replicates, study.days};
}

class Sweep {
 public:
  Sweep(const Study& study, Store& store, const SweepOptions& options, SweepControl& control)
      : study_(study),
        store_(store),
        options_(options),
        control_(control),
        threads_(static_cast<std::size_t>(threads_or_all(options.threads))),
        feed_(study, store, store_mutex_, control) {}

  SweepResult run() {
    control_.replicate_days_total = study_.design.points() * study_.replicates * days();
    store_.in_one_transaction([&] {
      study_id_ = store_.study(row_of(study_));
      store_.forget_failures(study_id_);
    });
    const ThreadLimit limit(static_cast<int>(threads_));
    tbb::task_arena arena(static_cast<int>(threads_));
    try {
      arena.execute([&] { run_all(); });
      keep_finished();
      result_.already_there = feed_.already_there();
      result_.complete = feed_.is_through() || nothing_is_missing();
    } catch (const StoppedByFailure&) {
      result_.stopped_by_failure = true;
    }
    result_.already_there = feed_.already_there();
    return result_;
  }

  // The three steps of the pipeline.

  std::shared_ptr<SweepTask> next() {
    const SweepTask* task = feed_.look();
    return task == nullptr || runs_alone(*task) ? nullptr : feed_.take();
  }

  void work(SweepTask& task) {
    if (task.batch != nullptr) run_batch(task, Parallelism::serial);
  }

  void hand_over(SweepTask& task) {
    const std::scoped_lock lock(store_mutex_);
    finished_.push_back(std::move(task));
    if (!finished_.back().failure.empty() || !worth_waiting()) keep_finished();
  }

 private:
  // A stop that comes with the last batch leaves nothing to go on with.
  bool nothing_is_missing() const {
    return result_.added + result_.already_there + result_.failed >= study_.design.points() * study_.replicates;
  }

  // Tasks that are done wait for those before them. They hold no more than their results, so that there may be many.
  static constexpr std::size_t tasks_for_each_thread = 4;

  std::uint64_t days() const { return static_cast<std::uint64_t>(study_.days); }

  // Small organisations: whole batches side by side. Large ones, or a few batches: one after another, each with its
  // rows shared out over the threads.
  void run_all() {
    OrderedPipeline<SweepTask, Sweep> pipeline(*this);
    abandoned_ = &pipeline.failed();
    do {
      pipeline.run(tasks_for_each_thread * threads_);
      if (const std::shared_ptr<SweepTask> task = feed_.take()) run_alone(*task);
    } while (feed_.look() != nullptr);
  }

  void run_alone(SweepTask& task) {
    if (task.batch != nullptr) run_batch(task, Parallelism::blocks);
    hand_over(task);
  }

  bool runs_alone(const SweepTask& task) const {
    if (task.batch == nullptr || threads_ == 1) return false;
    const bool few = study_.design.points() * study_.replicates < threads_ * lanes_of_batch;
    return few || slots_expected(*task.scenario()) >= slots_of_a_large_organisation;
  }

  void run_batch(SweepTask& task, Parallelism parallelism) {
    const Stopwatch watch;
    try {
      const std::shared_ptr<const World> world = worlds_.take(task.scenario(), task.batch->packed.draw);
      task.rows = run_lanes(study_, *task.chunk->points, *task.batch, world, {parallelism, options_.instruction_set},
                            control_.replicate_days, *abandoned_);
    } catch (const Interrupted&) {
      throw;
    } catch (const std::bad_alloc&) {
      task.failure = "there is not enough memory for it; fewer threads or a smaller organisation need less";
    } catch (const std::exception& failure) {
      task.failure = failure.what();
    }
    task.seconds = watch.seconds();
  }

  // Putting results safely on the disk takes as long as the disk likes: under a millisecond, or twenty. It is done
  // whenever some twenty times as much work has been finished: that costs 5 % at most, and a killed process loses no
  // more work than that. Nothing but the moment depends on the clock.
  bool worth_waiting() const {
    constexpr double most_seconds_of_work = 1;
    constexpr std::size_t most_values = 100'000;
    const double times = 20 + 4 * static_cast<double>(threads_);  // one thread keeps what all of them finish
    double work = 0;
    std::size_t values = 0;
    for (const SweepTask& task : finished_) {
      work += task.seconds;
      for (const RunRow& row : task.rows) values += row.values.size();
    }
    return values < most_values && work < std::min(most_seconds_of_work, times * seconds_to_commit_);
  }

  void keep_finished() {
    if (finished_.empty()) return;
    Stopwatch commit;
    store_.in_one_transaction([&] {
      for (SweepTask& task : finished_) {
        keep(task);
        if (to_be_stopped()) break;  // what came after the failure stays out, whichever thread was faster
      }
      commit = Stopwatch();
    });
    seconds_to_commit_ = commit.seconds();
    for (const SweepTask& task : finished_) {
      if (--task.chunk->tasks_left == 0) feed_.close(*task.chunk);
    }
    finished_.clear();
    if (to_be_stopped()) throw StoppedByFailure();
  }

  bool to_be_stopped() const { return result_.failed > 0 && !options_.continue_after_failures; }

  void keep(SweepTask& task) {
    if (task.batch == nullptr) {
      keep_points(*task.chunk);
    } else if (task.failure.empty()) {
      keep_runs(task);
    } else {
      keep_failure(task);
    }
  }

  void keep_points(OpenChunk& chunk) {
    for (const SweepPoint& point : *chunk.points) {
      chunk.design_ids.push_back(point.scenario ? store_.design(study_id_, point.place, point.design) : 0);
      if (!point.scenario) fail({study_id_, point.place, {}, {}, point.failure}, chunk.place.replicates);
    }
  }

  void keep_runs(SweepTask& task) {
    for (std::size_t lane = 0; lane < task.rows.size(); ++lane)
      task.rows[lane].design_id = task.chunk->design_ids[task.batch->packed.lanes[lane].plan];
    store_.add_runs(task.rows);
    result_.added += task.rows.size();
    control_.runs_added += task.rows.size();
  }

  void keep_failure(SweepTask& task) {
    for (const PackedLane& lane : task.batch->packed.lanes) {
      const std::uint64_t place = (*task.chunk->points)[lane.plan].place;
      fail({study_id_, place, task.chunk->design_ids[lane.plan], lane.replicate, task.failure}, 1);
    }
    control_.replicate_days_total -= task.batch->packed.lanes.size() * days();
  }

  void fail(const FailureRow& failure, std::uint64_t runs) {
    store_.add_failure(failure);
    if (result_.failed == 0) result_.first_failure = fmt::format("point {}: {}", failure.place, failure.message);
    result_.failed += runs;
    control_.runs_failed += runs;
  }

  const Study& study_;
  Store& store_;
  const SweepOptions& options_;
  SweepControl& control_;
  std::size_t threads_;
  std::mutex store_mutex_{};
  SweepFeed feed_;
  WorldShelf worlds_{};
  std::int64_t study_id_ = 0;
  const std::atomic<bool>* abandoned_ = nullptr;
  std::vector<SweepTask> finished_{};  // and not kept yet
  double seconds_to_commit_ = 0;       // what it took the last time
  SweepResult result_{};
};

}  // namespace

SweepOutlook look_ahead(const Study& study, const Store& store) {
  SweepOutlook outlook{study.design.points(), study.replicates, study.design.points() * study.replicates, {}};
  if (outlook.points > SweepOutlook::most_points_looked_up) return outlook;
  SweepSchedule schedule(outlook.points, 1);
  PointReader reader(study);
  std::set<std::uint64_t> seen;  // a design that is two points of the study is run once
  std::uint64_t there = 0;
  while (const auto chunk = schedule.next()) {
    for (const SweepPoint& point : *reader.read(*chunk)) {
      if (!point.scenario) continue;
      if (!seen.insert(point.design.digest).second)
        there += study.replicates;
      else if (const auto design = store.find_design(point.design.digest))
        there += store.finished(*design, 0, study.replicates).size();
    }
  }
  outlook.already_there = there;
  return outlook;
}

SweepResult run_sweep(const Study& study, Store& store, const SweepOptions& options, SweepControl& control) {
  const Stopwatch watch;
  SweepResult result = Sweep(study, store, options, control).run();
  result.seconds = watch.seconds();
  return result;
}

}  // namespace trust
