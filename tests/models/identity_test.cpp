// A replicate's bits depend on its number, the seed, the organisation, the rules and the plan, and on nothing else:
// whatever the rules, with people coming and going, ties forming and ending, and reorganisations.
#include <gtest/gtest.h>

#include <algorithm>
#include <bit>

#include "models/tie_word.hpp"
#include "tests/models/every_rule.hpp"

namespace trust::testing {
namespace {

using Hashes = std::vector<std::uint64_t>;

// Large enough to be cut into several blocks of rows.
const std::shared_ptr<const World>& several_blocks() {
  static const std::shared_ptr<const World> world = turbulent_world(600, 0.02);
  return world;
}

const std::shared_ptr<const World>& one_block() {
  static const std::shared_ptr<const World> world = turbulent_world(40);
  return world;
}

Hashes run(const std::shared_ptr<const World>& world, const std::vector<LanePlan>& lanes, int days,
           const BatchOptions& options) {
  Batch batch(world, lanes, options);
  return hashes_after(batch, days);
}

class Identity : public ::testing::TestWithParam<Rules> {
 protected:
  BatchOptions with(Parallelism parallelism) const {
    return {.seed = 3, .rules = GetParam(), .parallelism = parallelism};
  }
  BatchOptions with(InstructionSet set) const { return {.seed = 3, .rules = GetParam(), .instruction_set = set}; }
  Hashes run_days(const std::vector<LanePlan>& lanes, int days) const {
    return run(one_block(), lanes, days, with(Parallelism::serial));
  }

