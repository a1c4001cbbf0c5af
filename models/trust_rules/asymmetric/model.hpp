// Phases `meet`, `experience` and `trust` in one pass over the ties, under the rule `asymmetric`: gains and losses of
// trust have rates of their own. Equations and sources in README.md.
#pragma once

#include "models/day.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// Reads behaviour_word, recognition_expectation and skill; updates trust; writes trust_received; adds each seat's
/// trust in others to the worker's scratch. Draws purpose `contact`.
void update_trust(const DayContext& day, RowBlock block, int worker);

}  // namespace TRUST_PATH
}  // namespace trust
