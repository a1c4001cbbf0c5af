#include "models/world.hpp"

#include <gtest/gtest.h>

#include "tests/models/by_hand.hpp"

namespace trust::testing {
namespace {

TEST(World, KnowsTheClassOfEveryTie) {
  const auto world = small_world(40);
  std::vector<int> seen(tie_class_count);
  for (const Tie& tie : world->organisation().ties) {
    const TieClass found = world->tie_class()[world->graph().find(tie.source, tie.target)];
    const TieKind kind = tie_kind(world->organisation(), tie.source, tie.target);
    const bool exposed = world->organisation().people[tie.source].role == 0;  // reps
    ++seen[static_cast<std::size_t>(found)];
    EXPECT_EQ(is_across(found), kind == TieKind::cross_function);
    EXPECT_EQ(found == TieClass::cross_function_exposed, kind == TieKind::cross_function && exposed);
    EXPECT_EQ(found == TieClass::manager, kind == TieKind::manager);
    EXPECT_EQ(found == TieClass::report, kind == TieKind::report);
    EXPECT_EQ(found == TieClass::peer, kind == TieKind::peer);
    EXPECT_EQ(found == TieClass::leader_leader, kind == TieKind::leader_leader);
    EXPECT_NE(world->classes_of_row()[tie.target] >> static_cast<unsigned>(found) & 1, 0);
  }
  for (const int count : seen) EXPECT_GT(count, 0);
}

TEST(World, HoldsTrustOfDayZeroAndMinusOneInPadding) {
  const auto world = small_world(40);
  std::size_t padding = 0;
  for (Slot slot = 0; slot < world->graph().slots(); ++slot) {
    if (world->graph().source(slot) != no_seat) continue;
    EXPECT_EQ(world->initial_trust()[slot], -1.0F);
    ++padding;
  }
  EXPECT_GT(padding, 0U);
  for (const Tie& tie : world->organisation().ties) {
    EXPECT_EQ(world->initial_trust()[world->graph().find(tie.source, tie.target)], tie.trust);
  }
}

TEST(World, KnowsTheTiesAlongReportingLines) {
  auto organisation = bare_organisation(4, {{1, 0, 0.5F}, {0, 2, 0.5F}});
  for (Seat seat = 1; seat < 4; ++seat) organisation->people[seat].manager = 0;
  const World world(organisation);
  EXPECT_EQ(world.manager(), (std::vector<Seat>{no_seat, 0, 0, 0}));
  EXPECT_EQ(world.person_to_manager()[1], world.graph().find(1, 0));
  EXPECT_EQ(world.manager_to_person()[1], no_slot);
  EXPECT_EQ(world.person_to_manager()[2], no_slot);
  EXPECT_EQ(world.manager_to_person()[2], world.graph().find(0, 2));
  EXPECT_EQ(world.person_to_manager()[3], no_slot);
  EXPECT_EQ(world.manager_to_person()[3], no_slot);
  EXPECT_EQ(world.person_to_manager()[0], no_slot);
}

TEST(World, RefusesTiesThatCannotBe) {
  EXPECT_THROW(World(bare_organisation(2, {{0, 2, 0.5F}})), std::invalid_argument);
  EXPECT_THROW(World(bare_organisation(2, {{1, 1, 0.5F}})), std::invalid_argument);
  EXPECT_THROW(World(bare_organisation(2, {{0, 1, 0.5F}, {0, 1, 0.6F}})), std::invalid_argument);
}

std::shared_ptr<const Organisation> everybody_knows_the_first(Seat others) {
  std::vector<Tie> ties;
  for (Seat source = 1; source <= others; ++source) ties.push_back({source, 0, 1.0F});
  return bare_organisation(others + 1, std::move(ties));
}

TEST(World, RefusesMoreTiesToOneSeatThanCanBeSummedExactly) {
  EXPECT_THROW(World(everybody_knows_the_first(World::most_ties_received + 1)), std::length_error);
}

TEST(World, SumsAsManyTiesToOneSeatAsItAllows) {
  const Plan plan =
      plan_with({{Lever::trust_gain, 0.0F}, {Lever::trust_loss, 0.0F}, {Lever::trust_half_life, 26000.0F}});
  Batch batch(world_of(everybody_knows_the_first(World::most_ties_received)), lanes_of(plan, 0, 1), {.seed = 1});
  EXPECT_EQ(batch.state()[Column::trust_received].at(0, 0), 1.0F);
  EXPECT_EQ(figure(batch, Measure::trust, 0), 1.0);
  batch.step();
  EXPECT_NEAR(batch.state()[Column::trust_received].at(0, 0), 1.0F, 1e-4);
}

std::shared_ptr<const Organisation> the_first_knows_everybody(Seat others) {
  std::vector<Tie> ties;
  for (Seat target = 1; target <= others; ++target) ties.push_back({0, target, 1.0F});
  return bare_organisation(others + 1, std::move(ties));
}

TEST(World, RefusesMoreTiesFromOneSeatThanCanBeSummedExactly) {
  EXPECT_THROW(World(the_first_knows_everybody(World::most_ties_given + 1)), std::length_error);
}

TEST(World, SumsAsManyTiesFromOneSeatAsItAllows) {
  const Plan plan;
  const Batch batch(world_of(the_first_knows_everybody(World::most_ties_given)), lanes_of(plan, 0, 1), {.seed = 1});
  EXPECT_EQ(batch.state()[Column::trust_given].at(0, 0), 1.0F);
}

TEST(World, IsCutIntoBlocksThatCoverEveryRowOnce) {
  const auto world = small_world(600, 0.02);
  Seat next = 0;
  for (const RowBlock& block : world->blocks()) {
    EXPECT_EQ(block.begin, next);
    EXPECT_GT(block.end, block.begin);
    next = block.end;
  }
  EXPECT_EQ(next, world->seats());
}

}  // namespace
}  // namespace trust::testing
