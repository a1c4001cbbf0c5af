// Oracle of the phases `meet`, `experience` and `trust` under the rule `beta`.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/oracles/contact_oracle.hpp"

namespace trust::testing {
namespace {

ExpectedTrust learned(const ContactOracle& tie, const Met& met) {
  double good = tie.before(Column::evidence_for);
  double bad = tie.before(Column::evidence_against);
  double unsure = 0;
  if (met.at_all) {
    const RoundedOutcome outcome = tie.outcome(met);
    const double weight =
        outcome.value > 0 ? tie.gain_factor() : tie.lever(Lever::evidence_loss_weight) * tie.exposure();
    good *= tie.lever(Lever::evidence_memory);
    bad *= tie.lever(Lever::evidence_memory);
    (outcome.value > 0 ? good : bad) += weight * std::abs(outcome.value);
    unsure = outcome.size * std::max(weight, tie.gain_factor());
  }
  good *= 1 - tie.drift_share();
  bad *= 1 - tie.drift_share();
  const double exact = tolerance * (1 + good + bad + unsure);
  tie.run().expect(Column::evidence_for, tie.slot(), tie.lane(), good, exact);
  tie.run().expect(Column::evidence_against, tie.slot(), tie.lane(), bad, exact);
  const double prior = tie.lever(Lever::evidence_prior);
  const double count = good + bad + prior;
  return {(good + prior * tie.home()) / count, tolerance + exact / count};
}

TEST(BetaOracle, EveryTieFollowsFromItsContactAndItsOutcome) { check_trust_rule(TrustRule::beta, learned); }

}  // namespace
}  // namespace trust::testing
