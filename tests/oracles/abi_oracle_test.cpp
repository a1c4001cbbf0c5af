// Oracle of the phases `meet`, `experience` and `trust` under the rule `abi`.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/oracles/contact_oracle.hpp"

namespace trust::testing {
namespace {

struct Side {
  Dimension dimension;
  Column column;
  Lever weight;
};

constexpr Side sides[] = {{Dimension::ability, Column::ability, Lever::abi_ability},
                          {Dimension::benevolence, Column::benevolence, Lever::abi_benevolence},
                          {Dimension::integrity, Column::integrity, Lever::abi_integrity}};

double side_after(const ContactOracle& tie, const Met& met, const Side& side, double& within) {
  double value = tie.before(side.column);
  within = tolerance;
  if (met.at_all) {
    const RoundedOutcome outcome = tie.outcome(met, side.dimension);
    const double gain = std::min(1.0, tie.lever(Lever::trust_gain) * tie.gain_factor());
    const double loss = tie.lever(Lever::trust_loss) * tie.exposure();
    const double missing = 1 - value;
    value = outcome.value >= 0 ? 1 - missing * (1 - gain * outcome.value)
                               : value * (1 - std::min(1.0, loss * -outcome.value));
    within *= 1 + std::max(gain, loss) * outcome.size;
  }
  return tie.drifted(value);
}

ExpectedTrust learned(const ContactOracle& tie, const Met& met) {
  double weights = tie.lever(Lever::abi_propensity);
  double sum = weights * tie.run().before(Column::propensity, tie.source(), tie.lane());
  double worst = tolerance;
  for (const Side& side : sides) {
    double within = 0;
    const double value = side_after(tie, met, side, within);
    tie.run().expect(side.column, tie.slot(), tie.lane(), value, within);
    sum += tie.lever(side.weight) * value;
    weights += tie.lever(side.weight);
    worst = std::max(worst, within);
  }
  return {sum / std::max(weights, 1e-6), 2 * worst};
}

TEST(AbiOracle, EveryTieFollowsFromItsContactAndItsOutcome) { check_trust_rule(TrustRule::abi, learned); }

}  // namespace
}  // namespace trust::testing
