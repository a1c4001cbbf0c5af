// What the schedule says of reading is true: a phase gives the same results whatever is in the columns that it does not
// name; where it leaves a cell alone, the cell stays what it was. (That it writes no others is checked beside each
// oracle.)
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

void disturb_undeclared(const DayPhase& phase, Batch& batch, Filler& filler) {
  for (std::size_t c = 0; c < column_count; ++c) {
    const auto column = static_cast<Column>(c);
    if (!contains(phase.reads, column)) disturb(batch.state()[column], filler);
  }
}

// A column before and after the phase.
struct Change {
  const LaneColumn& before;
  const LaneColumn& after;

  std::uint32_t bits(const LaneColumn& of, std::size_t row, int lane) const {
    return std::bit_cast<std::uint32_t>(of.at(row, lane));
  }
  bool left_alone(std::size_t row, int lane) const { return bits(before, row, lane) == bits(after, row, lane); }
};

// Cells that the phase wrote are the same in both; those that it did not write (on other days of the week, in other
// rows) are in both what they were.
bool agree(const Change& one, const Change& other) {
  for (std::size_t row = 0; row < one.after.rows(); ++row) {
    for (int l = 0; l < lane_columns; ++l) {
      const bool same = one.bits(one.after, row, l) == other.bits(other.after, row, l);
      if (!same && !(one.left_alone(row, l) && other.left_alone(row, l))) return false;
    }
  }
  return true;
}

struct PhaseDone {
  PhaseDone(Batch& batch, std::string_view phase) : before(batch.state()), after(batch) { batch.run_phase(phase); }

  Change of(Column column) const { return {before[column], after.state()[column]}; }

  State before;
  const Batch& after;
};

void compare_written(const DayPhase& phase, const PhaseDone& run, const PhaseDone& other_run) {
  for (const ColumnIndex column : phase.writes) {
    const auto which = static_cast<Column>(column);
    if (!agree(run.of(which), other_run.of(which))) {
      RC_FAIL("phase '" + std::string(phase.name) + "': the column " + std::string(column_row(which).name) +
              " depends on a column that the phase does not declare");
    }
  }
  const Batch& one = run.after;
  const Batch& other = other_run.after;
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
    const PhaseDone run(batch, name);
    const PhaseDone other(disturbed, name);
    compare_written(phase, run, other);
  });
}

INSTANTIATE_TEST_SUITE_P(AllPhases, DeclaredColumns,
                         ::testing::Range<std::size_t>(0, schedule(InstructionSet::portable).day.size()));

}  // namespace
}  // namespace trust::testing
