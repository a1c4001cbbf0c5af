// What a phase gets to see: the world, the columns, today's levers and the luck. Free of vector types, so that code
// compiled for different instruction sets can share it.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "models/column.hpp"
#include "models/world.hpp"
#include "sim/lane_draws.hpp"

namespace trust {

/// The sums over people or ties that the day's figures are made of, as exact integers.
enum class Total : std::uint8_t {
  trust,
  trust_across,
  trust_in_managers,
  felt_trust,
  stress,
  energy,
  engagement,
  hours_inside,
  hours_outside,
  hours_reporting,
  hours_meetings,
  output,
  programme_hours,
  count
};

inline constexpr std::size_t total_count = static_cast<std::size_t>(Total::count);

/// Trust is summed in units of 1/65535, so that 1 is a whole number of them; everything else in units of 2^-16.
inline constexpr float trust_unit = 1.0F / 65535.0F;
inline constexpr float total_unit = 1.0F / 65536.0F;

using LaneTotals = std::array<std::int64_t, lane_columns>;

class LeverTable;

/// Scratch memory of one worker thread, so that no two threads add to the same cell.
struct Worker {
  float* trust_given = nullptr;  // [seat][lane] sums of the seat's trust in others, as integers
  std::array<LaneTotals, total_count>* totals = nullptr;
};

struct DayContext {
  const World* world = nullptr;
  std::array<float*, column_count> column{};
  LeverTable* lever_table = nullptr;
  const float* levers = nullptr;               // [group][lever][lane], as they are today
  const std::uint32_t* lever_group = nullptr;  // [seat]
  LaneLuck luck{};
  int day = 0;             // the day being worked
  std::uint32_t step = 0;  // the step being worked, from 1: what draws are addressed by
  float step_length = 1;   // in days
  std::span<const Worker> workers;
};

}  // namespace trust
