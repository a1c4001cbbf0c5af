// What the viewer runs is what `trustsim run` runs, and a lever moved by hand is an intervention like any other.
#include "viz/session/session.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "study/run.hpp"
#include "tests/viz/example.hpp"
#include "viz/session/direct_session.hpp"
#include "viz/session/runner.hpp"

namespace trust::viz {
namespace {

std::vector<std::uint64_t> hashes_of_study(const Scenario& scenario) {
  RunControl control;
  RunOptions options = options_of(scenario);
  options.threads = 1;
  return run_scenario(scenario, options, control, {}).replicate_hashes;
}

TEST(Runner, EndsWithTheHashesOfTheSameRunByTheStudy) {
  const Scenario scenario = example_scenario(12, 5);
  Runner runner(scenario);
  while (!runner.finished()) runner.step();
  EXPECT_EQ(runner.replicate_hashes(), hashes_of_study(scenario));
}

TEST(Runner, RunsSixteenReplicatesOfTheFirstOrganisationAtMost) {
  Scenario scenario = example_scenario(2, 40);
  EXPECT_EQ(Runner(scenario).batch().lanes(), 16);
  scenario.replicates_per_organisation = 3;
  EXPECT_EQ(Runner(scenario).batch().lanes(), 3);
  scenario.replicates = 1;
  EXPECT_EQ(Runner(scenario).batch().lanes(), 1);
}

TEST(Runner, StopsAtTheLastDay) {
  Runner runner(example_scenario(3));
  for (int i = 0; i < 10; ++i) runner.step();
  EXPECT_EQ(runner.day(), 3);
}

TEST(Runner, ResetGivesTheSameRunAgain) {
  Runner runner(example_scenario(6));
  while (!runner.finished()) runner.step();
  const auto first = runner.replicate_hashes();
  runner.reset();
  EXPECT_EQ(runner.day(), 0);
  while (!runner.finished()) runner.step();
  EXPECT_EQ(runner.replicate_hashes(), first);
}

// The scenario as it would be written down after the sitting.
Scenario with_changes(Scenario scenario, const std::vector<Intervention>& changes) {
  scenario.plan.interventions.insert(scenario.plan.interventions.end(), changes.begin(), changes.end());
  return scenario;
}

TEST(LiveLevers, AreInterventionsThatCanBeRunAgain) {
  const Scenario scenario = example_scenario(14, 3);
  Runner runner(scenario);
  const auto step = [&](int days) {
    for (int i = 0; i < days; ++i) runner.step();
  };
  step(2);
  runner.set_lever(Lever::recognition_propensity, 0.9F);
  runner.set_lever(Lever::trust_gain, 0.2F);
  step(3);
  runner.set_lever(Lever::recognition_propensity, 0.1F);
  runner.set_lever(Lever::recognition_propensity, 0.4F);  // the same evening: only this one counts
  step(2);
  runner.set_lever(Lever::recognition_propensity, 0.8F);
  step(1);
  runner.reset_lever(Lever::recognition_propensity);
  step(6);
  ASSERT_TRUE(runner.finished());
  EXPECT_NE(runner.replicate_hashes(), hashes_of_study(scenario)) << "levers do something";
  EXPECT_EQ(runner.by_hand().size(), 4u);
  EXPECT_EQ(runner.replicate_hashes(), hashes_of_study(with_changes(scenario, runner.by_hand())));
}

TEST(LiveLevers, ActFromTheNextDayOn) {
  Runner touched(example_scenario(8, 2));
  Runner plain(example_scenario(8, 2));
  for (int day = 0; day < 4; ++day) {
    touched.step();
    plain.step();
  }
  touched.set_lever(Lever::transparency_propensity, 1);
  EXPECT_EQ(touched.replicate_hashes(), plain.replicate_hashes());
  touched.step();
  plain.step();
  EXPECT_NE(touched.replicate_hashes(), plain.replicate_hashes());
}

TEST(LiveLevers, StayWhereTheyAreWhenTheRunStartsAgain) {
  const Scenario scenario = example_scenario(6, 2);
  Runner runner(scenario);
  while (!runner.finished()) runner.step();
  runner.set_lever(Lever::recognition_propensity, 0.7F);  // at the end: for the next time
  runner.reset();
  while (!runner.finished()) runner.step();
  Intervention from_the_start = runner.by_hand().at(0);
  EXPECT_EQ(from_the_start.first_day, 1);
  EXPECT_EQ(from_the_start.last_day, 6);
  EXPECT_EQ(runner.replicate_hashes(), hashes_of_study(with_changes(scenario, {from_the_start})));
}

TEST(LiveLevers, ShowInTheSnapshotAndGoBackToTheScenario) {
  DirectSession session;
  session.engine().load(example_scenario());
  const float before = session.latest().of(Lever::trust_loss).value;
  session.send(SetLever{Lever::trust_loss, 0.33F});
  EXPECT_FLOAT_EQ(session.latest().of(Lever::trust_loss).value, 0.33F);
  EXPECT_TRUE(session.latest().of(Lever::trust_loss).changed);
  EXPECT_FLOAT_EQ(session.latest().of(Lever::trust_loss).baseline, before);
  session.send(Step{2});
  session.send(ResetLever{Lever::trust_loss});
  session.send(Step{1});
  EXPECT_FLOAT_EQ(session.latest().of(Lever::trust_loss).value, before);
  EXPECT_FALSE(session.latest().of(Lever::trust_loss).changed);
}

TEST(LiveLevers, AreKeptWithinTheirRange) {
  DirectSession session;
  session.engine().load(example_scenario());
  session.send(SetLever{Lever::trust_gain, 17});
  EXPECT_EQ(session.latest().of(Lever::trust_gain).value, parameter(Lever::trust_gain).high);
}

TEST(Snapshot, IsACopyOfLaneZero) {
  DirectSession session;
  session.engine().load(example_scenario(5, 4));
  session.send(Step{3});
  const Snapshot& snapshot = session.latest();
  const Batch& batch = session.engine().runner()->batch();
  const auto seats = snapshot.look().organisation->people.size();
  ASSERT_EQ(snapshot.look().of(PersonValue::stress).size(), seats);
  for (std::size_t seat = 0; seat < seats; ++seat) {
    EXPECT_EQ(snapshot.look().of(PersonValue::trusted)[seat], batch.state()[Column::trust_received].at(seat, 0));
    EXPECT_EQ(snapshot.look().of(PersonValue::felt_trust)[seat], batch.state()[Column::felt_trust].at(seat, 0));
    EXPECT_EQ(snapshot.look().of(PersonValue::stress)[seat], batch.state()[Column::stress].at(seat, 0));
    EXPECT_EQ(snapshot.look().of(PersonValue::engagement)[seat], batch.state()[Column::engagement].at(seat, 0));
  }
  for (Slot slot = 0; slot < snapshot.look().ties->slots(); ++slot) {
    EXPECT_EQ(snapshot.look().tie_trust[slot], to_byte(batch.state()[Column::trust].at(slot, 0)));
  }
}

TEST(Snapshot, SeriesHaveAValueADayAndABandAroundIt) {
  DirectSession session;
  session.engine().load(example_scenario(9, 4));
  session.latest();
  session.send(Step{4});
  session.latest();
  session.send(Step{5});
  const Snapshot& snapshot = session.latest();
  const Batch& batch = session.engine().runner()->batch();
  for (const MeasureRow& row : measures()) {
    const Series& series = snapshot.of(row.id);
    ASSERT_EQ(series.value.size(), 10u) << row.name;
    const auto m = static_cast<std::size_t>(row.id);
    EXPECT_EQ(series.value.back(), static_cast<float>(batch.figures(0)[m]));
    for (int lane = 0; lane < batch.lanes(); ++lane) {
      EXPECT_LE(series.low.back(), static_cast<float>(batch.figures(lane)[m]));
      EXPECT_GE(series.high.back(), static_cast<float>(batch.figures(lane)[m]));
    }
  }
  session.send(Reset{});
  EXPECT_EQ(session.latest().of(Measure::trust).value.size(), 1u);
}

TEST(Engine, SaysWhatIsWrongWithAScenarioAndKeepsTheRunBefore) {
  DirectSession session;
  session.send(LoadScenario{"there-is-no-such.toml"});
  EXPECT_EQ(session.latest().phase, Snapshot::Phase::failed);
  EXPECT_NE(session.latest().message.find("there-is-no-such.toml"), std::string::npos);
  session.engine().load(example_scenario());
  EXPECT_TRUE(session.latest().message.empty());
  session.send(Step{2});
  session.send(LoadScenario{"there-is-no-such.toml"});
  EXPECT_TRUE(session.latest().ready());
  EXPECT_EQ(session.latest().day, 2);
  EXPECT_FALSE(session.latest().message.empty());
}

TEST(Engine, WithoutAScenarioCommandsDoNothing) {
  DirectSession session;
  for (const Command& command : {Command{StartRun{}}, Command{Step{}}, Command{Reset{}},
                                 Command{SetLever{Lever::trust_gain, 0.1F}}, Command{ResetLever{Lever::trust_gain}}}) {
    session.send(command);
  }
  EXPECT_FALSE(session.latest().running);
  EXPECT_EQ(session.latest().phase, Snapshot::Phase::loading);
}

// Waits for news until `done` says so. A session that never gets there hangs the test, which the runner reports.
template <typename Done>
void wait_for(Session& session, const Done& done) {
  while (!done(session.latest())) std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

TEST(Session, RunsToTheEndOnItsThreadWithTheSameHashes) {
  const Scenario scenario = example_scenario(15, 3);
  std::atomic<int> news = 0;
  Session session([&] { ++news; });
  session.load(scenario);
  session.send(SetSpeed{static_cast<int>(speeds().size()) - 1});
  session.send(StartRun{});
  wait_for(session, [](const Snapshot& now) { return now.ready() && now.finished(); });
  EXPECT_FALSE(session.latest().running);
  EXPECT_GT(news, 0);
  DirectSession direct;
  direct.engine().load(scenario);
  direct.send(Step{15});
  EXPECT_EQ(session.latest().look().tie_trust, direct.latest().look().tie_trust);
  for (std::size_t m = 0; m < measure_count; ++m) {
    EXPECT_EQ(session.latest().of(static_cast<Measure>(m)).value, direct.latest().of(static_cast<Measure>(m)).value);
    EXPECT_EQ(session.latest().of(static_cast<Measure>(m)).high, direct.latest().of(static_cast<Measure>(m)).high);
  }
}

TEST(Session, AnswersEveryCommandInOrder) {
  Session session([] {});
  session.load(example_scenario(50, 1));
  session.send(Step{3});
  session.send(SetLever{Lever::trust_gain, 0.10F});
  const auto last = session.send(SetLever{Lever::trust_gain, 0.20F});
  wait_for(session, [&](const Snapshot& now) { return now.commands_done >= last; });
  EXPECT_EQ(session.latest().day, 3);
  EXPECT_FLOAT_EQ(session.latest().of(Lever::trust_gain).value, 0.20F);
}

TEST(Session, PausesWhileItRuns) {
  Session session([] {});
  session.load(example_scenario(100000, 1));
  session.send(SetSpeed{static_cast<int>(speeds().size()) - 1});
  session.send(StartRun{});
  wait_for(session, [](const Snapshot& now) { return now.day > 2; });
  const auto pause = session.send(Pause{});
  wait_for(session, [&](const Snapshot& now) { return now.commands_done >= pause; });
  const int day = session.latest().day;
  std::this_thread::sleep_for(std::chrono::milliseconds(30));
  EXPECT_EQ(session.latest().day, day);
  EXPECT_FALSE(session.latest().running);
}

TEST(Session, ASlowSpeedKeepsItsPace) {
  Session session([] {});
  session.load(example_scenario(1000, 1));
  session.send(SetSpeed{0});  // one day a second
  const auto run = session.send(StartRun{});
  wait_for(session, [&](const Snapshot& now) { return now.commands_done >= run; });
  EXPECT_LE(session.latest().day, 2);
}

TEST(Session, ACopyThatIsLookedAtDoesNotChange) {
  Session session([] {});
  session.load(example_scenario(100000, 1));
  session.send(SetSpeed{static_cast<int>(speeds().size()) - 1});
  session.send(StartRun{});
  wait_for(session, [](const Snapshot& now) { return now.ready(); });
  for (int i = 0; i < 20; ++i) {
    const Snapshot& now = session.latest();
    const int day = now.day;
    const auto ties = now.look().tie_trust;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    EXPECT_EQ(now.day, day);
    EXPECT_EQ(now.look().tie_trust, ties);
  }
}

TEST(Session, EndsAtOnceWhileRunning) {
  auto session = std::make_unique<Session>([] {});
  session->load(example_scenario(100000, 1));
  session->send(StartRun{});
  session.reset();
  SUCCEED();
}

}  // namespace
}  // namespace trust::viz
