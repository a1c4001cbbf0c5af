// Whole states of a timeline, so that a day that is not kept can be run again from nearby, and so that another plan can
// go on from where the two part.
//
// One is kept every `spacing` days. When they do not fit the budget the spacing doubles and every second one goes. The
// newest is kept wherever one fits at all. Day 0 needs none: it can always be made.
#pragma once

#include <cstddef>
#include <map>
#include <memory>

#include "models/batch.hpp"
#include "scenarios/scenario.hpp"

namespace trust::viz {

/// About what a batch takes of memory; its world is not counted.
std::size_t weight_of(const Batch& batch);

struct Keyframe {
  Keyframe(std::shared_ptr<const Scenario> of, Batch state);

  std::shared_ptr<const Scenario> scenario;  // holds the plan that the batch points to
  Batch batch;                               // never stepped: fork it
  std::size_t bytes;
};

class Keyframes {
 public:
  static constexpr int closest = 8;  // days between two keyframes at least

  explicit Keyframes(std::size_t budget_bytes) : budget_(budget_bytes) {}

  /// Whether offer() would keep a batch of this day and weight.
  bool wants(int day, std::size_t bytes) const;

  /// Keeps a fork of the batch where one is wanted.
  void offer(const Batch& batch, const std::shared_ptr<const Scenario>& scenario);

  /// The latest at or before the end of `day`; null where day 0 has to be made anew.
  std::shared_ptr<const Keyframe> nearest(int day) const;

  void forget_after(int day);

  std::size_t bytes() const { return bytes_; }
  int spacing() const { return spacing_; }

 private:
  void thin();

  std::size_t budget_;
  std::size_t bytes_ = 0;
  int spacing_ = closest;
  std::map<int, std::shared_ptr<const Keyframe>> frames_;
};

}  // namespace trust::viz
