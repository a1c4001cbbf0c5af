// Oracle of the phases `meet`, `experience` and `trust` under the rule `template_rule`: to be copied with it
// (docs/writing-a-model.md).
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/oracles/contact_oracle.hpp"

namespace trust::testing {
namespace {

// The trust of one tie after the day, from the equations of the rule's README.
ExpectedTrust learned(const ContactOracle& tie, const Met& met) {
  const double before = tie.before(Column::trust);
  if (!met.at_all) return {tie.drifted(before), tolerance};
  const RoundedOutcome outcome = tie.outcome(met);
  const double weight = outcome.value > 0 ? tie.gain_factor() : 1.0;
  const double share = tie.lever(Lever::trust_gain) * weight;
  const double after = std::clamp(before + share * outcome.value, 0.0, 1.0);
  return {tie.drifted(after), tolerance * (1 + share) * (1 + outcome.size)};
}

TEST(TemplateRuleOracle, EveryTieFollowsFromItsContactAndItsOutcome) {
  check_trust_rule(TrustRule::template_rule, learned);
}

}  // namespace
}  // namespace trust::testing
