// Oracle of the phases `meet`, `experience` and `trust` under the rule `asymmetric`.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/oracles/contact_oracle.hpp"

namespace trust::testing {
namespace {

ExpectedTrust learned(const ContactOracle& tie, const Met& met) {
  const double before = tie.before(Column::trust);
  if (!met.at_all) return {tie.drifted(before), tolerance};
  const RoundedOutcome outcome = tie.outcome(met);
  const double gain = std::min(1.0, tie.lever(Lever::trust_gain) * tie.gain_factor());
  const double loss = tie.lever(Lever::trust_loss) * tie.exposure();
  const double after = outcome.value >= 0 ? before + gain * outcome.value * (1 - before)
                                          : before - std::min(1.0, loss * -outcome.value) * before;
  return {tie.drifted(after), tolerance * (1 + std::max(gain, loss) * outcome.size)};
}

TEST(AsymmetricOracle, EveryTieFollowsFromItsContactAndItsOutcome) { check_trust_rule(TrustRule::asymmetric, learned); }

}  // namespace
}  // namespace trust::testing
