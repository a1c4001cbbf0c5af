// Phase `learn`: skill and business acumen. Equations and sources in README.md.
#pragma once

#include "models/day.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// Before the rows: leaves each team's mean skill in `learned` of its members, where learn() finds it. (Nobody may read
/// a team mate's skill while rows change theirs.)
void average_skills(DayContext& day);

/// Reads skill, acumen, learned (the team's mean), trust, trust_given, present, hours_learning and the manager's
/// behaviour of the day; writes skill, acumen and learned. Draws purpose feedback. Empty seats keep skill and acumen.
void learn(const DayContext& day, RowBlock block, int worker);

}  // namespace TRUST_PATH
}  // namespace trust
