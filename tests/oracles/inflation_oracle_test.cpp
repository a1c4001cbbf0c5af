// Oracle of the phases `meet`, `experience` and `trust` under the rule `inflation`, on the scale from -1 to 1 on which
// Jonker and Treur write it.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/oracles/contact_oracle.hpp"

namespace trust::testing {
namespace {

ExpectedTrust learned(const ContactOracle& tie, const Met& met) {
  const double before = tie.before(Column::trust);
  if (!met.at_all) return {tie.drifted(before), tolerance};
  const RoundedOutcome outcome = tie.outcome(met);
  const double held = 2 * before - 1;
  const double quicker = outcome.value > held ? tie.gain_factor() : tie.exposure();
  const double replaced = std::min(1.0, quicker * (1 - tie.lever(Lever::inflation_memory)));
  const double now = (1 - replaced) * held + replaced * outcome.value;
  // Where the outcome is what is remembered already, rounding decides which of the two shares is meant.
  return {tie.drifted(0.5 * (now + 1)), tolerance * (2 + outcome.size) * std::max(1.0, quicker)};
}

TEST(InflationOracle, EveryTieFollowsFromItsContactAndItsOutcome) { check_trust_rule(TrustRule::inflation, learned); }

}  // namespace
}  // namespace trust::testing
