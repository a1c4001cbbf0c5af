// Trust rule `abi`: ability, benevolence and integrity learn apart, each from what a contact shows of it; trust is
// their weighted mean with one's propensity to trust. Equations and sources in README.md.
#pragma once

#include "models/trust_rules/rule.hpp"

namespace trust {
inline namespace TRUST_PATH {

void update_trust_by_abi(const DayContext& day, RowBlock block, int worker);
Lanes set_trust_by_abi(const DayContext& day, const TieNow& tie, Lanes trust, LaneMask which);

}  // namespace TRUST_PATH
}  // namespace trust
