// The two runs of a sitting: the scenario as it is, and what one makes of it.
#pragma once

#include <cstdint>

namespace trust::viz {

enum class Arm : std::uint8_t { baseline, what_if };
inline constexpr std::size_t arm_count = 2;

}  // namespace trust::viz
