// Phase `request`: the eight requests that marketing makes of sales, weekly. Equations and sources in README.md.
#pragma once

#include "models/day.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// At the start of a week: reads trust and present; writes trust_from_sales and checklist of the people in marketing.
/// Draws purposes request and up, one for each request. On other days nothing.
void request(const DayContext& day, RowBlock block, int worker);

/// The same at once: the state of day 0.
void settle_requests(const DayContext& day, RowBlock block, int worker);

}  // namespace TRUST_PATH
}  // namespace trust
