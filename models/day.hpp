// What a phase gets to see: the world, the columns, today's levers and the luck. Free of vector types, so that code
// compiled for different instruction sets can share it.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "models/column.hpp"
#include "models/event_list.hpp"
#include "models/rules.hpp"
#include "models/world.hpp"
#include "sim/lane_draws.hpp"

namespace trust {

/// The sums of models/totals.def.
enum class Total : std::uint8_t {
#define TRUST_TOTAL(id, kind) id,
#include "models/totals.def"
#undef TRUST_TOTAL
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
  float* trust_given = nullptr;    // [seat][lane] sums of the seat's trust in others, as integers
  float* function_sums = nullptr;  // [function pair][lane] sums of trust within one block of rows, as integers
  LaneTotals* between = nullptr;   // [function pair] sums of trust over the day's blocks
  std::array<LaneTotals, total_count>* totals = nullptr;
  Seat* changing = nullptr;  // [seats] seats that leave or are filled today, in the order this worker met them
  Seat changing_count = 0;
  Slot* listener = nullptr;  // [seats] gossip: the place in the row talked about of those who listen; else no_slot
  float* heard = nullptr;    // [2 x the longest row][lane] gossip: what each of them has heard
};

/// A tie that forms or ends in some lanes. Without initial values, so that long lists cost nothing until they are used.
struct TieChange {
  Slot slot;
  Seat target;
  std::uint32_t lanes;  // bit l: lane l
};

/// How many active ties there are, a lane at a time: kept up to date as ties form and end.
struct TieCounts {
  LaneTotals ties{};
  LaneTotals across{};
  LaneTotals to_managers{};
  LaneTotals to_leaders{};
  LaneTotals* between = nullptr;  // [function pair]
};

struct DayContext {
  const World* world = nullptr;
  std::array<float*, column_count> column{};  // null: the batch's trust rule has no such column
  Rules rules{};
  LeverTable* lever_table = nullptr;
  const float* levers = nullptr;               // [group][lever][lane], as they are today
  const std::uint32_t* lever_group = nullptr;  // [seat]
  EventList* event_list = nullptr;
  std::span<const EventOfDay> events;  // what happens today; empty after a day's first step
  TieCounts* counts = nullptr;
  TieChange* tie_changes = nullptr;  // [slots] of each block of rows, from its first slot on; ends at no_slot
  LaneLuck luck{};
  int lanes = 0;           // that somebody looks at; the others repeat them
  int day = 0;             // the day being worked
  std::uint32_t step = 0;  // the step being worked, from 1: what draws are addressed by
  int steps_per_day = 1;
  float step_length = 1;  // in days
  std::span<Worker> workers;
};

/// Whether the step is the first of its day.
inline bool starts_day(const DayContext& day) {
  return (day.step - 1) % static_cast<std::uint32_t>(day.steps_per_day) == 0;
}

/// Whether the step is the last of its day: what comes together over a day's steps is whole then.
inline bool ends_day(const DayContext& day) { return day.step % static_cast<std::uint32_t>(day.steps_per_day) == 0; }

/// Whether the step is the first of a week: what has a weekly cadence happens then.
inline bool starts_week(const DayContext& day) {
  return (day.step - 1) % static_cast<std::uint32_t>(5 * day.steps_per_day) == 0;
}

}  // namespace trust
