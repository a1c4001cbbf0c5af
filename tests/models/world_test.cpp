#include "models/world.hpp"

#include <gmock/gmock.h>
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
    const bool of_marketing =
        world->organisation().people[tie.source].role == 2 && world->organisation().people[tie.target].role == 0;
    ++seen[static_cast<std::size_t>(found)];
    EXPECT_EQ(is_across(found), kind == TieKind::cross_function);
    EXPECT_EQ(found == TieClass::cross_function_exposed, kind == TieKind::cross_function && exposed);
    EXPECT_EQ(found == TieClass::cross_function_marketing, kind == TieKind::cross_function && of_marketing);
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

TEST(World, KnowsWhoWorksAtAnotherPlace) {
  auto organisation = bare_organisation(3, {{0, 1, 0.5F}, {2, 1, 0.5F}});
  organisation->people[2].location = "north";
  const World world(organisation);
  EXPECT_EQ(world.far()[world.graph().find(0, 1)], 0);
  EXPECT_EQ(world.far()[world.graph().find(2, 1)], 1);
}

TEST(World, KnowsTheRevenueChain) {
  const auto world = small_world(24);
  const Organisation& organisation = world->organisation();
  for (Seat seat = 0; seat < world->seats(); ++seat) {
    const bool sells = organisation.people[seat].role == 0;
    EXPECT_EQ(world->part()[seat] == ChainPart::sales, sells);
    EXPECT_EQ(world->account_begin()[seat + 1] - world->account_begin()[seat], sells ? organisation.account_places : 0);
    std::size_t to_marketing = 0;
    for (const Tie& tie : organisation.ties) {
      to_marketing += sells && tie.source == seat && organisation.people[tie.target].role == 2;
    }
    EXPECT_EQ(world->marketing_begin()[seat + 1] - world->marketing_begin()[seat], to_marketing);
  }
  for (std::uint32_t t = 0; t < world->ties_to_marketing().size(); ++t) {
    const Slot slot = world->ties_to_marketing()[t];
    EXPECT_EQ(world->part()[world->graph().source(slot)], ChainPart::sales);
  }
  EXPECT_EQ(world->accounts(), world->count_of(ChainPart::sales) * std::size_t{organisation.account_places});
}

TEST(World, ListsTheMembersOfEveryTeam) {
  const auto world = small_world(40);
  std::vector<int> times(world->seats());
  for (std::size_t team = 0; team + 1 < world->members_begin().size(); ++team) {
    for (std::uint32_t m = world->members_begin()[team]; m < world->members_begin()[team + 1]; ++m) {
      EXPECT_EQ(world->organisation().people[world->members()[m]].team, team);
      ++times[world->members()[m]];
    }
  }
  EXPECT_THAT(times, ::testing::Each(1));
}

TEST(World, KeepsPlacesForTiesThatMayForm) {
  auto organisation = std::make_shared<Organisation>(*small_organisation(40));
  organisation->candidate_ties = 0.5F;
  const World world(organisation);
  EXPECT_GT(world.graph().ties(), organisation->ties.size());
  std::size_t initial = 0;
  for (Slot slot = 0; slot < world.graph().slots(); ++slot) initial += world.initial_trust()[slot] >= 0;
  EXPECT_EQ(initial, organisation->ties.size());
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
