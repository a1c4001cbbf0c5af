// Phase `spend`: where the hours of the day go. Reporting, meetings and justification follow from how much monitoring a
// supervisor would choose at the present trust. Equations in README.md.
#pragma once

#include "models/day.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// Reads who is there, trust, trust_received, behaviour_word, the person's clients and how new the change is; writes
/// monitoring and the columns of hours, which add up to hours.day exactly (to 0 where the seat is empty).
void spend_hours(const DayContext& day, RowBlock block, int worker);

/// The same for day 0, with the micromanagement that is usual: nobody has behaved in any way yet.
void settle_hours(const DayContext& day, RowBlock block, int worker);

}  // namespace TRUST_PATH
}  // namespace trust
