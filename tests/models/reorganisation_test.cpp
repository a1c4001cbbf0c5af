// A planned reorganisation moves people, not luck: who goes where is the same in all lanes, and what it does not touch
// keeps its bits.
#include "models/reorganisation.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <set>

#include "tests/models/by_hand.hpp"
#include "tests/models/turbulent.hpp"

namespace trust::testing {
namespace {

const MoveLuck luck{.seed = 7, .organisation_draw = 2};

Organisation moved(const Organisation& before, const Event& event, std::uint32_t number = 0,
                   const MoveLuck& with = luck) {
  return reorganised(before, event, number, with);
}

std::vector<Seat> movers(const Organisation& before, const Organisation& after) {
  std::vector<Seat> seats;
  for (Seat seat = 0; seat < before.seats(); ++seat) {
    if (before.people[seat].team != after.people[seat].team) seats.push_back(seat);
  }
  return seats;
}

Event everybody(float share, int day = 3) { return event_on(day, Event::Kind::reorganise, share); }

Plan reorganising(int day, float share = 0.5F) {
  Plan plan;
  plan.events = {everybody(share, day)};
  return plan;
}

TEST(Reorganised, PeopleMoveToTeamsOfTheirFunctionAndReportToTheirLeaders) {
  const auto before = small_organisation(80);
  const Organisation after = moved(*before, everybody(1));
  EXPECT_EQ(movers(*before, after).size(), 70U);  // all but ten leaders
  for (const Seat seat : movers(*before, after)) {
    const Person& person = after.people[seat];
    const Team& team = after.teams[person.team];
    EXPECT_EQ(team.function, before->teams[before->people[seat].team].function);
    EXPECT_EQ(person.manager, team.leader);
    EXPECT_EQ(person.level, after.people[team.leader].level + 1);
    EXPECT_EQ(person.role, before->people[seat].role);
  }
}

TEST(Reorganised, LeadersManagersAndThoseWithoutAnotherTeamStay) {
  auto before = std::make_shared<Organisation>(*small_organisation(24));  // marketing has one team
  before->people[3].manager = 4;                                          // 4 manages, though no leader by role
  const Organisation after = moved(*before, everybody(1));
  for (const Seat seat : {0U, 4U, 8U, 9U, 15U, 16U}) {
    EXPECT_EQ(after.people[seat].team, before->people[seat].team) << seat;
    EXPECT_EQ(after.people[seat].manager, before->people[seat].manager) << seat;
  }
  EXPECT_EQ(after.people[3].team, 2U);
}

TEST(Reorganised, TheShareIsMetByLuckThatDependsOnNothingElse) {
  const auto before = small_organisation(800, 0.01);
  const std::vector<Seat> some = movers(*before, moved(*before, everybody(0.3F)));
  EXPECT_NEAR(static_cast<double>(some.size()), 0.3 * 700, 4 * std::sqrt(700 * 0.3 * 0.7));
  EXPECT_EQ(movers(*before, moved(*before, everybody(0.3F))), some);
  EXPECT_TRUE(movers(*before, moved(*before, everybody(0))).empty());
  for (const std::vector<Seat>& other : {movers(*before, moved(*before, everybody(0.3F), 1)),
                                         movers(*before, moved(*before, everybody(0.3F), 0, {8, 2})),
                                         movers(*before, moved(*before, everybody(0.3F), 0, {7, 3}))}) {
    EXPECT_NE(other, some);
  }
  // Those who are drawn at a smaller share are drawn at a larger one.
  const std::vector<Seat> more = movers(*before, moved(*before, everybody(0.6F)));
  EXPECT_TRUE(std::includes(more.begin(), more.end(), some.begin(), some.end()));
}

TEST(Reorganised, EveryOtherTeamIsAsLikely) {
  const auto before = small_organisation(1600, 0);  // 100 teams of sales, 700 people who can move
  const Organisation after = moved(*before, everybody(1));
  std::vector<int> arrivals(before->teams.size());
  for (const Seat seat : movers(*before, after)) ++arrivals[after.people[seat].team];
  double squared = 0;  // chi squared with about 198 degrees of freedom
  for (const int count : arrivals) squared += (count - 7.0) * (count - 7.0) / 7.0;
  EXPECT_NEAR(squared, 198, 5 * std::sqrt(2 * 198.0));
}

TEST(Reorganised, TiesStayAndNewLinesAreAdded) {
  const auto before = small_organisation(80, 0.1);
  const Organisation after = moved(*before, everybody(0.5F));
  std::set<std::pair<Seat, Seat>> known;
  for (const Tie& tie : before->ties) known.insert({tie.source, tie.target});
  std::size_t added = 0;
  for (const Tie& tie : after.ties) {
    if (known.contains({tie.source, tie.target})) continue;
    ++added;
    const bool line = after.people[tie.source].manager == tie.target || after.people[tie.target].manager == tie.source;
    EXPECT_TRUE(line) << tie.source << " -> " << tie.target;
    EXPECT_NEAR(tie.trust, 0.5F, 0.1F);  // the mean of what the generator spreads around 0.5
  }
  EXPECT_EQ(after.ties.size(), before->ties.size() + added);
  EXPECT_GT(added, 0U);
  const World world(std::make_shared<const Organisation>(after), World(before));
  for (const Seat seat : movers(*before, after)) {
    EXPECT_NE(world.manager_to_person()[seat], no_slot);
    EXPECT_NE(world.person_to_manager()[seat], no_slot);
  }
}

TEST(ReorganisedWorld, KeepsAPlaceForEveryTieAndCandidate) {
  const auto first = turbulent_world(80);
  const Plan plan = reorganising(1, 1);
  const auto world = world_on(first, plan, 1, luck);
  EXPECT_EQ(world_on(first, plan, 0, luck), first);
  EXPECT_NE(world->digest(), first->digest());
  for (Seat target = 0; target < first->seats(); ++target) {
    for (Slot slot = first->graph().row_begin(target); slot < first->graph().row_end(target); ++slot) {
      ASSERT_NE(world->graph().find(first->graph().source(slot), target), no_slot);
    }
  }
}

TEST(ReorganisedBatch, MovingChangesNoCell) {
  const auto world = turbulent_world(48);
  const Plan plan = turbulent_plan();
  BatchOptions options;
  options.rules = {TrustRule::abi, GossipRule::transfer};
  Batch batch(world, lanes_of(plan, 0, 16), options);
  for (int day = 0; day < 4; ++day) batch.step();
  const auto before = batch.column_hashes();
  const std::uint64_t digest = batch.world().digest();
  batch.run_phase("intervene");  // opens day 5, on which people move
  EXPECT_NE(batch.world().digest(), digest);
  EXPECT_EQ(batch.column_hashes(), before);
}

TEST(ReorganisedBatch, TheSamePeopleMoveInEveryLane) {
  const auto world = turbulent_world(48);
  const Plan plan = reorganising(2);
  Batch one(world, lanes_of(plan, 0, 16), {.seed = 5});
  Batch other(world, lanes_of(plan, 40, 3), {.seed = 5});
  for (Batch* batch : {&one, &other}) {
    batch->step();
    batch->step();
  }
  EXPECT_EQ(one.world().team_of(), other.world().team_of());
  EXPECT_NE(one.world().team_of(), world->team_of());
}

TEST(ReorganisedBatch, LanesMustAgree) {
  const auto world = turbulent_world(24);
  const Plan calm;
  Plan renamed = reorganising(2);
  renamed.events[0].name = "another name";
  renamed.events.insert(renamed.events.begin(), event_on(1, Event::Kind::hire, 1));
  const Plan later = reorganising(3);
  const Plan plan = reorganising(2);
  const auto together = [&](const Plan& one, const Plan& other) {
    const std::vector<LanePlan> lanes = {{0, &one}, {0, &other}};
    Batch(world, lanes, {}).step();
  };
  EXPECT_NO_THROW(together(plan, renamed));
  EXPECT_THROW(together(plan, calm), std::invalid_argument);
  EXPECT_THROW(together(calm, plan), std::invalid_argument);
  EXPECT_THROW(together(plan, later), std::invalid_argument);
}

TEST(ReorganisedBatch, NewManagersAndReportsKnowEachOtherFromThenOn) {
  const auto world = turbulent_world(80, 0.02);
  const Plan plan = reorganising(2, 1);
  Batch batch(world, lanes_of(plan, 0, 16), {.seed = 5});
  batch.step();
  batch.step();
  const World& now = batch.world();
  int begun = 0;
  for (Seat seat = 0; seat < now.seats(); ++seat) {
    const Seat manager = now.manager()[seat];
    if (manager == no_seat) continue;
    for (int lane = 0; lane < 16; ++lane) {
      const auto there = [&](Seat who) { return batch.state()[Column::present].at(who, lane) > 0; };
      for (const Slot slot : {now.manager_to_person()[seat], now.person_to_manager()[seat]}) {
        ASSERT_NE(slot, no_slot);
        EXPECT_EQ(batch.state()[Column::trust].at(slot, lane) >= 0, there(seat) && there(manager));
      }
    }
    begun += world->graph().find(seat, manager) == no_slot ? 1 : 0;
  }
  EXPECT_GT(begun, 0);
}

// Until consequences reach them: on the day itself, that is everybody but those who move and those who lead.
TEST(ReorganisedBatch, WhatIsNotTouchedKeepsItsBits) {
  const auto world = turbulent_world(160, 0.1);
  const Plan calm;
  const Plan plan = reorganising(4, 0.2F);
  Batch without(world, lanes_of(calm, 0, 16), {.seed = 5});
  Batch with(world, lanes_of(plan, 0, 16), {.seed = 5});
  for (int day = 0; day < 4; ++day) {
    without.step();
    with.step();
  }
  const World& now = with.world();
  const auto is_touched = [&](Seat seat) {
    return now.team_of()[seat] != world->team_of()[seat] || world->leads()[seat] != 0;
  };
  std::size_t untouched = 0;
  for (Seat target = 0; target < world->seats(); ++target) {
    for (Slot slot = world->graph().row_begin(target); slot < world->graph().row_end(target); ++slot) {
      const Seat source = world->graph().source(slot);
      if (is_touched(target) || is_touched(source)) continue;
      ++untouched;
      const Slot moved_slot = now.graph().find(source, target);
      ASSERT_EQ(std::memcmp(without.state()[Column::trust].row(slot), with.state()[Column::trust].row(moved_slot),
                            lane_columns * sizeof(float)),
                0)
          << source << " -> " << target;
    }
  }
  EXPECT_GT(untouched, world->graph().ties() / 4);
  EXPECT_NE(with.lane_hash(0), without.lane_hash(0));
}

TEST(ReorganisedBatch, LeversOfATeamGoWithItsPeople) {
  const auto world = turbulent_world(48);
  Plan plan = reorganising(2, 1);
  plan.settings.push_back({{Target::Kind::team, "Team 2"}, Lever::hours_programme, 1.5F});
  Batch batch(world, lanes_of(plan, 0, 2), {.seed = 5});
  batch.step();
  batch.step();
  int changed = 0;
  for (Seat seat = 0; seat < world->seats(); ++seat) {
    const bool in_team = batch.world().team_of()[seat] == 2;
    EXPECT_EQ(batch.lever(Lever::hours_programme, seat, 1) == 1.5F, in_team) << seat;
    changed += in_team != (world->team_of()[seat] == 2) ? 1 : 0;
  }
  EXPECT_GT(changed, 0);
}

}  // namespace
}  // namespace trust::testing
