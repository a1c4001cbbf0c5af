// A replicate's bits depend on its number, the seed, the organisation and the plan, and on nothing else.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "tests/models/by_hand.hpp"

namespace trust::testing {
namespace {

using Hashes = std::vector<std::uint64_t>;

// Large enough to be cut into several blocks of rows.
const std::shared_ptr<const World>& several_blocks() {
  static const std::shared_ptr<const World> world = small_world(600, 0.02);
  return world;
}

const std::shared_ptr<const World>& one_block() {
  static const std::shared_ptr<const World> world = small_world(40);
  return world;
}

Hashes run(const std::shared_ptr<const World>& world, const std::vector<LanePlan>& lanes, int days,
           const BatchOptions& options = {.seed = 3}) {
  Batch batch(world, lanes, options);
  return hashes_after(batch, days);
}

TEST(Identity, ThreadsAndRepeatsDoNotMatter) {
  ASSERT_GT(several_blocks()->blocks().size(), 3U);
  const Plan plan;
  const Hashes expected = run(several_blocks(), lanes_of(plan, 0, 16), 8);
  for (const int threads : {1, 2, 4}) {
    const ThreadLimit limit(threads);
    for (int repeat = 0; repeat < 3; ++repeat) {
      EXPECT_EQ(run(several_blocks(), lanes_of(plan, 0, 16), 8, {.seed = 3, .parallelism = Parallelism::blocks}),
                expected)
          << threads << " threads, repeat " << repeat;
    }
  }
}

TEST(Identity, FiguresDoNotDependOnThreads) {
  const Plan plan;
  Batch serial(several_blocks(), lanes_of(plan, 0, 4), {.seed = 3});
  Batch blocks(several_blocks(), lanes_of(plan, 0, 4), {.seed = 3, .parallelism = Parallelism::blocks});
  const ThreadLimit limit(4);
  for (int day = 0; day < 5; ++day) {
    for (int lane = 0; lane < 4; ++lane) EXPECT_EQ(serial.figures(lane), blocks.figures(lane));
    serial.step();
    blocks.step();
  }
}

TEST(Identity, InstructionSetsAgree) {
  if (!is_available(InstructionSet::avx2)) GTEST_SKIP() << "no AVX2 here";
  const Plan plan;
  for (const std::uint32_t first : {0U, 5U}) {  // lanes whose luck lies in order, and lanes whose luck is shuffled
    Batch portable(one_block(), lanes_of(plan, first, 16), {.seed = 3, .instruction_set = InstructionSet::portable});
    Batch avx2(one_block(), lanes_of(plan, first, 16), {.seed = 3, .instruction_set = InstructionSet::avx2});
    for (int day = 0; day < 30; ++day) {
      ASSERT_EQ(portable.column_hashes(), avx2.column_hashes()) << "day " << day;
      for (int lane = 0; lane < 16; ++lane) ASSERT_EQ(portable.figures(lane), avx2.figures(lane));
      portable.step();
      avx2.step();
    }
  }
}

TEST(Identity, AReplicateAloneIsTheSameAsAmongOthers) {
  const Plan plan;
  const Hashes all = run(one_block(), lanes_of(plan, 0, 16), 40);
  for (const std::uint32_t replicate : {0U, 5U, 15U}) {
    EXPECT_EQ(run(one_block(), lanes_of(plan, replicate, 1), 40).at(0), all.at(replicate)) << replicate;
  }
}

TEST(Identity, ReplicatesDiffer) {
  const Plan plan;
  Hashes all = run(one_block(), lanes_of(plan, 0, 16), 1);
  std::sort(all.begin(), all.end());
  EXPECT_EQ(std::unique(all.begin(), all.end()), all.end());
}

TEST(Identity, TheOrderOfLanesDoesNotMatter) {
  const Plan plan;
  const std::vector<LanePlan> straight = lanes_of(plan, 0, 16);
  const Hashes expected = run(one_block(), straight, 40);
  std::vector<LanePlan> shuffled;
  for (std::size_t l = 0; l < 16; ++l) shuffled.push_back(straight[l * 7 % 16]);
  const Hashes found = run(one_block(), shuffled, 40);
  for (std::size_t l = 0; l < 16; ++l) EXPECT_EQ(found[l], expected[l * 7 % 16]) << l;
}

TEST(Identity, FourAndTwelveAreSixteen) {
  const Plan plan;
  const Hashes expected = run(one_block(), lanes_of(plan, 0, 16), 40);
  Hashes found = run(one_block(), lanes_of(plan, 0, 4), 40);
  const Hashes rest = run(one_block(), lanes_of(plan, 4, 12), 40);
  found.insert(found.end(), rest.begin(), rest.end());
  EXPECT_EQ(found, expected);
}

TEST(Identity, ALaneDoesNotKnowTheOthersPlans) {
  const Plan baseline;
  const Plan other = plan_with({{Lever::micromanagement_propensity, 0.9F}});
  std::vector<LanePlan> mixed = lanes_of(baseline, 0, 8);
  for (const LanePlan& lane : lanes_of(other, 0, 8)) mixed.push_back(lane);
  Hashes expected = run(one_block(), lanes_of(baseline, 0, 8), 40);
  const Hashes of_other = run(one_block(), lanes_of(other, 0, 8), 40);
  expected.insert(expected.end(), of_other.begin(), of_other.end());
  EXPECT_EQ(run(one_block(), mixed, 40), expected);
  EXPECT_NE(expected[0], expected[8]);
}

TEST(Identity, SeedAndStepsMatter) {
  const Plan plan;
  const Hashes expected = run(one_block(), lanes_of(plan, 0, 2), 3);
  EXPECT_NE(run(one_block(), lanes_of(plan, 0, 2), 3, {.seed = 4}), expected);
  EXPECT_NE(run(one_block(), lanes_of(plan, 0, 2), 3, {.seed = 3, .steps_per_day = 2}), expected);
}

TEST(Identity, LanesAreOneToSixteen) {
  const Plan plan;
  EXPECT_THROW(run(one_block(), {}, 0), std::invalid_argument);
  EXPECT_THROW(run(one_block(), lanes_of(plan, 0, 17), 0), std::invalid_argument);
}

}  // namespace
}  // namespace trust::testing
