// Tasks that are picked one after another, done side by side, and handed over one after another in the order in which
// they were picked: what runs batches over threads. Only as many tasks as asked for exist at once.
//
// Nothing is thrown through the pipeline, which would leak the tasks in its hands: what fails first is noted, nothing
// is picked or handed over after it, and it is thrown at the end.
#pragma once

#include <tbb/parallel_pipeline.h>

#include <atomic>
#include <exception>
#include <memory>

#include "sim/thread_sanitizer.hpp"

namespace trust {

/// `Steps` has three functions: std::shared_ptr<Task> next() (null: there is no more), void work(Task&) on any thread,
/// and void hand_over(Task&). next() and hand_over() are each called once at a time, but at the same time as the other.
template <class Task, class Steps>
class OrderedPipeline {
 public:
  explicit OrderedPipeline(Steps& steps) : steps_(steps) {}

  /// Whether something has thrown: work that asks may end early, as nobody needs it any more.
  const std::atomic<bool>& failed() const { return failed_; }

  /// Works until next() returns null; throws what failed first. At most `at_once` tasks are in work at a time.
  void run(std::size_t at_once) {
    relay_.leave();
    tbb::parallel_pipeline(
        at_once, tbb::make_filter<void, Held>(tbb::filter_mode::serial_in_order, [this](tbb::flow_control& flow) {
                   return pick(flow);
                 }) & tbb::make_filter<Held, Held>(tbb::filter_mode::parallel, [this](const Held& task) {
                   return work(task);
                 }) & tbb::make_filter<Held, void>(tbb::filter_mode::serial_in_order, [this](const Held& task) {
                   hand_over(task);
                 }));
    relay_.enter();
    if (first_failure_) std::rethrow_exception(first_failure_);
  }

 private:
  using Held = std::shared_ptr<Task>;

  // Does a step; what it throws is noted.
  template <class Step>
  void guarded(Step step) {
    relay_.enter();
    try {
      if (!failed_) step();
    } catch (...) {
      if (!failed_.exchange(true)) first_failure_ = std::current_exception();
    }
    relay_.leave();
  }

  Held pick(tbb::flow_control& flow) {
    Held task;
    guarded([&] { task = steps_.next(); });
    if (!task) flow.stop();
    return task;
  }

  Held work(const Held& task) {
    guarded([&] { steps_.work(*task); });
    return task;
  }

  void hand_over(const Held& task) {
    guarded([&] { steps_.hand_over(*task); });
  }

  Steps& steps_;
  std::atomic<bool> failed_{false};
  std::exception_ptr first_failure_ = nullptr;
  Relay relay_{};
};

}  // namespace trust
