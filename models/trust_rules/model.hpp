// The pass over the ties under whichever rule the batch has, and what others do to ties: setting trust, opening and
// closing ties. The list of rules is rules.def.
#pragma once

#include "models/trust_rules/rule.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// Phases `meet`, `experience` and `trust`. Reads behaviour_word, word_before, happened, recognition_expectation,
/// skill, self_awareness, propensity, promise_left, tie_word, ceiling; updates trust and the rule's columns; writes
/// trust_received; adds each seat's trust in others to the worker's scratch. Draws purpose `contact`.
void update_trust(const DayContext& day, RowBlock block, int worker);

/// Day 0: brings the rule's own columns to the trust of the ties, writes tie_word's distance of styles and sums trust.
void start_ties(const DayContext& day, RowBlock block, int worker);

/// Ends the pass: the mean trust of each function in each other.
void close_trust(DayContext& day);

/// Sets the trust of active ties in the lanes of `which`: the trust column and the rule's own.
void set_trust(const DayContext& day, const TieNow& tie, Lanes trust, LaneMask which);

/// Makes an inactive tie active at `trust` in one lane, or an active one inactive; keeps the counts of ties true.
void open_tie(DayContext& day, const TieNow& tie, int lane, float trust);
void close_tie(DayContext& day, const TieNow& tie, int lane);

/// The tie in a slot of the row of `target`.
inline TieNow tie_at(const DayContext& day, Slot slot, Seat target) {
  return {slot, day.world->tie_class()[slot], day.world->graph().source(slot), target};
}

/// Brings the distance of styles in a tie's word up to date in one lane.
void measure_style(const DayContext& day, const TieNow& tie, int lane);

}  // namespace TRUST_PATH
}  // namespace trust
