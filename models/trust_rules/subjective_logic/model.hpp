// Trust rule `subjective_logic`: an opinion a tie, fused with what each contact shows and ageing into uncertainty.
// Equations and sources in README.md.
#pragma once

#include "models/trust_rules/rule.hpp"

namespace trust {
inline namespace TRUST_PATH {

void update_trust_by_subjective_logic(const DayContext& day, RowBlock block, int worker);
Lanes set_trust_by_subjective_logic(const DayContext& day, const TieNow& tie, Lanes trust, LaneMask which);

}  // namespace TRUST_PATH
}  // namespace trust
