// The bits of column `tie_word`: what there is between two people besides trust. Free of vector types.
#pragma once

#include <cmath>
#include <cstdint>

namespace trust {

/// Bits 0 .. 15: how different the two are in style, in units of 1 / 65535.
inline constexpr std::int32_t style_distance_mask = 0xFFFF;
/// The two agreed to give each other feedback.
inline constexpr std::int32_t contract_bit = 1 << 16;
/// A deception left a ceiling on this trust (column `ceiling`).
inline constexpr std::int32_t scar_bit = 1 << 17;

/// Distance of two styles, city block, 0 (the same) to 1 (opposite corners), as bits 0 .. 15.
inline std::int32_t style_distance(float x1, float y1, float x2, float y2) {
  const float distance = 0.5F * (std::fabs(x1 - x2) + std::fabs(y1 - y2));
  return static_cast<std::int32_t>(distance * 65535.0F + 0.5F);
}

}  // namespace trust
