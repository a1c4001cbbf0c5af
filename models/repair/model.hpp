// Phase `repair`: violations, what answers them, feedback contracts, and promises that fade. Equations and sources in
// README.md.
#pragma once

#include "models/day.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// Lets the violation, response and contract events of the day happen to the people of the block and to the ties
/// towards them, and apologies of people's own. Updates trust and the trust rule's columns, tie_word, hurt, ceiling,
/// harm and promise_left; reads trust_received and present. Draws purposes `violation`, `event_share` and `apology`.
void repair(const DayContext& day, RowBlock block, int worker);

}  // namespace TRUST_PATH
}  // namespace trust
