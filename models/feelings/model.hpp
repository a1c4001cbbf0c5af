// Phase `feel`: what the day leaves in people: felt trust, clarity, stress, energy, engagement, psychological safety.
// Equations in README.md.
#pragma once

#include "models/day.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// Sums each person's trust in others from the workers' scratch (and clears it), then updates the feelings.
void feel(const DayContext& day, RowBlock block, int worker);

/// Sets the feelings to where today's trust and the usual behaviours would bring them: the state of day 0.
void settle_feelings(const DayContext& day, RowBlock block, int worker);

}  // namespace TRUST_PATH
}  // namespace trust
