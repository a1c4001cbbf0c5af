// What the viewer runs is what `trustsim run` runs, in both arms, on any day, after any edits.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/viz/chooser.hpp"
#include "tests/viz/engine_fixture.hpp"

namespace trust::viz {
namespace {

TEST_F(EngineTest, EndsWithTheHashesOfTheSameRunByTheStudy) {
  const Scenario scenario = example_scenario(12, 5);
  load(scenario);
  session.send(SeekDay{12});
  EXPECT_EQ(hashes(Arm::what_if), hashes_of_study(scenario));
  EXPECT_EQ(hashes(Arm::baseline), hashes_of_study(scenario));
}

TEST_F(EngineTest, WhileNothingIsEditedBothArmsAreOne) {
  load(small_scenario());
  session.send(Step{7});
  EXPECT_EQ(now().looks[0], now().looks[1]);
  EXPECT_EQ(now().curves[0], now().curves[1]);
  EXPECT_TRUE(session.engine().arms()->are_one());
}

TEST_F(EngineTest, APictureStaysTheSameUntilTheDayIsAnother) {
  load(small_scenario());
  session.send(Step{3});
  const auto before = now().looks;
  const auto curves = now().curves;
  session.send(SetSpeed{3});
  EXPECT_EQ(now().looks, before);
  EXPECT_EQ(now().curves, curves);
}

TEST_F(EngineTest, ALookIsLaneZero) {
  load(example_scenario(5, 4));
  session.send(Step{3});
  const Snapshot& snapshot = now();
  const Batch batch = timeline(Arm::what_if).at_end_of(3);
  const auto seats = snapshot.look().organisation->people.size();
  ASSERT_EQ(snapshot.look().of(PersonValue::stress).size(), seats);
  const double half_a_step = 0.5 / 65535 + 1e-7;
  for (std::size_t seat = 0; seat < seats; ++seat) {
    const auto near = [&](PersonValue value, Column column) {
      EXPECT_NEAR(snapshot.look().of(value)[seat], batch.state()[column].at(seat, 0), half_a_step);
    };
    near(PersonValue::trusted, Column::trust_received);
    near(PersonValue::felt_trust, Column::felt_trust);
    near(PersonValue::stress, Column::stress);
    near(PersonValue::engagement, Column::engagement);
  }
  for (Slot slot = 0; slot < snapshot.look().ties->slots(); ++slot) {
    EXPECT_EQ(snapshot.look().tie_trust[slot], to_byte(batch.state()[Column::trust].at(slot, 0)));
  }
}

TEST_F(EngineTest, StepsForthAndBack) {
  load(small_scenario());
  session.send(Step{5});
  const auto third = timeline(Arm::what_if).look(3);
  session.send(Step{-2});
  EXPECT_EQ(now().day, 3);
  EXPECT_EQ(now().computed, 5);
  EXPECT_TRUE(same_look(now().look(), *third));
  EXPECT_EQ(now().of(Measure::trust).value.size(), 6u);
  session.send(Step{-9});
  EXPECT_EQ(now().day, 0);
  session.send(Step{900});
  EXPECT_EQ(now().day, 20);
}

TEST_F(EngineTest, ResetLooksAtDayZeroAndLosesNothing) {
  load(small_scenario());
  session.send(Step{8});
  session.send(SetLever{Lever::trust_gain, 0.2F});
  session.send(Step{4});
  const auto curves = now().curves;
  session.send(Reset{});
  EXPECT_EQ(now().day, 0);
  EXPECT_EQ(now().computed, 12);
  EXPECT_EQ(now().curves, curves);
  EXPECT_TRUE(now().sitting.edited);
}

TEST_F(EngineTest, ScrubbingChangesNothing) {
  load(small_scenario());
  session.send(Step{6});
  session.send(SetLever{Lever::recognition_propensity, 0.9F});
  session.send(SeekDay{20});
  const auto what_if = hashes(Arm::what_if);
  const auto baseline = hashes(Arm::baseline);
  const auto curves = now().curves;
  const auto look = now().looks[what_if_arm];
  Chooser choose(5);
  for (int i = 0; i < 60; ++i) {
    session.send(SeekDay{choose.below(24) - 2});
    expect_whole(now());
  }
  session.send(SeekDay{20});
  EXPECT_EQ(hashes(Arm::what_if), what_if);
  EXPECT_EQ(hashes(Arm::baseline), baseline);
  EXPECT_EQ(now().curves, curves);
  EXPECT_TRUE(same_look(now().look(), *look));
}

TEST_F(EngineTest, AnEditLeavesTheBaselineAlone) {
  const Scenario scenario = small_scenario();
  load(scenario);
  session.send(Step{5});
  session.send(SetLever{Lever::recognition_propensity, 0.9F});
  EXPECT_EQ(now().looks[0], now().looks[1]) << "it acts from tomorrow on";
  session.send(SeekDay{20});
  EXPECT_EQ(hashes(Arm::baseline), hashes_of_study(scenario));
  EXPECT_NE(hashes(Arm::what_if), hashes_of_study(scenario));
  EXPECT_EQ(hashes(Arm::what_if), hashes_of_study(*timeline(Arm::what_if).scenario()));
  const auto& one = now().of(Measure::trust, Arm::baseline).value;
  const auto& other = now().of(Measure::trust).value;
  EXPECT_TRUE(std::equal(one.begin(), one.begin() + 6, other.begin()));
  EXPECT_NE(one, other);
}

TEST_F(EngineTest, AnEditOfThePastIsRunAgainToWhereOneWas) {
  load(small_scenario());
  session.send(SeekDay{20});
  session.send(SeekDay{4});
  session.send(SetLever{Lever::recognition_propensity, 0.9F});
  session.send(SeekDay{12});
  EXPECT_EQ(now().computed, 20);
  EXPECT_EQ(now().of(Measure::trust).value.size(), 21u);
  EXPECT_EQ(timeline(Arm::what_if).replicate_hashes(20), hashes_of_study(*timeline(Arm::what_if).scenario()));
}

TEST_F(EngineTest, LeversShowInTheSnapshotAndGoBackToTheScenario) {
  load(small_scenario());
  const float before = now().of(Lever::trust_loss).value;
  EXPECT_FALSE(now().of(Lever::trust_loss).changed);
  session.send(SetLever{Lever::trust_loss, 0.33F});
  EXPECT_FLOAT_EQ(now().of(Lever::trust_loss).value, 0.33F);
  EXPECT_TRUE(now().of(Lever::trust_loss).changed);
  EXPECT_FLOAT_EQ(now().of(Lever::trust_loss).baseline, before);
  session.send(Step{2});
  EXPECT_FLOAT_EQ(now().of(Lever::trust_loss).value, 0.33F);
  session.send(ResetLever{Lever::trust_loss});
  EXPECT_FLOAT_EQ(now().of(Lever::trust_loss).value, before);
  EXPECT_FALSE(now().of(Lever::trust_loss).changed);
  session.send(SeekDay{0});
  EXPECT_TRUE(now().of(Lever::trust_loss).changed) << "on day 1 the hand had it";
}

TEST_F(EngineTest, LeversStandAsTheBatchHasThem) {
  Scenario scenario = small_scenario();
  Intervention rising;
  rising.name = "Rising";
  rising.first_day = 3;
  rising.last_day = 9;
  rising.ramp_days = 4;
  rising.who = {Target{Target::Kind::role, "rep"}};
  rising.changes = {{LeverChange::How::set, Lever::recognition_propensity, 0.95F}};
  scenario.plan.interventions.push_back(rising);
  load(scenario);
  session.send(SeekDay{20});
  for (const int day : {10, 0, 4, 3, 9, 20}) {
    session.send(SeekDay{day});
    const Batch batch = timeline(Arm::what_if).at_end_of(day);
    for (const Parameter& row : parameters()) {
      float low = batch.lever(row.id, 0, 0);
      float high = low;
      double sum = 0;
      for (Seat seat = 0; seat < batch.world().seats(); ++seat) {
        low = std::min(low, batch.lever(row.id, seat, 0));
        high = std::max(high, batch.lever(row.id, seat, 0));
        sum += static_cast<double>(batch.lever(row.id, seat, 0));
      }
      EXPECT_EQ(now().of(row.id).low, low) << row.name << " on day " << day;
      EXPECT_EQ(now().of(row.id).high, high) << row.name << " on day " << day;
      EXPECT_FLOAT_EQ(now().of(row.id).value, static_cast<float>(sum / batch.world().seats()));
    }
  }
}

TEST_F(EngineTest, WhatTwoHoldsOfALaneChangeAreTwoStepsOfUndo) {
  load(small_scenario());
  session.send(AddIntervention{"one_to_ones:from=3"});
  const auto lane = [&] { return now().sitting.lanes.back(); };
  const std::size_t index = lane().index;
  for (const int day : {4, 5, 6}) session.send(ChangeLane{index, day, {}, {}, {}, 1});
  for (const int day : {14, 12}) session.send(ChangeLane{index, {}, day, {}, {}, 2});
  EXPECT_EQ(lane().last_day, 12);
  session.send(Undo{});
  EXPECT_EQ(lane().first_day, 6);
  EXPECT_NE(lane().last_day, 12);
  session.send(Undo{});
  EXPECT_EQ(lane().first_day, 3);
}

TEST_F(EngineTest, EveryMistakeOfAFileIsTold) {
  const auto file = std::filesystem::path(testing::TempDir()) / "two-mistakes.toml";
  std::ofstream(file) << "[scenario]\nname = \"x\"\ndays = -3\nseed = \"much\"\n[organisation]\ngenerate = {}\n";
  session.send(LoadScenario{file});
  session.finish();
  EXPECT_NE(now().message.find("days"), std::string::npos);
  EXPECT_NE(now().message.find("seed"), std::string::npos);
}

TEST_F(EngineTest, LeversAreKeptWithinTheirRange) {
  load(small_scenario());
  session.send(SetLever{Lever::trust_gain, 17});
  EXPECT_EQ(now().of(Lever::trust_gain).value, parameter(Lever::trust_gain).high);
}

TEST_F(EngineTest, TheMovesOfOneGestureAreOneStepOfUndo) {
  load(small_scenario());
  const float before = now().of(Lever::trust_gain).value;
  for (const float value : {0.1F, 0.15F, 0.2F}) session.send(SetLever{Lever::trust_gain, value});
  session.send(Undo{});
  EXPECT_FLOAT_EQ(now().of(Lever::trust_gain).value, before);
  session.send(Redo{});
  EXPECT_FLOAT_EQ(now().of(Lever::trust_gain).value, 0.2F);
  session.send(Pause{});
  session.send(SetLever{Lever::trust_gain, 0.12F});
  session.send(SetLever{Lever::trust_loss, 0.2F});
  session.send(SetLever{Lever::trust_gain, 0.14F});
  session.send(Undo{});
  EXPECT_FLOAT_EQ(now().of(Lever::trust_gain).value, 0.12F);
  session.send(Undo{});
  session.send(Undo{});
  EXPECT_FLOAT_EQ(now().of(Lever::trust_gain).value, 0.2F);
}

TEST_F(EngineTest, WithoutEditsBothArmsAreOneAgain) {
  load(small_scenario());
  session.send(Step{6});
  session.send(SetLever{Lever::trust_gain, 0.2F});
  session.send(Step{6});
  EXPECT_NE(now().looks[0], now().looks[1]);
  const auto edition = now().edition;
  session.send(ClearEdits{});
  EXPECT_EQ(now().looks[0], now().looks[1]);
  EXPECT_EQ(now().curves[0], now().curves[1]);
  EXPECT_GT(now().edition, edition);
}

TEST_F(EngineTest, AnotherSeedIsAnotherRunOfBothArmsToTheSameDay) {
  Scenario scenario = small_scenario();
  load(scenario);
  session.send(SeekDay{20});
  const auto run = now().run;
  session.send(SetSeed{77});
  EXPECT_GT(now().run, run);
  EXPECT_EQ(now().seed, 77u);
  EXPECT_EQ(now().day, 20);
  scenario.seed = 77;
  EXPECT_EQ(hashes(Arm::baseline), hashes_of_study(scenario));
  session.send(Undo{});
  scenario.seed = 11;
  EXPECT_EQ(now().seed, 11u);
  EXPECT_EQ(hashes(Arm::baseline), hashes_of_study(scenario));
}

TEST_F(EngineTest, EditionsRiseWithEveryEditAndOnlyThen) {
  load(small_scenario());
  const auto first = now().edition;
  session.send(Step{3});
  session.send(SeekDay{1});
  session.send(Watch{{Measure::trust}});
  EXPECT_EQ(now().edition, first);
  session.send(SetLever{Lever::trust_gain, 0.2F});
  EXPECT_GT(now().edition, first);
  EXPECT_EQ(now().run, 1u);
}

TEST_F(EngineTest, AMistakeIsAMessageAndChangesNothing) {
  load(small_scenario());
  session.send(Step{2});
  const auto edition = now().edition;
  session.send(RemoveLane{12});
  EXPECT_FALSE(now().message.empty());
  session.send(AddIntervention{"there.is.no.such.kind"});
  EXPECT_FALSE(now().message.empty());
  EXPECT_EQ(now().message.find('\n'), std::string::npos);
  EXPECT_EQ(now().edition, edition);
  session.send(SetLever{Lever::trust_gain, 0.2F});
  EXPECT_TRUE(now().message.empty());
}

TEST_F(EngineTest, SaysWhatIsWrongWithAScenarioAndKeepsTheRunBefore) {
  session.send(LoadScenario{"there-is-no-such.toml"});
  EXPECT_EQ(now().phase, Snapshot::Phase::failed);
  EXPECT_NE(now().message.find("there-is-no-such.toml"), std::string::npos);
  load(small_scenario());
  EXPECT_TRUE(now().message.empty());
  session.send(Step{2});
  session.send(SetLever{Lever::trust_gain, 0.2F});
  session.send(LoadScenario{"there-is-no-such.toml"});
  EXPECT_TRUE(now().ready());
  EXPECT_EQ(now().day, 2);
  EXPECT_TRUE(now().of(Lever::trust_gain).changed);
  EXPECT_FALSE(now().message.empty());
  EXPECT_TRUE(now().busy.empty());
}

TEST_F(EngineTest, AnOrganisationThatCannotBeMadeKeepsTheRunBefore) {
  load(small_scenario());
  session.send(Step{2});
  Scenario impossible = small_scenario();
  impossible.generator->roles = {{"nobody-of-that-name", 3}};
  load(impossible);
  EXPECT_EQ(now().day, 2);
  EXPECT_FALSE(now().message.empty());
  EXPECT_EQ(now().run, 1u);
}

TEST_F(EngineTest, ASecondScenarioBeginsAnew) {
  load(small_scenario());
  session.send(Step{2});
  session.send(Follow{id_of(3)});
  session.send(SetLever{Lever::trust_gain, 0.2F});
  load(small_scenario(7));
  EXPECT_EQ(now().day, 0);
  EXPECT_EQ(now().computed, 0);
  EXPECT_EQ(now().days, 7);
  EXPECT_EQ(now().run, 2u);
  EXPECT_EQ(now().history, nullptr);
  EXPECT_EQ(now().looks[0], now().looks[1]);
}

TEST_F(EngineTest, WithoutAScenarioCommandsDoNothing) {
  const std::vector<Command> commands = {StartRun{},
                                         Pause{},
                                         Step{},
                                         Step{-1},
                                         SeekDay{4},
                                         SetSpeed{1},
                                         Reset{},
                                         SetLever{Lever::trust_gain, 0.1F},
                                         ResetLever{Lever::trust_gain},
                                         AddIntervention{"one-on-ones"},
                                         ChangeLane{0, 3, {}, {}, {}},
                                         SetLaneOption{0, "share", "0.1"},
                                         RemoveLane{0},
                                         ClearEdits{},
                                         SetSeed{4},
                                         Undo{},
                                         Redo{},
                                         SetWhatIf{"one-on-ones"},
                                         SaveSitting{"nowhere.toml"},
                                         Refine{},
                                         Watch{{Measure::trust}},
                                         Follow{"somebody"},
                                         Explain{"one", "other", 3}};
  for (const Command& command : commands) session.send(command);
  EXPECT_FALSE(now().running);
  EXPECT_EQ(now().phase, Snapshot::Phase::loading);
  EXPECT_EQ(now().refinement, nullptr);
  load(small_scenario());
  EXPECT_TRUE(now().ready());
}

TEST_F(EngineTest, RunsADayAtATimeAndPausesAtTheEnd) {
  load(small_scenario(5));
  session.send(StartRun{});
  EXPECT_TRUE(now().running);
  for (int day = 1; day <= 5; ++day) {
    session.engine().advance();
    EXPECT_EQ(now().day, day);
  }
  EXPECT_FALSE(now().running);
  session.send(StartRun{});
  EXPECT_FALSE(now().running) << "there is nothing left to run";
}

TEST_F(EngineTest, RunsAgainFromADayThatIsOver) {
  load(small_scenario());
  session.send(Step{10});
  session.send(SeekDay{4});
  session.send(StartRun{});
  for (int day = 5; day <= 12; ++day) {
    session.engine().advance();
    EXPECT_EQ(now().day, day);
    EXPECT_EQ(now().computed, std::max(day, 10));
  }
}

// --- What is found out beside
TEST_F(EngineTest, AHistoryGrowsWithTheDays) {
  load(small_scenario());
  session.send(Step{4});
  session.send(Follow{id_of(3)});
  ASSERT_NE(now().history, nullptr);
  EXPECT_EQ(now().history->id, id_of(3));
  EXPECT_EQ(now().history->values[0].size(), 5u);
  session.send(Step{3});
  ASSERT_EQ(now().history->values[0].size(), 8u);
  for (int day = 0; day <= 7; ++day) {
    EXPECT_EQ(now().history->values[static_cast<std::size_t>(PersonValue::stress)][static_cast<std::size_t>(day)],
              timeline(Arm::what_if).look(day)->of(PersonValue::stress)[3]);
  }
  session.send(SeekDay{2});
  const auto before = now().history;
  session.send(SetLever{Lever::trust_gain, 0.2F});
  EXPECT_NE(now().history, before) << "the what-if runs otherwise";
  session.send(Follow{""});
  EXPECT_EQ(now().history, nullptr);
}

TEST_F(EngineTest, ATiesDayIsExplainedInEitherArm) {
  load(small_scenario());
  session.send(Step{9});
  const Look& look = now().look();
  Slot slot = 0;
  while (look.tie_trust[slot] == no_tie) ++slot;
  Seat target = 0;
  while (look.ties->row_end(target) <= slot) ++target;
  const std::string source_id = id_of(look.ties->source(slot));
  const std::string target_id = id_of(target);
  for (const Arm arm : {Arm::what_if, Arm::baseline}) {
    session.send(Explain{source_id, target_id, 5, arm});
    ASSERT_NE(now().explanation, nullptr);
    EXPECT_EQ(now().explanation->problem, "");
    EXPECT_EQ(now().explanation->day, 5);
    EXPECT_EQ(now().explanation->source, source_id);
    EXPECT_EQ(to_byte(now().explanation->after), timeline(arm).look(5)->tie_trust[slot]);
    EXPECT_EQ(to_byte(now().explanation->before), timeline(arm).look(4)->tie_trust[slot]);
  }
  EXPECT_EQ(now().day, 9);
  session.send(Explain{source_id, target_id, 15});
  EXPECT_NE(now().explanation->problem, "") << "that day was not run";
  session.send(Explain{source_id, "nobody", 5});
  EXPECT_NE(now().explanation->problem, "");
}

TEST_F(EngineTest, ReplicatesAreOfTheWhatIfThatIsShown) {
  session.refine_with(4);
  load(small_scenario(6, 4));
  EXPECT_EQ(now().refinement, nullptr);
  session.send(Refine{});
  ASSERT_NE(now().refinement, nullptr);
  EXPECT_EQ(now().refinement->edition, now().edition);
  const auto before = now().refinement;
  session.send(Step{2});
  EXPECT_EQ(now().refinement, before);
  session.send(SetLever{Lever::trust_gain, 0.2F});
  EXPECT_EQ(now().refinement->edition, now().edition);
  EXPECT_NE(now().refinement, before);
  session.send(Refine{true, true});
  EXPECT_TRUE(now().refinement->uncertain);
}

}  // namespace
}  // namespace trust::viz
