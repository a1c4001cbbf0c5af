// Trust rule `inflation`: one number a tie, of which each contact replaces a share by its outcome, good or bad alike.
// Equations and sources in README.md.
#pragma once

#include "models/trust_rules/rule.hpp"

namespace trust {
inline namespace TRUST_PATH {

void update_trust_by_inflation(const DayContext& day, RowBlock block, int worker);
Lanes set_trust_by_inflation(const DayContext& day, const TieNow& tie, Lanes trust, LaneMask which);

}  // namespace TRUST_PATH
}  // namespace trust
