// Phases `gossip` and `hear`: third-party news, weekly, by the rule of the batch. The list of rules is rules.def, what
// a rule is stands in rule.hpp, equations and sources in README.md.
#pragma once

#include "models/day.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// Writes `news`, what each tie of the rows will be after this week's talk, where there is any. Reads trust of any row.
void gossip(const DayContext& day, RowBlock block, int worker);

/// Brings trust to `news`, but not above the ceiling that a deception left.
void hear(const DayContext& day, RowBlock block, int worker);

}  // namespace TRUST_PATH
}  // namespace trust
