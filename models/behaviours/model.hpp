// Phase `decide`: what each person does today, as one word of bits. Equations in README.md.
#pragma once

#include "models/day.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// Reads trust_given and stress; writes behaviour_word. Draws purposes behaviour .. behaviour + 3.
void decide(const DayContext& day, RowBlock block, int worker);

}  // namespace TRUST_PATH
}  // namespace trust
