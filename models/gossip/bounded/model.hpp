// Gossip rule `bounded`: people average only with those whose opinion is near their own. Equations and sources in
// README.md.
#pragma once

#include "models/gossip/rule.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// Writes `news` of the block's rows; reads trust of any row.
void talk_by_bounded(const DayContext& day, RowBlock block, int worker);

}  // namespace TRUST_PATH
}  // namespace trust
