// Oracle of the phases `meet`, `experience` and `trust` under the rule `subjective_logic`: it counts observations, as
// the opinions of the engine stand for them, and never fuses anything.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/oracles/contact_oracle.hpp"

namespace trust::testing {
namespace {

ExpectedTrust learned(const ContactOracle& tie, const Met& met) {
  const double prior = tie.lever(Lever::evidence_prior);
  const double belief = tie.before(Column::belief);
  const double disbelief = tie.before(Column::disbelief);
  const double uncertainty = std::max(1 - belief - disbelief, 1e-6);
  double good = prior * belief / uncertainty;
  double bad = prior * disbelief / uncertainty;
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
  const double count = good + bad + prior;
  // What is not known is what is left of 1, a difference: where little is left, few of its digits are.
  const double exact = tolerance * (2 + unsure / count) + 1e-6 * tolerance / uncertainty;
  tie.run().expect(Column::belief, tie.slot(), tie.lane(), good / count, exact);
  tie.run().expect(Column::disbelief, tie.slot(), tie.lane(), bad / count, exact);
  return {(good + prior * tie.home()) / count, exact};
}

TEST(SubjectiveLogicOracle, EveryTieFollowsFromItsContactAndItsOutcome) {
  check_trust_rule(TrustRule::subjective_logic, learned);
}

}  // namespace
}  // namespace trust::testing
