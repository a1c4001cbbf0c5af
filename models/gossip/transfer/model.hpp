// Gossip rule `transfer`: people report honestly, and are believed as far as they are trusted. Equations and sources in
// README.md.
#pragma once

#include "models/gossip/rule.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// Writes `news` of the block's rows; reads trust of any row.
void talk_by_transfer(const DayContext& day, RowBlock block, int worker);

}  // namespace TRUST_PATH
}  // namespace trust
