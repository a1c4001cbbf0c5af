// What a change of plan, a tie that rests, or an edited organisation leaves untouched.
#include <gtest/gtest.h>

#include <map>

#include "tests/models/by_hand.hpp"

namespace trust::testing {
namespace {

Plan with_change(int first_day, float strength, float amount) {
  Intervention intervention = change_lasting(first_day, 200);
  intervention.who.emplace_back();
  intervention.ramp_days = 5;
  intervention.strength = strength;
  intervention.changes.push_back({LeverChange::How::add, Lever::recognition_propensity, amount});
  Plan plan;
  plan.interventions.push_back(std::move(intervention));
  return plan;
}

TEST(WhatIf, ChangesNothingBeforeItsFirstDay) {
  const auto world = small_world(40);
  const Plan baseline;
  const Plan changed = with_change(60, 1, 0.3F);
  Batch one(world, lanes_of(baseline, 0, 16), {.seed = 3});
  Batch other(world, lanes_of(changed, 0, 16), {.seed = 3});
  for (int day = 0; day < 60; ++day) {
    ASSERT_EQ(one.column_hashes(), other.column_hashes()) << "day " << day;
    one.step();
    other.step();
  }
  const auto last = hashes_after(one, 20);
  const auto last_changed = hashes_after(other, 20);
  for (std::size_t l = 0; l < 16; ++l) EXPECT_NE(last[l], last_changed[l]) << "lane " << l;
}

TEST(WhatIf, WithoutStrengthOrAmountIsExactlyTheBaseline) {
  const auto world = small_world(40);
  const Plan baseline;
  const Plan without_strength = with_change(10, 0, 0.3F);
  const Plan without_amount = with_change(10, 1, 0);
  std::vector<LanePlan> lanes;
  for (std::uint32_t replicate = 0; replicate < 5; ++replicate) {
    for (const Plan* plan : {&baseline, &without_strength, &without_amount}) lanes.push_back({replicate, plan});
  }
  Batch batch(world, lanes, {.seed = 3});
  const auto hashes = hashes_after(batch, 120);
  for (std::size_t l = 0; l < hashes.size(); l += 3) {
    EXPECT_EQ(hashes[l], hashes[l + 1]);
    EXPECT_EQ(hashes[l], hashes[l + 2]);
  }
}

TEST(WhatIf, ComesBackWhenTheInterventionEnds) {
  const Plan plan = with_change(5, 1, 0.3F);
  Batch batch(small_world(16), lanes_of(plan, 0, 1), {.seed = 3});
  for (int day = 0; day < 200; ++day) batch.step();
  EXPECT_GT(batch.lever(Lever::recognition_propensity, 1, 0), 0.4F);
  batch.step();
  EXPECT_EQ(batch.lever(Lever::recognition_propensity, 1, 0), parameter(Lever::recognition_propensity).initial);
}

// The organisation without every fifth tie.
std::shared_ptr<const World> without_some_ties(const Organisation& organisation) {
  auto fewer = std::make_shared<Organisation>(organisation);
  fewer->ties.clear();
  for (std::size_t t = 0; t < organisation.ties.size(); ++t) {
    if (t % 5 != 0) fewer->ties.push_back(organisation.ties[t]);
  }
  return world_of(fewer);
}

TEST(InactiveTies, AreAsIfTheyWereNotThere) {
  const auto organisation = small_organisation(40);
  const Plan plan = plan_with({{Lever::tie_formation, 0.0F}, {Lever::tie_ending, 0.0F}, {Lever::exit_rate, 0.0F}});
  Batch resting(world_of(organisation), lanes_of(plan, 0, 16), {.seed = 3});
  for (std::size_t t = 0; t < organisation->ties.size(); t += 5) {
    const Tie& tie = organisation->ties[t];
    resting.state()[Column::trust].fill_row(resting.world().graph().find(tie.source, tie.target), -1.0F);
  }
  resting.complete_state();
  Batch absent(without_some_ties(*organisation), lanes_of(plan, 0, 16), {.seed = 3});
  for (int day = 0; day < 30; ++day) {
    ASSERT_EQ(resting.column_hashes(), absent.column_hashes()) << "day " << day;
    for (int lane = 0; lane < 16; ++lane) ASSERT_EQ(resting.figures(lane), absent.figures(lane));
    resting.step();
    absent.step();
  }
}

TEST(InactiveTies, RestInTheirOwnLaneOnly) {
  const auto world = small_world(40);
  const Plan plan = plan_with({{Lever::tie_formation, 0.0F}, {Lever::exit_rate, 0.0F}});
  Batch untouched(world, lanes_of(plan, 0, 16), {.seed = 3});
  Batch touched(world, lanes_of(plan, 0, 16), {.seed = 3});
  const Slot slot = world->graph().row_begin(3);
  touched.state()[Column::trust].at(slot, 6) = -1.0F;
  touched.complete_state();
  const auto expected = hashes_after(untouched, 30);
  const auto found = hashes_after(touched, 30);
  for (std::size_t l = 0; l < 16; ++l) {
    if (l == 6) {
      EXPECT_NE(found[l], expected[l]);
    } else {
      EXPECT_EQ(found[l], expected[l]) << "lane " << l;
    }
  }
  EXPECT_EQ(touched.state()[Column::trust].at(slot, 6), -1.0F);
}

std::map<std::pair<Seat, Seat>, float> trust_of_ties(const Batch& batch, int lane) {
  std::map<std::pair<Seat, Seat>, float> ties;
  for (Seat source = 0; source < batch.world().seats(); ++source) {
    for (const OutgoingTie& tie : batch.world().graph().outgoing(source)) {
      ties[{source, tie.target}] = batch.state()[Column::trust].at(tie.slot, lane);
    }
  }
  return ties;
}

// With somebody more, in a function and a team of their own.
std::shared_ptr<Organisation> with_newcomer(const Organisation& organisation) {
  auto larger = std::make_shared<Organisation>(organisation);
  larger->functions.push_back("elsewhere");
  larger->teams.push_back({"Elsewhere", 2, no_seat});
  Person person;
  person.id = "newcomer";
  person.role = 4;
  person.function = 2;
  person.team = static_cast<std::uint32_t>(larger->teams.size()) - 1;
  larger->people.push_back(std::move(person));
  return larger;
}

// Nobody leaves, no ties form or end, and clients, who judge all functions together, are not served.
Plan plan_without_what_joins_people() {
  return plan_with({{Lever::exit_rate, 0.0F},
                    {Lever::tie_formation, 0.0F},
                    {Lever::tie_ending, 0.0F},
                    {Lever::client_service, 0.0F},
                    {Lever::client_churn, 0.0F}});
}

TEST(EditedOrganisation, SomebodyWhoKnowsNobodyChangesNothingForTheOthers) {
  const auto organisation = small_organisation(40);
  const auto larger = with_newcomer(*organisation);
  const Plan plan = plan_without_what_joins_people();
  Batch before(world_of(organisation), lanes_of(plan, 0, 16), {.seed = 3});
  Batch after(world_of(larger), lanes_of(plan, 0, 16), {.seed = 3});
  for (int day = 0; day < 60; ++day) {
    before.step();
    after.step();
  }
  for (int lane = 0; lane < 16; ++lane) {
    EXPECT_EQ(trust_of_ties(before, lane), trust_of_ties(after, lane));
    for (const ColumnRow& row : columns()) {
      if (row.entity != Entity::seat) continue;
      const Column column = *find_column(row.name);
      for (Seat seat = 0; seat < 40; ++seat) {
        ASSERT_EQ(before.state()[column].at(seat, lane), after.state()[column].at(seat, lane)) << row.name;
      }
    }
  }
}

// Where behaviour does not answer to trust or stress, new ties leave the old ones as they would have been.
TEST(EditedOrganisation, NewTiesMoveNobodyElsesLuck) {
  const auto organisation = small_organisation(40);
  const auto larger = with_newcomer(*organisation);
  for (Seat seat = 0; seat < 40; seat += 3) larger->ties.push_back({40, seat, 0.5F});
  for (Seat seat = 0; seat < 40; seat += 4) larger->ties.push_back({seat, 40, 0.5F});
  Plan plan = plan_without_what_joins_people();
  plan.settings.push_back({{}, Lever::behaviour_trust_sensitivity, 0.0F});
  plan.settings.push_back({{}, Lever::behaviour_stress_sensitivity, 0.0F});
  Batch before(world_of(organisation), lanes_of(plan, 0, 16), {.seed = 3});
  Batch after(world_of(larger), lanes_of(plan, 0, 16), {.seed = 3});
  for (int day = 0; day < 60; ++day) {
    before.step();
    after.step();
  }
  const auto ties_after = trust_of_ties(after, 2);
  for (const auto& [tie, trust] : trust_of_ties(before, 2)) {
    ASSERT_EQ(trust, ties_after.at(tie)) << tie.first << " -> " << tie.second;
  }
}

}  // namespace
}  // namespace trust::testing
