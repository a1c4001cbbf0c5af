#include "tests/oracles/phase_run.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <sstream>

namespace trust::testing {
namespace {

Batch brought_before(std::string_view phase, const RandomCase& chosen) {
  Batch batch = chosen.batch();
  bring_before(phase, chosen, batch);
  return batch;
}

}  // namespace

const DayPhase& phase_named(std::string_view phase, InstructionSet set) {
  const auto day = schedule(set).day;
  const auto found = std::find_if(day.begin(), day.end(), [&](const DayPhase& row) { return row.name == phase; });
  RC_ASSERT(found != day.end());
  return *found;
}

bool same_bits(const LaneColumn& one, const LaneColumn& other) {
  return one.rows() == other.rows() &&
         (one.rows() == 0 || std::memcmp(one.row(0), other.row(0), one.rows() * lane_columns * sizeof(float)) == 0);
}

PhaseRun::PhaseRun(std::string_view phase, const RandomCase& chosen)
    : case_(chosen),
      phase_(phase),
      batch_(brought_before(phase, chosen)),
      before_(batch_.state()),
      key_(key_of_seed(chosen.options.seed)) {
  batch_.run_phase(phase);
}

bool PhaseRun::did(Seat seat, int lane, BehaviourBit behaviour) const {
  if (seat == no_seat) return false;
  return (bits_before(Column::behaviour_word, seat, lane) >> static_cast<unsigned>(behaviour) & 1U) != 0;
}

double PhaseRun::trust_of_manager(Seat seat, int lane) const {
  const Seat manager = world().organisation().people[seat].manager;
  const Slot slot = graph().find(manager, seat);
  const double managers = slot == no_slot ? -1.0 : before(Column::trust, slot, lane);
  return managers >= 0 ? managers : before(Column::trust_received, seat, lane);
}

double PhaseRun::per_step(double rate) const {
  if (case_.options.steps_per_day == 1) return rate;
  return 1 - std::pow(1 - std::min(rate, double{0.999999F}), 1.0 / case_.options.steps_per_day);
}

double PhaseRun::share_of_half_life(double half_life) const {
  return 1 - std::exp2(-1.0 / (half_life * case_.options.steps_per_day));
}

std::uint32_t PhaseRun::step() const {
  return static_cast<std::uint32_t>(case_.days_before * case_.options.steps_per_day + 1);
}

void PhaseRun::expect(Column column, std::size_t row, int lane, double expected, double within) const {
  const double found = after(column, row, lane);
  if (std::abs(found - expected) <= within) return;  // written so that a NaN fails
  std::ostringstream text;
  text.precision(9);
  text << "phase '" << phase_ << "', column " << column_row(column).name << ", row " << row << ", lane " << lane
       << ": the engine has " << found << ", the oracle " << expected << " (within " << within << ")";
  RC_FAIL(text.str());
}

void PhaseRun::expect_nothing_else_changed() const {
  const auto writes = phase_named(phase_, case_.options.instruction_set).writes;
  for (std::size_t c = 0; c < column_count; ++c) {
    if (std::find(writes.begin(), writes.end(), static_cast<ColumnIndex>(c)) != writes.end()) continue;
    const auto column = static_cast<Column>(c);
    if (!same_bits(before_[column], batch_.state()[column])) {
      RC_FAIL("phase '" + phase_ + "' wrote the column " + std::string(column_row(column).name) + " undeclared");
    }
  }
}

}  // namespace trust::testing