  const Plan plan_ = lively_plan();
};

TEST_P(Identity, ThreadsAndRepeatsDoNotMatter) {
  ASSERT_GT(several_blocks()->blocks().size(), 3U);
  const auto lanes = lanes_of(plan_, 0, 16);
  const Hashes expected = run(several_blocks(), lanes, 6, with(Parallelism::serial));
  for (const int threads : {1, 2, 4}) {
    const ThreadLimit limit(threads);
    for (int repeat = 0; repeat < (threads == 4 ? 3 : 1); ++repeat) {
      EXPECT_EQ(run(several_blocks(), lanes, 6, with(Parallelism::blocks)), expected)
          << threads << " threads, repeat " << repeat;
    }
  }
}

TEST_P(Identity, FiguresDoNotDependOnThreads) {
  Batch serial(several_blocks(), lanes_of(plan_, 0, 4), with(Parallelism::serial));
  Batch blocks(several_blocks(), lanes_of(plan_, 0, 4), with(Parallelism::blocks));
  const ThreadLimit limit(4);
  for (int day = 0; day < 5; ++day) {
    for (int lane = 0; lane < 4; ++lane) EXPECT_EQ(serial.figures(lane), blocks.figures(lane));
    serial.step();
    blocks.step();
  }
}

TEST_P(Identity, InstructionSetsAgree) {
  if (!is_available(InstructionSet::avx2)) GTEST_SKIP() << "no AVX2 here";
  for (const std::uint32_t first : {0U, 5U}) {  // lanes whose luck lies in order, and lanes whose luck is shuffled
    Batch portable(one_block(), lanes_of(plan_, first, 16), with(InstructionSet::portable));
    Batch avx2(one_block(), lanes_of(plan_, first, 16), with(InstructionSet::avx2));
    for (int day = 0; day < 30; ++day) {
      ASSERT_EQ(portable.column_hashes(), avx2.column_hashes()) << "day " << day;
      for (int lane = 0; lane < 16; ++lane) ASSERT_EQ(portable.figures(lane), avx2.figures(lane));
      portable.step();
      avx2.step();
    }
  }
}

TEST_P(Identity, AReplicateAloneIsTheSameAsAmongOthers) {
  const Hashes all = run_days(lanes_of(plan_, 0, 16), 40);
  for (const std::uint32_t replicate : {0U, 5U, 15U}) {
    EXPECT_EQ(run_days(lanes_of(plan_, replicate, 1), 40).at(0), all.at(replicate)) << replicate;
  }
}

TEST_P(Identity, ReplicatesDiffer) {
  Hashes all = run_days(lanes_of(plan_, 0, 16), 1);
  std::sort(all.begin(), all.end());
  EXPECT_EQ(std::unique(all.begin(), all.end()), all.end());
}

TEST_P(Identity, TheOrderOfLanesDoesNotMatter) {
  const std::vector<LanePlan> straight = lanes_of(plan_, 0, 16);
  const Hashes expected = run_days(straight, 40);
  std::vector<LanePlan> shuffled;
  for (std::size_t l = 0; l < 16; ++l) shuffled.push_back(straight[l * 7 % 16]);
  const Hashes found = run_days(shuffled, 40);
  for (std::size_t l = 0; l < 16; ++l) EXPECT_EQ(found[l], expected[l * 7 % 16]) << l;
}

TEST_P(Identity, FourAndTwelveAreSixteen) {
  const Hashes expected = run_days(lanes_of(plan_, 0, 16), 40);
  Hashes found = run_days(lanes_of(plan_, 0, 4), 40);
  const Hashes rest = run_days(lanes_of(plan_, 4, 12), 40);
  found.insert(found.end(), rest.begin(), rest.end());
  EXPECT_EQ(found, expected);
}

TEST_P(Identity, ALaneDoesNotKnowTheOthersPlans) {
  const Plan quiet = plan_of_reorganisations();
  Plan other = lively_plan();
  other.settings.push_back({{}, Lever::micromanagement_propensity, 0.9F});
  std::vector<LanePlan> mixed = lanes_of(quiet, 0, 8);
  for (const LanePlan& lane : lanes_of(other, 0, 8)) mixed.push_back(lane);
  Hashes expected = run_days(lanes_of(quiet, 0, 8), 40);
  const Hashes of_other = run_days(lanes_of(other, 0, 8), 40);
  expected.insert(expected.end(), of_other.begin(), of_other.end());
  EXPECT_EQ(run_days(mixed, 40), expected);
  EXPECT_NE(expected[0], expected[8]);
}

TEST_P(Identity, SeedAndStepsMatter) {
  const auto lanes = lanes_of(plan_, 0, 2);
  const Hashes expected = run_days(lanes, 3);
  EXPECT_NE(run(one_block(), lanes, 3, {.seed = 4, .rules = GetParam()}), expected);
  EXPECT_NE(run(one_block(), lanes, 3, {.seed = 3, .steps_per_day = 2, .rules = GetParam()}), expected);
}

INSTANTIATE_TEST_SUITE_P(OfEveryRule, Identity, ::testing::ValuesIn(every_rule()), name_of_rules);

TEST(Rules, Matter) {
  const Plan plan = lively_plan();
  Hashes found;
  for (const Rules& rules : every_rule()) {
    found.push_back(run(one_block(), lanes_of(plan, 0, 1), 12, {.seed = 3, .rules = rules}).at(0));
  }
  std::sort(found.begin(), found.end());
  EXPECT_EQ(std::unique(found.begin(), found.end()), found.end());
}

// What the plan is for, beside turnover.
TEST(LivelyPlan, LeavesContractsAndScars) {
  const Plan plan = lively_plan();
  Batch batch(one_block(), lanes_of(plan, 0, 16), {.seed = 3});
  for (int day = 0; day < 4; ++day) batch.step();
  int contracts = 0, scars = 0;
  for (std::size_t row = 0; row < batch.state()[Column::tie_word].rows(); ++row) {
    const auto word = std::bit_cast<std::int32_t>(batch.state()[Column::tie_word].at(row, 0));
    if ((word & contract_bit) != 0) ++contracts;
    if ((word & scar_bit) != 0) ++scars;
  }
  EXPECT_GT(contracts, 0);
  EXPECT_GT(scars, 0);
}

// What is compared here would say little of the chain from awareness to revenue if nothing moved along it.
TEST(LivelyPlan, KeepsTheChainMoving) {
  const Plan plan = lively_plan();
  Batch batch(one_block(), lanes_of(plan, 0, 16), {.seed = 3});
  double bold = 0, leads = 0, wins = 0, lost = 0;
  for (int day = 0; day < 40; ++day) {
    batch.step();
    for (int lane = 0; lane < 16; ++lane) {
      bold += figure(batch, Measure::bold_share, lane);
      leads += figure(batch, Measure::leads, lane);
      wins += figure(batch, Measure::wins, lane);
      lost += figure(batch, Measure::accounts_lost, lane);
    }
  }
  EXPECT_GT(bold, 20);
  EXPECT_GT(leads, 1000);
  EXPECT_GT(wins, 20);
  EXPECT_GT(lost, 20);
}

TEST(Batch, HasOneToSixteenLanes) {
  const Plan plan;
  EXPECT_THROW(run(one_block(), {}, 0, {}), std::invalid_argument);
  EXPECT_THROW(run(one_block(), lanes_of(plan, 0, 17), 0, {}), std::invalid_argument);
}

}  // namespace
}  // namespace trust::testing
