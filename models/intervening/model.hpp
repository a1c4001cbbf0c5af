// Phase `intervene`: brings everybody's levers to the day. README.md says how settings, ramps and strengths combine.
#pragma once

#include "models/day.hpp"

namespace trust {

/// Reads the plans; writes the levers of the day.
void intervene(DayContext& day);

}  // namespace trust
