#include "models/trust_rules/subjective_logic/model.hpp"

#include "models/trust_rules/counted_evidence.hpp"
#include "models/trust_rules/subjective_logic/opinion.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

// Never wholly certain: an opinion without uncertainty could learn nothing more.
constexpr float least_uncertainty = 1e-6F;

TRUST_INLINE Opinion<Lanes> opinion_in(const DayContext& day, Slot slot) {
  const Lanes belief = get(day, Column::belief, slot);
  const Lanes disbelief = get(day, Column::disbelief, slot);
  return {belief, disbelief, max(1.0F - belief - disbelief, least_uncertainty)};
}

class SubjectiveLogic {
 public:
  static constexpr int dimensions = 1;

  explicit SubjectiveLogic(const DayContext& day) : drift_(day), weights_(LeversOf(day, 0)) {
    const LeversOf levers(day, 0);
    memory_ = levers(Lever::evidence_memory);
    prior_ = levers(Lever::evidence_prior);
    for (std::size_t c = 0; c < tie_class_count; ++c) kept_[c] = 1.0F - drift_.share[c];
  }

  TRUST_INLINE Lanes after(const DayContext& day, const TieNow& tie, Lanes, LaneMask contact, const Outcome<1>& outcome,
                           Lanes gain_factor) const {
    const auto c = static_cast<std::size_t>(tie.tie);
    const Opinion<Lanes> held = opinion_in(day, tie.slot);
    const Opinion<Lanes> shown =
        opinion_of(gain_factor * max(outcome.value[0], 0.0F), weights_.loss[c] * max(-outcome.value[0], 0.0F), prior_);
    const Opinion<Lanes> learned = fused(aged(held, memory_), shown);
    const Opinion<Lanes> now =
        aged<Lanes>({choose(contact, learned.belief, held.belief), choose(contact, learned.disbelief, held.disbelief),
                     choose(contact, learned.uncertainty, held.uncertainty)},
                    kept_[c]);
    put(day, Column::belief, tie.slot, now.belief);
    put(day, Column::disbelief, tie.slot, now.disbelief);
    return projected(now, drift_.home[c]);
  }

  static Lanes set(const DayContext& day, const TieNow& tie, Lanes trust, LaneMask which) {
    const Opinion<Lanes> held = opinion_in(day, tie.slot);
    const PriorOpinion prior(LeversOf(day, 0), tie.tie);
    const Lanes count = prior.weight * (held.belief + held.disbelief) / held.uncertainty;
    const EvidenceFor evidence(trust, evidence_held(day, tie, count), prior);
    const Opinion<Lanes> wanted = opinion_of(evidence.good, evidence.bad, prior.weight);
    put(day, Column::belief, tie.slot, choose(which, wanted.belief, held.belief));
    put(day, Column::disbelief, tie.slot, choose(which, wanted.disbelief, held.disbelief));
    return evidence.reached;
  }

 private:
  Drift drift_;
  ContactWeights weights_;
  Lanes memory_;                 // share of the evidence that a contact leaves
  Lanes prior_;                  // W
  Lanes kept_[tie_class_count];  // share of the evidence that a step leaves
};

}  // namespace

void update_trust_by_subjective_logic(const DayContext& day, RowBlock block, int worker) {
  meet_and_trust<SubjectiveLogic>(day, block, worker);
}

Lanes set_trust_by_subjective_logic(const DayContext& day, const TieNow& tie, Lanes trust, LaneMask which) {
  return SubjectiveLogic::set(day, tie, trust, which);
}

}  // namespace TRUST_PATH
}  // namespace trust
