// Phase `spend`: where the hours of the day go. Reporting and meetings follow from how much monitoring a supervisor
// would choose at the present trust. Equations in README.md.
#pragma once

#include "models/day.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// Reads trust, trust_received and behaviour_word; writes monitoring and the four columns of hours.
void spend_hours(const DayContext& day, RowBlock block, int worker);

/// The same for day 0, with the micromanagement that is usual: nobody has behaved in any way yet.
void settle_hours(const DayContext& day, RowBlock block, int worker);

}  // namespace TRUST_PATH
}  // namespace trust
