// Tasks that are picked one after another, done side by side, and handed over one after another in the order in which
// they were picked: what runs batches over threads. Only as many tasks as asked for exist at once.
//
// Nothing is thrown through the pipeline, which would leave tasks in its hands: what fails first is noted, nothing is
// picked or handed over after it, and it is thrown at the end.
#pragma once

#include <tbb/parallel_pipeline.h>

#include <atomic>
#include <exception>
#include <memory>
#include <vector>

#include "sim/assert.hpp"
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
    begin(at_once);
    const auto first = [this](tbb::flow_control& flow) TRUST_HANDED_ON { return pick(flow); };
    const auto middle = [this](Place* place) TRUST_HANDED_ON { return work(place); };
    const auto last = [this](Place* place) TRUST_HANDED_ON { hand_over(place); };
    tbb::parallel_pipeline(at_once, tbb::make_filter<void, Place*>(tbb::filter_mode::serial_in_order, first) &
                                        tbb::make_filter<Place*, Place*>(tbb::filter_mode::parallel, middle) &
                                        tbb::make_filter<Place*, void>(tbb::filter_mode::serial_in_order, last));
    end();
    if (first_failure_) std::rethrow_exception(first_failure_);
  }

 private:
  // Where a task is from when it is picked until it was handed over. As they are handed over in order, the one before
  // in the same place is gone by then.
  struct Place {
    std::shared_ptr<Task> task{};
    Relay relay{};  // from stage to stage
  };

  // The thread sanitizer is told of the orders that the pipeline keeps, and of no others: of each task's stages, and of
  // one task after another in the two stages that take one at a time. So it sees where tasks get in each other's way.
  void begin(std::size_t at_once) {
    places_ = std::vector<Place>(at_once);
    picked_ = 0;
    picking_.leave();
  }

  void end() {
    picking_.enter();
    handing_over_.enter();
    for (Place& place : places_) place.relay.enter();
  }

  // Does a step; what it throws is noted.
  template <class Step>
  void guarded(Step step) {
    try {
      if (!failed_) step();
    } catch (...) {
      if (!failed_.exchange(true)) first_failure_ = std::current_exception();
    }
  }

  Place* pick(tbb::flow_control& flow) {
    const Relay::Leg one_at_a_time(picking_);
    Place& place = places_[picked_++ % places_.size()];
    const Relay::Leg leg(place.relay);
    TRUST_ASSERT(!place.task);
    guarded([&] { place.task = steps_.next(); });
    if (!place.task) flow.stop();
    return &place;
  }

  Place* work(Place* place) {
    const Relay::Leg leg(place->relay);
    guarded([&] { steps_.work(*place->task); });
    return place;
  }

  void hand_over(Place* place) {
    const Relay::Leg one_at_a_time(handing_over_);
    const Relay::Leg leg(place->relay);
    guarded([&] { steps_.hand_over(*place->task); });
    place->task.reset();
  }

  Steps& steps_;
  std::vector<Place> places_{};
  std::size_t picked_ = 0;
  std::atomic<bool> failed_{false};
  std::exception_ptr first_failure_ = nullptr;
  Relay picking_{};
  Relay handing_over_{};
};

}  // namespace trust
