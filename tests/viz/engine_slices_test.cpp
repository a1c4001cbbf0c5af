// What takes its time is done in slices that newer commands overtake, within a budget of memory, and ends as a fresh
// run.
#include <gtest/gtest.h>

#include "tests/viz/chooser.hpp"
#include "tests/viz/engine_fixture.hpp"

namespace trust::viz {
namespace {

// --- Slices: an engine of its own, of which every slice is looked at
class SliceTest : public testing::Test {
 protected:
  void load(Scenario scenario) {
    engine.load(std::move(scenario));
    finish();
  }
  void finish() {
    while (engine.working()) slice();
  }
  void slice() {
    engine.work();
    engine.fill(snapshot);
    if (engine.arms()) expect_whole(snapshot);
  }

  Engine engine;
  Snapshot snapshot;
};

TEST_F(SliceTest, ALaterDayIsReachedDayByDayAndSaysSo) {
  load(small_scenario());
  engine.apply(SeekDay{20});
  for (int day = 1; day < 20; ++day) {
    slice();
    EXPECT_EQ(snapshot.day, day);
    EXPECT_EQ(snapshot.busy, "Running to day 20");
    EXPECT_FLOAT_EQ(snapshot.progress, static_cast<float>(day) / 20);
    EXPECT_FALSE(engine.settled());
  }
  slice();
  EXPECT_TRUE(engine.settled());
  EXPECT_FALSE(engine.working());
  EXPECT_TRUE(snapshot.busy.empty());
}

TEST_F(SliceTest, ANewerDayWinsAndAnEarlierOneIsThereAtOnce) {
  load(small_scenario());
  engine.apply(SeekDay{20});
  for (int i = 0; i < 6; ++i) slice();
  engine.apply(SeekDay{2});
  EXPECT_TRUE(engine.settled());
  engine.fill(snapshot);
  EXPECT_EQ(snapshot.day, 2);
  EXPECT_EQ(snapshot.computed, 6);
}

TEST_F(SliceTest, PauseStaysWhereItIs) {
  load(small_scenario());
  engine.apply(SeekDay{20});
  for (int i = 0; i < 6; ++i) slice();
  engine.apply(Pause{});
  EXPECT_FALSE(engine.working());
  engine.fill(snapshot);
  EXPECT_EQ(snapshot.day, 6);
}

TEST_F(SliceTest, WhatWasShownStaysUntilTheEditHasBeenRun) {
  Scenario scenario = small_scenario();
  Intervention lane;
  lane.name = "Lane";
  lane.first_day = 10;
  lane.last_day = 15;
  lane.who = {Target{}};
  lane.changes = {{LeverChange::How::set, Lever::recognition_propensity, 0.9F}};
  scenario.plan.interventions.push_back(lane);
  load(scenario);
  engine.apply(SeekDay{18});
  finish();
  const auto before = snapshot.looks[what_if_arm];
  engine.apply(SetLever{Lever::trust_gain, 0.2F});
  finish();
  EXPECT_EQ(snapshot.looks[what_if_arm], before);
  engine.apply(Undo{});
  engine.apply(SeekDay{3});
  engine.apply(SetLever{Lever::trust_gain, 0.2F});
  engine.apply(SeekDay{18});
  while (!engine.settled()) {
    slice();
    EXPECT_FALSE(snapshot.busy.empty() && !engine.settled());
  }
  EXPECT_FALSE(same_look(*snapshot.looks[what_if_arm], *before));
  EXPECT_TRUE(same_look(*snapshot.looks[baseline_arm], *before));
}

TEST_F(SliceTest, AnOrganisationThatIsMadeIsAnnounced) {
  engine.load(small_scenario());
  EXPECT_TRUE(engine.opening());
  engine.fill(snapshot);
  EXPECT_EQ(snapshot.busy, "Making the organisation: 34 people");
  EXPECT_LT(snapshot.progress, 0);
  EXPECT_EQ(snapshot.phase, Snapshot::Phase::loading);
  finish();
  EXPECT_TRUE(snapshot.busy.empty());
}

TEST(BudgetOfMemory, IsKeptWhateverIsRun) {
  for (const std::size_t budget : {std::size_t{0}, std::size_t{100'000}, std::size_t{3'000'000}}) {
    DirectSession rich;
    DirectSession poor(budget);
    Chooser choose(budget + 1);
    for (DirectSession* one : {&rich, &poor}) one->engine().load(small_scenario(40));
    for (int i = 0; i < 40; ++i) {
      Command command = SeekDay{choose.below(41)};
      if (i % 4 == 1) command = SetLever{Lever::trust_gain, 0.01F * static_cast<float>(5 + choose.below(10))};
      if (i % 7 == 3) command = Undo{};
      rich.send(command);
      poor.send(command);
      ASSERT_LE(poor.engine().arms()->bytes(), budget);
      ASSERT_EQ(poor.latest().day, rich.latest().day);
      ASSERT_EQ(poor.latest().computed, rich.latest().computed);
      for (std::size_t arm = 0; arm < arm_count; ++arm) {
        ASSERT_TRUE(same_look(*poor.latest().looks[arm], *rich.latest().looks[arm])) << i;
        for (std::size_t m = 0; m < measure_count; ++m) {
          ASSERT_EQ(poor.latest().curves[arm]->series[m].high, rich.latest().curves[arm]->series[m].high);
        }
      }
    }
  }
}

class AnyEdits : public testing::TestWithParam<int> {};

TEST_P(AnyEdits, EndWithTheHashesOfAFreshRunOfTheWhatIf) {
  Chooser choose(static_cast<std::uint64_t>(GetParam()));
  const Scenario scenario = small_scenario();
  DirectSession session(std::size_t{1} << (10 + choose.below(22)));
  session.engine().load(scenario);
  constexpr std::array levers = {Lever::trust_gain, Lever::recognition_propensity, Lever::transparency_propensity};
  for (int i = 0; i < 30; ++i) {
    const Lever lever = levers[static_cast<std::size_t>(choose.below(3))];
    const float part = 0.1F * static_cast<float>(choose.below(11));
    const Parameter& row = parameter(lever);
    switch (choose.below(9)) {
      case 0:
        session.send(ResetLever{lever});
        break;
      case 1:
        session.send(Undo{});
        break;
      case 2:
        session.send(Redo{});
        break;
      case 3: {
        const auto lanes = session.latest().sitting.lanes.size();
        const int first = 1 + choose.below(20);
        session.send(ChangeLane{
            lanes == 0 ? 0 : static_cast<std::size_t>(choose.below(static_cast<int>(lanes))), first, {}, {}, {}});
        break;
      }
      case 4:
        session.send(RemoveLane{static_cast<std::size_t>(choose.below(3))});
        break;
      case 5:
        session.send(SetLever{lever, row.low + part * (row.high - row.low)});
        break;
      default:
        session.send(SeekDay{choose.below(21)});
    }
    expect_whole(session.latest());
  }
  session.send(SeekDay{scenario.days});
  BothArms& arms = *session.engine().arms();
  EXPECT_EQ(arms.of(Arm::baseline).replicate_hashes(20), hashes_of_study(scenario));
  EXPECT_EQ(arms.of(Arm::what_if).replicate_hashes(20), hashes_of_study(*arms.of(Arm::what_if).scenario()));
}

INSTANTIATE_TEST_SUITE_P(Random, AnyEdits, testing::Range(1, 21));

}  // namespace
}  // namespace trust::viz
