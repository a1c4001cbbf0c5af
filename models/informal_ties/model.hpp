// Phases `draw ties` and `change ties`: informal ties that form and end, weekly. Equations and sources in README.md.
#pragma once

#include "models/day.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// Draws, weekly, which ties of the block's rows form and end, and lists them in day.tie_changes. Reads trust,
/// trust_received and present; draws purposes `tie_forms` and `tie_ends`.
void draw_ties(const DayContext& day, RowBlock block, int worker);

/// Opens and closes the ties that were listed, in rising order of (target, source): cost in proportion to their number
/// (and to that of the blocks of rows).
void change_ties(DayContext& day);

}  // namespace TRUST_PATH
}  // namespace trust
