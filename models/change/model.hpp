// Phases `adopt` and `take up`: who works the offered new way. People look at what others do; so that the order of
// people changes nothing, all decide first and take it up afterwards. Equations and sources in README.md.
#pragma once

#include "models/day.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// Marks those who take up the change today: carriers as soon as it is offered, the others weekly. Reads adopted,
/// trust, present and generation; writes -1 into adopted_for. Draws purposes `threshold`, `innovate` and `imitate`.
void adopt(const DayContext& day, RowBlock block, int worker);

/// Lets those who were marked work the new way from now on, and the others work it for another step. Updates adopted
/// and adopted_for.
void take_up(const DayContext& day, RowBlock block, int worker);

}  // namespace TRUST_PATH
}  // namespace trust
