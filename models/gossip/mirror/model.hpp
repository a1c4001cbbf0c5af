// Gossip rule `mirror`: nobody talks about others; trust only gives back a share of the difference to the other's
// trust. Equations and sources in README.md.
#pragma once

#include "models/gossip/rule.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// Writes `news` of the block's rows; reads trust of any row.
void talk_by_mirror(const DayContext& day, RowBlock block, int worker);

}  // namespace TRUST_PATH
}  // namespace trust
