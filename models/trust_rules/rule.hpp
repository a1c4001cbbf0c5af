// What a trust rule is: a class that learns from one contact at a time, and the one pass over the ties that every rule
// shares. A rule R has
//
//   static constexpr int dimensions;       1: it learns from one outcome; 3: from ability, benevolence, integrity apart
//   explicit R(const DayContext&);         what holds all day, from the levers
//   Lanes after(const DayContext&, const TieNow&, Lanes before, LaneMask contact, const Outcome<dimensions>&,
//               Lanes gain_factor) const;  trust after the day, with a contact or without one; updates R's own columns
//   static Lanes set(const DayContext&, const TieNow&, Lanes trust, LaneMask which);
//                                          brings R's own columns to a trust that something else decided (day 0, a
//                                          newcomer, gossip, a violation); gives the trust that they then stand for
#pragma once

#include <algorithm>

#include "models/contact/experience.hpp"
#include "models/day_access.hpp"
#include "models/purposes.hpp"
#include "sim/lane_draws.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// One tie i -> j of the pass.
struct TieNow {
  Slot slot;
  TieClass tie;
  Seat source;
  Seat target;
};

/// The level that trust drifts to on a tie of that class.
TRUST_INLINE Lanes home_of(const LeversOf& levers, TieClass tie) {
  return levers(is_across(tie) ? Lever::trust_disposition_across : Lever::trust_disposition_within);
}

/// Decay and disposition, which all rules share: where trust drifts to and how fast, by class of tie.
struct Drift {
  Lanes share[tie_class_count];  // of the difference, per step
  Lanes home[tie_class_count];

  explicit Drift(const DayContext& day) {
    const LeversOf levers(day, 0);
    const Lanes half_life = levers(Lever::trust_half_life);
    const Lanes within = share_of_half_life(day, half_life);
    const Lanes across = share_of_half_life(day, half_life / max(levers(Lever::trust_decay_across), 1e-6F));
    for (std::size_t c = 0; c < tie_class_count; ++c) {
      const auto tie = static_cast<TieClass>(c);
      share[c] = is_across(tie) ? across : within;
      home[c] = home_of(levers, tie);
    }
  }
};

/// Factor on losses: those who live off client accounts lose more by another function's mistakes.
TRUST_INLINE Lanes exposure_of(const LeversOf& levers, TieClass tie) {
  return tie == TieClass::cross_function_exposed ? levers(Lever::trust_exposure) : Lanes(1.0F);
}

/// Where trust may not exceed what a deception left of it.
TRUST_INLINE Lanes below_ceiling(const DayContext& day, Slot slot, LaneInts tie_word, Lanes trust) {
  const LaneMask scarred = (tie_word & LaneInts(scar_bit)) > LaneInts(0);
  if (!any(scarred)) return trust;
  return choose(scarred, min(trust, get(day, Column::ceiling, slot)), trust);
}

/// Factor on gains of trust in somebody whose promise to change is fresh: less with those whom they deceived.
TRUST_INLINE Lanes promise_factor(const DayContext& day, Seat person, LaneInts tie_word) {
  const LeversOf levers(day, person);
  return choose((tie_word & LaneInts(scar_bit)) > LaneInts(0), levers(Lever::repair_promise_factor_deceived),
                levers(Lever::repair_promise_factor));
}

/// Phases `meet`, `experience` and `trust` over the rows of a block, under rule R.
template <class R>
void meet_and_trust(const DayContext& day, RowBlock block, int worker) {
  constexpr Slot ties_at_once = TieGraph::row_padding;
  constexpr Slot prefetch_distance = 24;  // ties ahead, for the scattered sums of the ones who trust
  constexpr auto purpose = static_cast<std::uint8_t>(Purpose::contact);
  const TieGraph& graph = day.world->graph();
  const Seat* sources = graph.sources().data();
  const TieClass* tie_class = day.world->tie_class().data();
  const std::uint8_t* far = day.world->far().data();
  const Slot last_slot = graph.slots() - 1;
  const Seat last_seat = graph.seats() - 1;
  TrustSums sums(day, worker);
  const R rule(day);
  const ContactToday today(day);
  for (Seat person = block.begin; person < block.end; ++person) {
    const Seen<R::dimensions> seen(day, person, today);
    const LaneMask promised = get(day, Column::promise_left, person) > 0.0F;
    const bool anybody_promised = any(promised);
    const Slot end = graph.row_end(person);
    for (Slot first = graph.row_begin(person); first < end; first += ties_at_once) {
      LaneInts luck[ties_at_once];  // rows are padded, so that reading past the last tie of a row stays inside them
      draw16_ties<ties_at_once>(day.luck, sources + first, {0, person, day.step, purpose}, luck);
      for (Slot slot = first; slot < std::min(first + ties_at_once, end); ++slot) {
        const Seat ahead = sources[std::min(slot + prefetch_distance, last_slot)];
        __builtin_prefetch(row_of(sums.worker.trust_given, std::min(ahead, last_seat)), 1);
        const Lanes before = get(day, Column::trust, slot);
        const LaneMask active = before >= Lanes(0.0F);
        if (!any(active)) continue;
        const TieNow tie{slot, tie_class[slot], sources[slot], person};
        const LaneInts tie_word = get_ints(day, Column::tie_word, slot);
        const Meeting meeting(today, tie.tie, far[slot] != 0, luck[slot - first]);
        Outcome<R::dimensions> outcome;
        experience_of(day, today, seen, tie.tie, tie.source, before, tie_word, meeting.richness, outcome);
        Lanes gain_factor = 1.0F;
        if (anybody_promised) gain_factor = choose(promised, promise_factor(day, person, tie_word), gain_factor);
        Lanes after = rule.after(day, tie, before, meeting.contact & active, outcome, gain_factor);
        after = choose(active, below_ceiling(day, slot, tie_word, clamp01(after)), before);
        put(day, Column::trust, slot, after);
        sums.add(after, active, tie.tie, tie.source, person);
      }
    }
    sums.end_row(person);
  }
  sums.end_block(worker);
}

}  // namespace TRUST_PATH
}  // namespace trust
