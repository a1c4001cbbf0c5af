// The day, phase by phase: the one list that runs, that `trustsim docs schedule` prints and that the benchmark times.
#pragma once

#include <span>
#include <string>

#include "models/day.hpp"
#include "sim/instruction_set.hpp"
#include "sim/phases.hpp"

namespace trust {

using DayPhase = Phase<DayContext>;

struct Schedule {
  std::span<const DayPhase> day;       // run in this order, steps_per_day times a working day
  std::span<const DayPhase> day_zero;  // run once, to complete the state that the organisation starts from
};

const Schedule& schedule(InstructionSet set);

/// The phases as a Markdown table: phase, what it does, what it reads and writes.
std::string day_as_table();
std::string day_zero_as_table();

/// Both, as a page.
std::string schedule_as_text();

}  // namespace trust
