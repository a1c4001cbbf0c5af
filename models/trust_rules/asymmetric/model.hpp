// Trust rule `asymmetric`: one number a tie; gains and losses of trust have rates of their own. Equations and sources
// in README.md.
#pragma once

#include "models/trust_rules/rule.hpp"

namespace trust {
inline namespace TRUST_PATH {

void update_trust_by_asymmetric(const DayContext& day, RowBlock block, int worker);
Lanes set_trust_by_asymmetric(const DayContext& day, const TieNow& tie, Lanes trust, LaneMask which);

}  // namespace TRUST_PATH
}  // namespace trust
