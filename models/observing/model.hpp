// Phase `observe`: the sums over people that the day's figures are made of, as exact integers.
#pragma once

#include "models/day.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// Reads the columns of people; adds to the worker's totals.
void observe(const DayContext& day, RowBlock block, int worker);

}  // namespace TRUST_PATH
}  // namespace trust
