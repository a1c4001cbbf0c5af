// What a rule of gossip is: what a third person's word adds up to for one listener, and what the listener then thinks;
// and the one walk that every rule shares, over persons talked about (j), third persons who speak (k) and those who
// listen to them (i). A rule R has
//
//   static void hear(const Listener&, const Word&, Lanes& first, Lanes& second);
//                                      adds k's word to the two sums that are kept for each listener; both start at 0
//   static Lanes opinion(const Listener&, Lanes first, Lanes second);
//                                      what i then thinks of j: the present trust where nobody was heard
//
// The walk goes through row j and, for each k in it, through row k, both as they lie in memory; what i hears is added
// up in rising order of k, so that no result depends on how rows are shared out.
#pragma once

#include "models/trust_rules/model.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// i, about to hear something of j.
struct Listener {
  const DayContext& day;
  const TieNow& tie;  // i -> j
  Lanes own;          // T_ij

  TRUST_INLINE Lanes lever(Lever which) const { return LeversOf(day, tie.source)(which); }
};

/// What one k says of j to one i.
struct Word {
  LaneMask heard;  // i knows k, and k knows j
  Lanes weight;    // of k's word with i
  Lanes report;    // what k makes of j
};

/// Whether switch `which` is on.
TRUST_INLINE LaneMask is_on(Lanes which) { return which >= 0.5F; }

/// The lanes in which people talk about the person: in none where they only mirror.
TRUST_INLINE LaneMask talked_about(const DayContext& day, Seat person) {
  if (day.rules.gossip == GossipRule::mirror) return LaneMask(0);
  return is_on(LeversOf(day, person)(Lever::gossip_about));
}

/// The lanes in which this week brings news of the person: from others' talk, or from what they think of the listener.
TRUST_INLINE LaneMask in_the_news(const DayContext& day, Seat person) {
  return talked_about(day, person) | (LeversOf(day, 0)(Lever::trust_reciprocity) > 0.0F);
}

/// What rules that average opinions add up: weights, and weighted reports.
struct Averaging {
  static TRUST_INLINE void hear(const Listener&, const Word& word, Lanes& weights, Lanes& reports) {
    const Lanes weight = where(word.heard, word.weight);
    weights += weight;
    reports += weight * word.report;
  }

  /// One's own opinion, moved towards the mean report by `share` of the way; unmoved where nobody's word has weight.
  static TRUST_INLINE Lanes moved(Lanes own, Lanes weights, Lanes reports, Lanes share) {
    const LaneMask any_word = weights > 0.0F;
    const Lanes mean = reports / choose(any_word, weights, Lanes(1.0F));
    return choose(any_word, own + share * (mean - own), own);
  }
};

/// The two sums of the one who listens at a place in the row.
TRUST_INLINE float* heard_at(const Worker& worker, Slot place) { return row_of(worker.heard, std::size_t{2} * place); }

/// What everybody in the row of `person` says of them to everybody else in it who knows the speaker.
template <class R>
void spread_word(const DayContext& day, Seat person, const Worker& worker) {
  const TieGraph& graph = day.world->graph();
  const Slot begin = graph.row_begin(person);
  LaneMask frozen(0);  // who listens as on day 0
  for (Slot slot = begin; slot < graph.row_end(person); ++slot) {
    store(heard_at(worker, slot - begin), 0.0F);
    store(heard_at(worker, slot - begin) + lane_count, 0.0F);
    if (!any(get(day, Column::trust, slot) >= 0.0F)) continue;
    worker.listener[graph.source(slot)] = slot - begin;
    frozen |= is_on(LeversOf(day, graph.source(slot))(Lever::gossip_frozen));
  }
  const bool any_frozen = any(frozen);
  const Lanes good_news = LeversOf(day, person)(Lever::gossip_good_news);
  for (Slot slot = begin; slot < graph.row_end(person); ++slot) {
    const Seat speaker = graph.source(slot);
    const Lanes opinion = get(day, Column::trust, slot);
    const LaneMask knows = opinion >= 0.0F;
    if (!any(knows)) continue;
    const Lanes report = clamp01(opinion + good_news);
    const Lanes standing = day.world->leads()[speaker] != 0 ? LeversOf(day, speaker)(Lever::gossip_leaders) : 1.0F;
    for (Slot ear = graph.row_begin(speaker); ear < graph.row_end(speaker); ++ear) {
      const Seat source = graph.source(ear);
      const Slot place = worker.listener[source];
      if (place == no_slot) continue;
      const Lanes trust = get(day, Column::trust, ear);
      Lanes weight = trust;
      if (any_frozen) {
        const LaneMask as_on_day_0 = is_on(LeversOf(day, source)(Lever::gossip_frozen));
        weight = choose(as_on_day_0, max(day.world->initial_trust()[ear], 0.0F), trust);
      }
      const TieNow tie = tie_at(day, begin + place, person);
      const Word word{knows & (trust >= 0.0F), weight * standing, report};
      float* sums = heard_at(worker, place);
      Lanes first = load(sums);
      Lanes second = load(sums + lane_count);
      R::hear({day, tie, get(day, Column::trust, tie.slot)}, word, first, second);
      store(sums, first);
      store(sums + lane_count, second);
    }
  }
  for (Slot slot = begin; slot < graph.row_end(person); ++slot) worker.listener[graph.source(slot)] = no_slot;
}

/// What i gives back of the difference to j's trust in i; 0 where j does not know i.
TRUST_INLINE Lanes given_back(const DayContext& day, const TieNow& tie, Lanes own, Lanes reciprocity) {
  const Slot back = day.world->graph().find(tie.target, tie.source);
  if (back == no_slot) return 0.0F;
  const Lanes theirs = get(day, Column::trust, back);
  return where(theirs >= 0.0F, reciprocity * (theirs - own));
}

/// Phase `gossip` under rule R for the rows of a block.
template <class R>
void talk(const DayContext& day, RowBlock block, int which) {
  const TieGraph& graph = day.world->graph();
  const Worker& worker = day.workers[static_cast<std::size_t>(which)];
  const Lanes reciprocity = LeversOf(day, 0)(Lever::trust_reciprocity);
  const bool any_reciprocity = any(reciprocity > 0.0F);
  for (Seat person = block.begin; person < block.end; ++person) {
    const LaneMask reached = in_the_news(day, person);
    if (!any(reached)) continue;
    const LaneMask about = talked_about(day, person);
    const bool any_talk = any(about);
    if (any_talk) spread_word<R>(day, person, worker);
    for (Slot slot = graph.row_begin(person); slot < graph.row_end(person); ++slot) {
      const TieNow tie = tie_at(day, slot, person);
      const Lanes own = get(day, Column::trust, slot);
      Lanes news = own;
      if (any_talk) {
        const float* sums = heard_at(worker, slot - graph.row_begin(person));
        news = choose(about, R::opinion({day, tie, own}, load(sums), load(sums + lane_count)), own);
      }
      if (any_reciprocity) news += given_back(day, tie, own, reciprocity);
      const LaneMask told = reached & (own >= 0.0F);
      put(day, Column::news, slot, choose(told, clamp01(news), get(day, Column::news, slot)));
    }
  }
}

}  // namespace TRUST_PATH
}  // namespace trust
