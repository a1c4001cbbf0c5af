#include "models/trust_rules/beta/model.hpp"

#include "models/trust_rules/counted_evidence.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

class Beta {
 public:
  static constexpr int dimensions = 1;

  explicit Beta(const DayContext& day) : drift_(day), weights_(LeversOf(day, 0)) {
    const LeversOf levers(day, 0);
    memory_ = levers(Lever::evidence_memory);
    prior_ = levers(Lever::evidence_prior);
    for (std::size_t c = 0; c < tie_class_count; ++c) {
      kept_[c] = 1.0F - drift_.share[c];
      prior_good_[c] = prior_ * drift_.home[c];
    }
  }

  TRUST_INLINE Lanes after(const DayContext& day, const TieNow& tie, Lanes, LaneMask contact, const Outcome<1>& outcome,
                           Lanes gain_factor) const {
    const auto c = static_cast<std::size_t>(tie.tie);
    const Lanes kept = choose(contact, memory_, 1.0F);
    const Lanes seen_good = where(contact, gain_factor * max(outcome.value[0], 0.0F));
    const Lanes seen_bad = where(contact, weights_.loss[c] * max(-outcome.value[0], 0.0F));
    const Lanes good = kept_[c] * (kept * get(day, Column::evidence_for, tie.slot) + seen_good);
    const Lanes bad = kept_[c] * (kept * get(day, Column::evidence_against, tie.slot) + seen_bad);
    put(day, Column::evidence_for, tie.slot, good);
    put(day, Column::evidence_against, tie.slot, bad);
    return (good + prior_good_[c]) / (good + bad + prior_);
  }

  static Lanes set(const DayContext& day, const TieNow& tie, Lanes trust, LaneMask which) {
    const Lanes good = get(day, Column::evidence_for, tie.slot);
    const Lanes bad = get(day, Column::evidence_against, tie.slot);
    const PriorOpinion prior(LeversOf(day, 0), tie.tie);
    const EvidenceFor evidence(trust, evidence_held(day, tie, good + bad), prior);
    put(day, Column::evidence_for, tie.slot, choose(which, evidence.good, good));
    put(day, Column::evidence_against, tie.slot, choose(which, evidence.bad, bad));
    return evidence.reached;
  }

 private:
  Drift drift_;
  ContactWeights weights_;
  Lanes memory_;                       // share of the evidence that a contact leaves
  Lanes prior_;                        // W
  Lanes kept_[tie_class_count];        // share of the evidence that a step leaves
  Lanes prior_good_[tie_class_count];  // W a
};

}  // namespace

void update_trust_by_beta(const DayContext& day, RowBlock block, int worker) {
  meet_and_trust<Beta>(day, block, worker);
}

Lanes set_trust_by_beta(const DayContext& day, const TieNow& tie, Lanes trust, LaneMask which) {
  return Beta::set(day, tie, trust, which);
}

}  // namespace TRUST_PATH
}  // namespace trust
