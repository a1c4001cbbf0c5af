// A scenario's plan that takes changes while it runs: moving a lever by hand is an intervention on everyone from the
// next day to the end, so that what was played can be written down as a scenario and run again.
#pragma once

#include <map>
#include <vector>

#include "models/plan.hpp"

namespace trust::viz {

class LivePlan {
 public:
  /// `days`: the last day that a change can reach.
  LivePlan(const Plan& scenario, int days);

  // A batch keeps a pointer to the plan.
  LivePlan(const LivePlan&) = delete;
  LivePlan& operator=(const LivePlan&) = delete;

  /// The plan for a batch. Every lever has two spare places in it, interventions without days: a batch looks up who is
  /// touched only once, but reads days and values every day. Call nothing below while the batch steps.
  const Plan& plan() const { return plan_; }

  /// Sets a lever for everyone from `first_day` on, which the batch must not have begun. Beyond the last day it holds
  /// only after start_again().
  void set(Lever lever, float value, int first_day);

  /// Back to what the scenario says, from `first_day` on.
  void clear(Lever lever, int first_day);

  /// Whether the hand has the lever at present.
  bool holds(Lever lever) const { return now_.contains(lever); }

  /// The value that the hand gave a lever that it holds.
  float held_value(Lever lever) const { return plan_.interventions[place_of(lever, now_.at(lever))].changes[0].value; }

  /// For a new start: what the hand holds now holds from day 1 on; what it held before is forgotten. Needs a new batch.
  void start_again();

  /// Everything that was done by hand, in the order of its days, as a scenario would state it.
  std::vector<Intervention> by_hand() const;

 private:
  std::size_t place_of(Lever lever, int which) const {
    return spare_begin_ + 2 * static_cast<std::size_t>(lever) + static_cast<std::size_t>(which);
  }
  Intervention& place(Lever lever, int which) { return plan_.interventions[place_of(lever, which)]; }
  void end(Lever lever, int last_day);

  Plan plan_;
  std::size_t spare_begin_;
  int days_;
  std::map<Lever, int> now_;         // which of its two places a lever is held by
  std::vector<Intervention> ended_;  // changes that were in force for a day or more
};

}  // namespace trust::viz
