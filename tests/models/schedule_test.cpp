#include "models/schedule.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "models/state.hpp"
#include "tests/models/by_hand.hpp"

namespace trust::testing {
namespace {

std::vector<const DayPhase*> all_phases() {
  std::vector<const DayPhase*> phases;
  for (const DayPhase& phase : schedule(InstructionSet::portable).day) phases.push_back(&phase);
  for (const DayPhase& phase : schedule(InstructionSet::portable).day_zero) phases.push_back(&phase);
  return phases;
}

TEST(Schedule, NamesColumnsThatExist) {
  for (const DayPhase* phase : all_phases()) {
    for (const ColumnIndex column : phase->reads) EXPECT_LT(column, column_count) << phase->name;
    for (const ColumnIndex column : phase->writes) EXPECT_LT(column, column_count) << phase->name;
    EXPECT_TRUE(phase->once != nullptr || phase->over_rows != nullptr) << phase->name;
  }
}

TEST(Schedule, NamesEachPhaseOfTheDayOnceAndSaysWhatItDoes) {
  std::set<std::string_view> names;
  for (const DayPhase& phase : schedule(InstructionSet::portable).day) {
    EXPECT_TRUE(names.insert(phase.name).second) << phase.name;
    EXPECT_FALSE(phase.does.empty()) << phase.name;
  }
}

TEST(Schedule, IsTheSameForEveryInstructionSet) {
  const auto portable = schedule(InstructionSet::portable).day;
  const auto best = schedule(best_instruction_set()).day;
  ASSERT_EQ(portable.size(), best.size());
  for (std::size_t p = 0; p < portable.size(); ++p) {
    EXPECT_EQ(portable[p].name, best[p].name);
    EXPECT_TRUE(std::ranges::equal(portable[p].reads, best[p].reads));
    EXPECT_TRUE(std::ranges::equal(portable[p].writes, best[p].writes));
  }
}

TEST(Schedule, WritesEveryColumn) {
  std::set<std::string_view> written;
  for (const DayPhase& phase : schedule(InstructionSet::portable).day) {
    for (const ColumnIndex column : phase.writes) written.insert(columns()[column].name);
  }
  for (const ColumnRow& row : columns()) {
    EXPECT_TRUE(written.contains(row.name)) << row.name;
  }
}

TEST(Schedule, PrintsWhatRuns) {
  const std::string text = schedule_as_text();
  for (const DayPhase* phase : all_phases()) {
    EXPECT_THAT(text, ::testing::HasSubstr("| " + std::string(phase->name) + " | " + std::string(phase->does)));
    for (const ColumnIndex column : phase->writes) {
      EXPECT_THAT(text, ::testing::HasSubstr(std::string(columns()[column].name)));
    }
  }
}

TEST(Schedule, RunsPhaseByPhaseWhatADayRuns) {
  const Plan plan;
  const auto world = small_world(24);
  Batch whole(world, lanes_of(plan, 0, 3), {.seed = 5});
  Batch pieces(world, lanes_of(plan, 0, 3), {.seed = 5});
  for (int day = 0; day < 4; ++day) {
    whole.step();
    for (const DayPhase& phase : schedule(InstructionSet::portable).day) pieces.run_phase(phase.name);
    EXPECT_EQ(whole.column_hashes(), pieces.column_hashes());
    EXPECT_EQ(whole.figures(2), pieces.figures(2));
  }
  EXPECT_THROW(pieces.run_phase("no such"), std::invalid_argument);
}

TEST(Columns, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (const ColumnRow& row : columns()) {
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
    EXPECT_FALSE(row.unit.empty() || row.sentence.empty()) << row.name;
    EXPECT_EQ(column_row(*find_column(row.name)).name, row.name);
  }
  EXPECT_EQ(find_column("no such"), std::nullopt);
}

}  // namespace
}  // namespace trust::testing
