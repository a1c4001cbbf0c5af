// How settings, roles' defaults and interventions come together in a lever.
#include "models/lever_table.hpp"

#include <gtest/gtest.h>

#include <array>

#include "tests/models/by_hand.hpp"

namespace trust::testing {
namespace {

using Kind = Target::Kind;
using How = LeverChange::How;
constexpr Lever lever = Lever::discretion_propensity;  // no role has a default of its own for it

// Seat 8 leads Team 1 in marketing; seat 9 is a marketer in it; seat 1 is a rep.
class Levers : public ::testing::Test {
 protected:
  LeverTable table(int day = 0) const {
    std::vector<const Plan*> plans(lane_columns, &plan_);
    LeverTable made(*organisation_, plans);
    made.set_day(day);
    return made;
  }
  void set(Target who, float value) { plan_.settings.push_back({std::move(who), lever, value}); }
  Intervention& intervention(How how, float value, Target who = {}) {
    Intervention made = change_lasting(1, 10);
    made.who.push_back(std::move(who));
    made.changes.push_back({how, lever, value});
    return plan_.interventions.emplace_back(std::move(made));
  }

  std::shared_ptr<const Organisation> organisation_ = small_organisation(24);
  Plan plan_;
};

TEST_F(Levers, AreTheTablesDefaultsUnlessARoleHasItsOwn) {
  const LeverTable levers = table();
  for (const Parameter& row : parameters()) EXPECT_EQ(levers.value(row.id, 1, 0), row.initial) << row.name;
  EXPECT_EQ(levers.value(Lever::recognition_propensity, 8, 0), 0.2F);
  EXPECT_EQ(levers.value(Lever::transparency_propensity, 8, 0), 0.35F);
}

TEST_F(Levers, FollowTheNarrowestTargetWhateverTheOrder) {
  set({Kind::person, "p9"}, 0.5F);
  set({Kind::team, "Team 1"}, 0.4F);
  set({Kind::function, "marketing"}, 0.3F);
  set({Kind::role, "marketer"}, 0.2F);
  set({}, 0.1F);
  const LeverTable levers = table();
  EXPECT_EQ(levers.value(lever, 1, 0), 0.1F);  // a rep in sales
  EXPECT_EQ(levers.value(lever, 9, 0), 0.5F);
  EXPECT_EQ(levers.value(lever, 10, 0), 0.4F);
  EXPECT_EQ(levers.value(lever, 8, 0), 0.4F);
}

TEST_F(Levers, FunctionComesBeforeRole) {
  set({Kind::function, "marketing"}, 0.3F);
  set({Kind::role, "marketer"}, 0.2F);
  EXPECT_EQ(table().value(lever, 9, 0), 0.3F);
}

TEST_F(Levers, TheLastOfEqualTargetsCounts) {
  set({}, 0.6F);
  set({}, 0.7F);
  EXPECT_EQ(table().value(lever, 1, 0), 0.7F);
}

TEST_F(Levers, ARolesDefaultYieldsToWhateverThePlanSays) {
  EXPECT_EQ(table().value(Lever::recognition_propensity, 8, 0), 0.2F);
  EXPECT_EQ(table().value(Lever::recognition_propensity, 9, 0), parameter(Lever::recognition_propensity).initial);
  plan_.settings.push_back({{}, Lever::recognition_propensity, 0.9F});
  EXPECT_EQ(table().value(Lever::recognition_propensity, 8, 0), 0.9F);
  EXPECT_EQ(table().value(Lever::recognition_propensity, 9, 0), 0.9F);
  plan_.settings.push_back({{Kind::role, "leader"}, Lever::recognition_propensity, 0.8F});
  EXPECT_EQ(table().value(Lever::recognition_propensity, 8, 0), 0.8F);
}

TEST_F(Levers, InterventionsSetAndAdd) {
  set({}, 0.2F);
  intervention(How::set, 0.6F, {Kind::team, "Team 1"});
  intervention(How::add, 0.1F);
  EXPECT_FLOAT_EQ(table(0).value(lever, 9, 0), 0.2F);
  EXPECT_FLOAT_EQ(table(1).value(lever, 9, 0), 0.7F);
  EXPECT_FLOAT_EQ(table(1).value(lever, 1, 0), 0.3F);
  EXPECT_FLOAT_EQ(table(10).value(lever, 9, 0), 0.7F);
  EXPECT_FLOAT_EQ(table(11).value(lever, 9, 0), 0.2F);
}

TEST_F(Levers, OneInterventionTouchesAPersonOnce) {
  intervention(How::add, 0.1F, {Kind::team, "Team 1"}).who.push_back({Kind::person, "p9"});
  EXPECT_FLOAT_EQ(table(1).value(lever, 9, 0), parameter(lever).initial + 0.1F);
}

TEST_F(Levers, StrengthAndRampScaleTheChange) {
  set({}, 0.2F);
  Intervention& halfway = intervention(How::set, 0.6F);
  halfway.strength = 0.5F;
  halfway.ramp_days = 4;
  EXPECT_FLOAT_EQ(table(1).value(lever, 9, 0), 0.25F);
  EXPECT_FLOAT_EQ(table(2).value(lever, 9, 0), 0.3F);
  EXPECT_FLOAT_EQ(table(4).value(lever, 9, 0), 0.4F);
  EXPECT_FLOAT_EQ(table(9).value(lever, 9, 0), 0.4F);
}

TEST_F(Levers, StayWithinTheirRange) {
  intervention(How::add, 5);
  EXPECT_EQ(table(1).value(lever, 9, 0), parameter(lever).high);
  intervention(How::add, -9);
  EXPECT_EQ(table(1).value(lever, 9, 0), parameter(lever).low);
}

TEST_F(Levers, CostHoursForThoseWhomTheyTouchAndMoneyForAll) {
  Intervention& workshop = intervention(How::add, 0.1F, {Kind::team, "Team 1"});
  workshop.hours_per_day = 0.5F;
  workshop.money_per_day = 100;
  workshop.ramp_days = 20;  // the effect has yet to come, the cost is there from the first day
  intervention(How::add, 0.1F, {Kind::person, "p9"}).hours_per_day = 0.25F;
  const LeverTable running = table(3);
  EXPECT_EQ(running.value(Lever::hours_programme, 9, 0), 0.75F);
  EXPECT_EQ(running.value(Lever::hours_programme, 10, 0), 0.5F);
  EXPECT_EQ(running.value(Lever::hours_programme, 1, 0), 0);
  EXPECT_EQ(running.money(0), 100);
  EXPECT_EQ(table(11).value(Lever::hours_programme, 9, 0), 0);
  EXPECT_EQ(table(11).money(0), 0);
}

TEST_F(Levers, HalfAProgrammeCostsHalf) {
  Intervention& workshop = intervention(How::add, 0.1F, {Kind::team, "Team 1"});
  workshop.hours_per_day = 0.5F;
  workshop.money_per_day = 100;
  workshop.strength = 0.5F;
  EXPECT_EQ(table(3).value(Lever::hours_programme, 9, 0), 0.25F);
  EXPECT_EQ(table(3).money(0), 50);
  workshop.strength = 0;
  EXPECT_EQ(table(3).value(Lever::hours_programme, 9, 0), 0);
  EXPECT_EQ(table(3).money(0), 0);
}

TEST_F(Levers, GoBackAndForthInTime) {
  intervention(How::add, 0.1F).ramp_days = 5;
  LeverTable levers = table();
  for (const int day : {3, 1, 8, 20, 2, 0, 5}) {
    levers.set_day(day);
    EXPECT_EQ(levers.value(lever, 1, 0), table(day).value(lever, 1, 0)) << day;
  }
}

TEST_F(Levers, MayDifferFromLaneToLane) {
  const Plan other = plan_with({{lever, 0.9F}});
  std::vector<const Plan*> plans(lane_columns, &plan_);
  plans[3] = &other;
  const LeverTable levers(*organisation_, plans);
  EXPECT_EQ(levers.value(lever, 1, 2), parameter(lever).initial);
  EXPECT_EQ(levers.value(lever, 1, 3), 0.9F);
}

TEST_F(Levers, PeopleWithEqualLeversShareAGroup) {
  EXPECT_EQ(table().groups(), 2U);  // leaders, who have defaults of their own, and the rest
  set({Kind::person, "p9"}, 0.5F);
  EXPECT_EQ(table().groups(), 3U);
}

TEST_F(Levers, ExistWhereNobodyIs) {
  const Organisation nobody;
  const std::vector<const Plan*> plans(lane_columns, &plan_);
  EXPECT_EQ(LeverTable(nobody, plans).groups(), 1U);
}

}  // namespace
}  // namespace trust::testing
