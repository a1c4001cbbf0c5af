// What the schedule says of reading is true: a phase gives the same results whatever is in the columns that it does not
// name. (That it writes no others is checked beside each oracle.)
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <bit>

#include "tests/oracles/phase_run.hpp"

namespace trust::testing {
namespace {

bool contains(std::span<const ColumnIndex> list, Column column) {
  return std::find(list.begin(), list.end(), static_cast<ColumnIndex>(column)) != list.end();
}

// Other bits, but still small positive integers or numbers below 1: garbage that no phase could call invalid.
void disturb(LaneColumn& column, Filler& filler) {
  for (std::size_t row = 0; row < column.rows(); ++row) {
    for (int l = 0; l < lane_columns; ++l) {
      column.at(row, l) = std::bit_cast<float>(std::bit_cast<std::uint32_t>(column.at(row, l)) ^ filler.below(8));
    }
  }
}

// A column that is written in part keeps what it had elsewhere (padding), so that it is left alone too.
void disturb_undeclared(const DayPhase& phase, Batch& batch, Filler& filler) {
  for (std::size_t c = 0; c < column_count; ++c) {
    const auto column = static_cast<Column>(c);
    if (!contains(phase.reads, column)) disturb(batch.state()[column], filler);
  }
}

void compare_written(const DayPhase& phase, const Batch& one, const Batch& other) {
  for (const ColumnIndex column : phase.writes) {
    const auto which = static_cast<Column>(column);
    if (!same_bits(one.state()[which], other.state()[which])) {
      RC_FAIL("phase '" + std::string(phase.name) + "': the column " + std::string(column_row(which).name) +
              " depends on a column that the phase does not declare");
    }
  }
  if (phase.name != "observe") return;
  for (int lane = 0; lane < one.lanes(); ++lane) RC_ASSERT(one.figures(lane) == other.figures(lane));
}

class DeclaredColumns : public ::testing::TestWithParam<std::size_t> {};

TEST_P(DeclaredColumns, NothingElseIsRead) {
  const std::string name(schedule(InstructionSet::portable).day[GetParam()].name);
  check_property(60, [&] {
    const RandomCase chosen = random_case();
    const DayPhase& phase = phase_named(name, chosen.options.instruction_set);
    Batch batch = chosen.batch();
    Batch disturbed = chosen.batch();
    bring_before(name, chosen, batch);
    bring_before(name, chosen, disturbed);
    Filler filler(chosen.fill + 2);
    disturb_undeclared(phase, disturbed, filler);
    batch.run_phase(name);
    disturbed.run_phase(name);
    compare_written(phase, batch, disturbed);
  });
}

INSTANTIATE_TEST_SUITE_P(AllPhases, DeclaredColumns,
                         ::testing::Range<std::size_t>(0, schedule(InstructionSet::portable).day.size()));

}  // namespace
}  // namespace trust::testing
