// Evidence as counts of good and bad contacts, and the trust that it stands for: what the rules `beta` and
// `subjective_logic` have in common. Equations in beta/README.md.
#pragma once

#include "models/trust_rules/rule.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// What holds for somebody of whom nothing is known: `home` (a) is the trust in them, and it weighs as much as `weight`
/// (W) contacts.
struct PriorOpinion {
  Lanes weight;
  Lanes home;

  TRUST_INLINE PriorOpinion(const LeversOf& levers, TieClass tie)
      : weight(levers(Lever::evidence_prior)), home(home_of(levers, tie)) {}
};

/// The evidence (r, s) that stands for a trust that something else decided, and the trust that it reaches.
struct EvidenceFor {
  Lanes good;
  Lanes bad;
  Lanes reached;

  /// `count` contacts in all, as far as they can stand for that trust; else the least number of contacts, all good or
  /// all bad, that can; at most `most` times the prior, so that trusts of 0 and 1 are missed by a thousandth.
  TRUST_INLINE EvidenceFor(Lanes trust, Lanes count, const PriorOpinion& prior) {
    constexpr float most = 999.0F;
    const Lanes at_home = prior.weight * prior.home;
    const Lanes most_of_one = prior.weight * most;
    const Lanes balanced = trust * (count + prior.weight) - at_home;
    const LaneMask all_bad = balanced < 0.0F;
    const LaneMask all_good = balanced > count;
    const Lanes only_good = prior.weight * (trust - prior.home) / max(1.0F - trust, 1e-6F);
    const Lanes only_bad = at_home / max(trust, 1e-6F) - prior.weight;
    good = choose(all_bad, 0.0F, choose(all_good, min(only_good, most_of_one), balanced));
    bad = choose(all_good, 0.0F, choose(all_bad, min(only_bad, most_of_one), count - balanced));
    const LaneMask missed = (all_good & (only_good > most_of_one)) | (all_bad & (only_bad > most_of_one));
    reached = choose(missed, (good + at_home) / (good + bad + prior.weight), trust);
  }
};

/// How much evidence a tie holds, given what its columns say: a tie that begins today, or on day 0, starts with its
/// own.
TRUST_INLINE Lanes evidence_held(const DayContext& day, const TieNow& tie, Lanes in_columns) {
  const LaneMask begins = (get(day, Column::trust, tie.slot) < 0.0F) | (in_columns <= 0.0F);
  return choose(begins, LeversOf(day, 0)(Lever::evidence_initial), in_columns);
}

/// What one contact is worth as evidence.
struct ContactWeights {
  Lanes loss[tie_class_count];  // of bad evidence against good

  explicit ContactWeights(const LeversOf& levers) {
    for (std::size_t c = 0; c < tie_class_count; ++c) {
      loss[c] = levers(Lever::evidence_loss_weight) * exposure_of(levers, static_cast<TieClass>(c));
    }
  }
};

}  // namespace TRUST_PATH
}  // namespace trust
