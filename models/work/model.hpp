// Phase `work`: effort, errors, and what comes of the time that is left. Equations in README.md.
#pragma once

#include "models/day.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// Reads feelings, monitoring, hours_outside, skill, trust_given, tenure and the manager's discretion of the day;
/// writes effort, errors and output, all 0 where the seat is empty.
void work(const DayContext& day, RowBlock block, int worker);

/// The same for day 0, with the discretion that is usual.
void settle_work(const DayContext& day, RowBlock block, int worker);

}  // namespace TRUST_PATH
}  // namespace trust
