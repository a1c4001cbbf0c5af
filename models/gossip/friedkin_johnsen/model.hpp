// Gossip rule `friedkin_johnsen`: people average, but stay tied to where they started. Equations and sources in
// README.md.
#pragma once

#include "models/gossip/rule.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// Writes `news` of the block's rows; reads trust of any row.
void talk_by_friedkin_johnsen(const DayContext& day, RowBlock block, int worker);

}  // namespace TRUST_PATH
}  // namespace trust
