// Phase `work`: effort, and what comes of it in the time that is left. Equations in README.md.
#pragma once

#include "models/day.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// Reads engagement, energy, clarity, micromanaged, skill and hours_outside; writes effort and output.
void work(const DayContext& day, RowBlock block, int worker);

}  // namespace TRUST_PATH
}  // namespace trust
