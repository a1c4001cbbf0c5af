// Trust rule `beta`: good and bad evidence are counted and forgotten; trust is the expectation of a beta distribution.
// Equations and sources in README.md.
#pragma once

#include "models/trust_rules/rule.hpp"

namespace trust {
inline namespace TRUST_PATH {

void update_trust_by_beta(const DayContext& day, RowBlock block, int worker);
Lanes set_trust_by_beta(const DayContext& day, const TieNow& tie, Lanes trust, LaneMask which);

}  // namespace TRUST_PATH
}  // namespace trust
