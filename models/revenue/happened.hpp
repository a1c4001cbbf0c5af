// The bits of column `happened` that the chain writes: what others see of a day's leads the day after.
#pragma once

#include "models/day_access.hpp"

namespace trust {
inline namespace TRUST_PATH {

inline constexpr std::int32_t answered_bit = 1 << static_cast<int>(Behaviour::answered_leads);
inline constexpr std::int32_t silent_bit = 1 << static_cast<int>(Behaviour::silent_on_leads);

/// How far to the left the bits of a day that is not over yet are kept.
inline constexpr int unfinished_day = 8;

/// The column after a step: what is being shown holds until the day ends, then all that came together over its steps.
TRUST_INLINE LaneInts shown_after(const DayContext& day, LaneInts before, LaneInts new_bits) {
  const LaneInts shown(answered_bit | silent_bit);
  if (day.steps_per_day == 1) return new_bits;
  const LaneInts collected = (shift_right(before, unfinished_day) & shown) | new_bits;
  return ends_day(day) ? collected : (before & shown) | shift_left(collected, unfinished_day);
}

}  // namespace TRUST_PATH
}  // namespace trust
