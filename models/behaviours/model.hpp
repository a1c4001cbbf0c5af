// Phase `decide`: what each person does today, as one word of bits. Equations in README.md.
#pragma once

#include "models/day.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// Reads trust_given, stress, self_awareness, present and word_before; writes behaviour_word. Draws purposes behaviour
/// and up, one for each behaviour.
void decide(const DayContext& day, RowBlock block, int worker);

/// Day 0: what people are taken to have done the day before the first, by their propensities. Writes word_before.
void settle_behaviours(const DayContext& day, RowBlock block, int worker);

}  // namespace TRUST_PATH
}  // namespace trust
