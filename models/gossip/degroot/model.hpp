// Gossip rule `degroot`: people average their opinion with those of the people they trust. Equations and sources in
// README.md.
#pragma once

#include "models/gossip/rule.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// Writes `news` of the block's rows; reads trust of any row.
void talk_by_degroot(const DayContext& day, RowBlock block, int worker);

}  // namespace TRUST_PATH
}  // namespace trust
