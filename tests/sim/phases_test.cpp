#include "sim/phases.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <string>
#include <vector>

namespace trust {
namespace {

using testing::ElementsAre;

struct Day {
  std::vector<std::string>* log;
  std::array<std::atomic<int>, 40>* visits;
  int prepared = 0;
};

constexpr std::array<ColumnIndex, 1> trust_column = {3};

void prepare(Day& day) {
  day.log->push_back("once");
  day.prepared = 41;
}

void log_rows(const Day& day, RowBlock block, int worker) {
  day.log->push_back(std::to_string(block.begin) + "-" + std::to_string(block.end) + " by " + std::to_string(worker) +
                     " after " + std::to_string(day.prepared));
}

void count_rows(const Day& day, RowBlock block, int worker) {
  EXPECT_GE(worker, 0);
  EXPECT_LT(worker, worker_limit());
  EXPECT_EQ(day.prepared, 41);
  for (Seat row = block.begin; row < block.end; ++row) ++(*day.visits)[row];
}

class Phases : public testing::Test {
 protected:
  std::vector<std::string> log;
  std::array<std::atomic<int>, 40> visits{};
  Day day{&log, &visits};
  std::vector<RowBlock> blocks{{0, 2}, {2, 3}, {3, 7}};
};

TEST_F(Phases, RunOnceAndThenOverTheBlocksInOrder) {
  const Phase<Day> phase{"meet", "people meet", trust_column, trust_column, log_rows, prepare};
  run_phase(phase, day, blocks, Parallelism::serial);
  EXPECT_THAT(log, ElementsAre("once", "0-2 by 0 after 41", "2-3 by 0 after 41", "3-7 by 0 after 41"));
}

TEST_F(Phases, MayBeAboutRowsAlone) {
  const Phase<Day> phase{"meet", "people meet", trust_column, trust_column, log_rows};
  run_phase(phase, day, blocks, Parallelism::serial);
  EXPECT_THAT(log, ElementsAre("0-2 by 0 after 0", "2-3 by 0 after 0", "3-7 by 0 after 0"));
}

TEST_F(Phases, MayBeAboutNoRows) {
  const Phase<Day> phase{"calendar", "the day begins", {}, {}, nullptr, prepare};
  run_phase(phase, day, blocks, Parallelism::blocks);
  EXPECT_THAT(log, ElementsAre("once"));
}

TEST_F(Phases, MayDoNothing) {
  const Phase<Day> phase{"rest", "nothing", {}, {}};
  run_phase(phase, day, blocks, Parallelism::blocks);
  EXPECT_TRUE(log.empty());
}

TEST_F(Phases, FinishPreparingBeforeAnyThreadStarts) {
  const ThreadLimit limit(4);
  std::vector<RowBlock> rows;
  for (Seat row = 0; row < 40; ++row) rows.push_back({row, row + 1});
  const Phase<Day> phase{"count", "rows are counted", {}, {}, count_rows, prepare};
  run_phase(phase, day, rows, Parallelism::blocks);
  for (const std::atomic<int>& times : visits) EXPECT_EQ(times.load(), 1);
}

TEST_F(Phases, SayWhatTheyReadAndWrite) {
  const Phase<Day> phase{"meet", "people meet", trust_column, {}, log_rows};
  EXPECT_EQ(phase.name, "meet");
  EXPECT_THAT(phase.reads, ElementsAre(ColumnIndex{3}));
  EXPECT_TRUE(phase.writes.empty());
}

}  // namespace
}  // namespace trust
