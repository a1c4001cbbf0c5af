#include "models/trust_blocks.hpp"

#include <gtest/gtest.h>

#include <map>

#include "tests/models/turbulent.hpp"

namespace trust::testing {
namespace {

// Block by block from the ties, another way: every pair of groups asks every tie.
TEST(TrustBlocks, AreTheMeansOfTheTiesBetweenTwoGroups) {
  const Plan plan = turbulent_plan();
  Batch batch(turbulent_world(40), lanes_of(plan, 0, 5), {.seed = 3});
  for (int day = 0; day < 12; ++day) batch.step();
  const World& world = batch.world();
  const std::vector<Person>& people = world.organisation().people;
  const std::vector<TrustBlock> blocks = trust_blocks(batch);
  std::int64_t ties_seen[3] = {};
  for (const TrustBlock& block : blocks) {
    std::int64_t ties = 0;
    double sum = 0;
    for (Seat target = 0; target < world.seats(); ++target) {
      for (Slot slot = world.graph().row_begin(target); slot < world.graph().row_end(target); ++slot) {
        const Person& from = people[world.graph().source(slot)];
        const Person& to = people[target];
        const bool here = block.grouping == Grouping::function ? from.function == block.from && to.function == block.to
                          : block.grouping == Grouping::role   ? from.role == block.from && to.role == block.to
                                                               : from.team == block.from && to.team == block.to;
        for (int lane = 0; here && lane < batch.lanes(); ++lane) {
          const float trust = batch.state()[Column::trust].at(slot, lane);
          if (trust < 0) continue;
          ++ties;
          sum += trust;
        }
      }
    }
    EXPECT_EQ(block.ties, ties);
    EXPECT_NEAR(block.mean(), sum / static_cast<double>(ties), 1e-5);
    ties_seen[static_cast<std::size_t>(block.grouping)] += ties;
  }
  EXPECT_GT(ties_seen[0], 0);
  EXPECT_EQ(ties_seen[0], ties_seen[1]);
  EXPECT_EQ(ties_seen[0], ties_seen[2]);
}

TEST(TrustBlocks, AgreeWithTheColumnThatTheModelItselfReads) {
  const Plan plan = plan_with({{Lever::exit_rate, 0.0F}});
  Batch batch(small_world(40), lanes_of(plan, 2, 1), {.seed = 3});
  for (int day = 0; day < 6; ++day) batch.step();
  for (const TrustBlock& block : trust_blocks(batch)) {
    if (block.grouping != Grouping::function) continue;
    const std::size_t pair = block.from * batch.world().functions() + block.to;
    EXPECT_NEAR(block.mean(), batch.state()[Column::function_trust].at(pair, 0), 1e-6);
  }
}

}  // namespace
}  // namespace trust::testing
