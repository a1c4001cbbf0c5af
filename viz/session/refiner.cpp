#include "viz/session/refiner.hpp"

#include <array>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "viz/session/finding.hpp"
#include "viz/session/refine_budget.hpp"

namespace trust::viz {
namespace {

constexpr std::array<std::uint32_t, 3> stages = {8, 16, 64};

Refinement problem_of(const RefineJob& job, std::string problem) {
  Refinement refinement;
  refinement.edition = job.edition;
  refinement.uncertain = job.uncertain;
  refinement.problem = std::move(problem);
  return refinement;
}

const Scenario* what_if_of(const RefineJob& job) { return job.what_if == job.baseline ? nullptr : job.what_if.get(); }

}  // namespace

// What both threads touch is guarded by mutex_; the rest is the worker's own.
class Refiner::Worker {
 public:
  explicit Worker(std::function<void()> on_news) : on_news_(std::move(on_news)), thread_([this] { work(); }) {}

  ~Worker() {
    {
      const std::lock_guard lock(mutex_);
      quit_ = true;
      give_up();
    }
    wake_.notify_one();
    thread_.join();
  }

  void start(RefineJob job) {
    {
      const std::lock_guard lock(mutex_);
      give_up();
      watched_ = job.watched;
      next_ = std::move(job);
      wanted_ = true;
    }
    wake_.notify_one();
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    give_up();
  }

  void watch(std::vector<Measure> measures) {
    std::shared_ptr<const Finding> kept;
    std::shared_ptr<const Refinement> known;
    {
      const std::lock_guard lock(mutex_);
      watched_ = measures;
      if (!kept_ || !latest_ || !latest_->problem.empty()) return;
      kept = kept_;
      known = latest_;
    }
    auto more = std::make_shared<const Refinement>(kept->refinement(measures, known.get()));
    const std::lock_guard lock(mutex_);
    if (kept_ == kept && watched_ == measures) latest_ = std::move(more);
  }

  bool busy() const {
    const std::lock_guard lock(mutex_);
    return wanted_;
  }

  std::shared_ptr<const Refinement> latest() const {
    const std::lock_guard lock(mutex_);
    return latest_;
  }

 private:
  // With mutex_ held.
  void give_up() {
    next_.reset();
    wanted_ = false;
    ++turn_;
    if (control_) control_->stop = true;
  }

  void work() {
    for (;;) {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [&] { return quit_ || next_; });
      if (quit_) return;
      const RefineJob job = *std::exchange(next_, std::nullopt);
      const std::uint64_t turn = turn_;
      lock.unlock();
      try {
        refine(job, turn);
      } catch (const Interrupted&) {
      } catch (const std::exception& error) {
        tell_problem(turn, job, error.what());
      }
      finish(turn);
    }
  }

  void finish(std::uint64_t turn) {
    {
      const std::lock_guard lock(mutex_);
      if (turn != turn_) return;
      control_.reset();
      wanted_ = false;
    }
    if (on_news_) on_news_();
  }

  void refine(const RefineJob& job, std::uint64_t turn) {
    make_ready(job);
    for (const std::uint32_t replicates : stages) {
      const std::shared_ptr<RunControl> control = control_for(turn);
      CompareResult result = comparison_->up_to(replicates, job.uncertain, *control);
      tell(turn, std::make_shared<const Finding>(job, static_cast<int>(stages.back()), std::move(result), *comparison_));
    }
  }

  // What was run for the job before is run again only where the job differs. Throws where there is not enough memory.
  void make_ready(const RefineJob& job) {
    const bool same_baseline = comparison_ && known_.baseline == job.baseline;
    if (same_baseline && known_.what_if == job.what_if) {
      check_memory(job, threads_, *world_);
      return;
    }
    if (!same_baseline) {
      comparison_.reset();
      world_ = world_of(job);
    }
    threads_ = threads_for(job, *world_);
    auto comparison = std::make_unique<GrowingComparison>(*job.baseline, what_if_of(job), threads_);
    if (same_baseline) comparison->take_baseline_of(*comparison_);
    comparison_ = std::move(comparison);
    known_ = job;
  }

  std::shared_ptr<RunControl> control_for(std::uint64_t turn) {
    const std::lock_guard lock(mutex_);
    if (turn != turn_) throw Interrupted();
    control_ = std::make_shared<RunControl>();
    return control_;
  }

  void tell(std::uint64_t turn, const std::shared_ptr<const Finding>& finding) {
    std::shared_ptr<const Refinement> news;
    // Somebody may watch another measure meanwhile.
    for (bool told = false; !told;) {
      const std::vector<Measure> watched = watched_now();
      news = std::make_shared<const Refinement>(finding->refinement(watched, news.get()));
      const std::lock_guard lock(mutex_);
      if (turn != turn_) return;
      told = watched_ == watched;
      if (!told) continue;
      kept_ = finding;
      latest_ = std::move(news);
    }
    if (on_news_) on_news_();
  }

  void tell_problem(std::uint64_t turn, const RefineJob& job, const char* problem) {
    const std::lock_guard lock(mutex_);
    if (turn != turn_) return;  // finish() brings the news
    kept_.reset();
    latest_ = std::make_shared<const Refinement>(problem_of(job, problem));
  }

  std::vector<Measure> watched_now() const {
    const std::lock_guard lock(mutex_);
    return watched_;
  }

  std::function<void()> on_news_;

  mutable std::mutex mutex_;
  std::condition_variable wake_;
  bool quit_ = false;
  bool wanted_ = false;     // a job that was started is neither done nor given up
  std::uint64_t turn_ = 0;  // of start() and stop(): what belongs to an earlier one is not told any more
  std::optional<RefineJob> next_;
  std::vector<Measure> watched_;
  std::shared_ptr<RunControl> control_;
  std::shared_ptr<const Finding> kept_;
  std::shared_ptr<const Refinement> latest_;

  RefineJob known_;  // that comparison_ is of
  std::shared_ptr<const World> world_;
  int threads_ = 1;
  std::unique_ptr<GrowingComparison> comparison_;

  std::thread thread_;  // last: it uses all of the above
};

Refiner::Refiner(std::function<void()> on_news) : worker_(std::make_unique<Worker>(std::move(on_news))) {}
Refiner::~Refiner() = default;
void Refiner::start(RefineJob job) { worker_->start(std::move(job)); }
void Refiner::watch(std::vector<Measure> measures) { worker_->watch(std::move(measures)); }
void Refiner::stop() { worker_->stop(); }
bool Refiner::busy() const { return worker_->busy(); }
std::shared_ptr<const Refinement> Refiner::latest() const { return worker_->latest(); }

Refinement refine_at_once(const RefineJob& job, int replicates) {
  try {
    const int threads = threads_for(job, *world_of(job));
    GrowingComparison comparison(*job.baseline, what_if_of(job), threads);
    RunControl control;
    CompareResult result = comparison.up_to(static_cast<std::uint32_t>(replicates), job.uncertain, control);
    return Finding(job, replicates, std::move(result), comparison).refinement(job.watched);
  } catch (const std::exception& error) {
    return problem_of(job, error.what());
  }
}

}  // namespace trust::viz
