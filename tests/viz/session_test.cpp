// A session on its thread does what one without a thread does, and never makes anybody wait.
#include "viz/session/session.hpp"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <chrono>
#include <ctime>
#include <thread>

#include "tests/viz/chooser.hpp"
#include "tests/viz/example.hpp"
#include "viz/session/direct_session.hpp"

namespace trust::viz {
namespace {

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

bool same_look(const Look& a, const Look& b) {
  return a.day == b.day && a.people == b.people && a.present == b.present && a.tie_trust == b.tie_trust;
}

void expect_same(const Snapshot& one, const Snapshot& other) {
  EXPECT_EQ(one.day, other.day);
  EXPECT_EQ(one.computed, other.computed);
  EXPECT_EQ(one.seed, other.seed);
  EXPECT_EQ(one.sitting.undo, other.sitting.undo);
  EXPECT_EQ(one.sitting.lanes.size(), other.sitting.lanes.size());
  for (std::size_t arm = 0; arm < arm_count; ++arm) {
    EXPECT_TRUE(same_look(*one.looks[arm], *other.looks[arm]));
    for (std::size_t m = 0; m < measure_count; ++m) {
      EXPECT_EQ(one.curves[arm]->series[m].value, other.curves[arm]->series[m].value);
      EXPECT_EQ(one.curves[arm]->series[m].low, other.curves[arm]->series[m].low);
      EXPECT_EQ(one.curves[arm]->series[m].high, other.curves[arm]->series[m].high);
    }
  }
}

Command any_command(Chooser& choose, const std::string& person) {
  constexpr std::array levers = {Lever::trust_gain, Lever::recognition_propensity, Lever::transparency_propensity};
  const Lever lever = levers[static_cast<std::size_t>(choose.below(3))];
  switch (choose.below(12)) {
    case 0:
      return Step{choose.below(7) - 3};
    case 1:
      return Reset{};
    case 2:
      return ResetLever{lever};
    case 3:
      return Undo{};
    case 4:
      return Redo{};
    case 5:
      return ChangeLane{static_cast<std::size_t>(choose.below(2)), 1 + choose.below(20), {}, {}, {}};
    case 6:
      return choose.below(4) == 0 ? Command{SetSeed{static_cast<std::uint64_t>(3 + choose.below(2))}} : Command{Redo{}};
    case 7:
      return Follow{person, choose.below(2) == 0 ? Arm::baseline : Arm::what_if};
    case 8:
    case 9: {
      const Parameter& row = parameter(lever);
      return SetLever{lever, row.low + 0.1F * static_cast<float>(choose.below(11)) * (row.high - row.low)};
    }
    default:
      return SeekDay{choose.below(21)};
  }
}

class UnderLoad : public testing::TestWithParam<int> {};

TEST_P(UnderLoad, EndsWhereASessionWithoutAThreadEnds) {
  Chooser choose(static_cast<std::uint64_t>(GetParam()));
  Scenario scenario = example_scenario(20, 2);
  scenario.generator->roles = {{"rep", 20}, {"marketer", 14}};
  DirectSession direct;
  Session session([] {});
  session.load(scenario);
  direct.engine().load(scenario);
  const std::string person = direct.latest().look().organisation->people[2].id;
  std::uint64_t last = 0;
  for (int i = 0; i < 60; ++i) {
    const Command command = any_command(choose, person);
    direct.send(command);
    last = session.send(command);
    if (choose.below(3) == 0) session.latest();
    if (choose.below(6) == 0) std::this_thread::sleep_for(std::chrono::microseconds(choose.below(3000)));
  }
  direct.send(SeekDay{20});
  last = session.send(SeekDay{20});
  wait_for(session, [&](const Snapshot& now) { return now.commands_done >= last && now.computed == 20; });
  expect_same(session.latest(), direct.latest());
}

INSTANTIATE_TEST_SUITE_P(Random, UnderLoad, testing::Range(1, 13));

TEST(Session, LoadsOneScenarioAfterTheOther) {
  Session session([] {});
  session.load(example_scenario(50, 1));
  session.send(Step{3});
  session.load(example_scenario(9, 1));
  const auto last = session.send(Step{2});
  wait_for(session, [&](const Snapshot& now) { return now.commands_done >= last; });
  EXPECT_EQ(session.latest().days, 9);
  EXPECT_EQ(session.latest().day, 2);
  EXPECT_EQ(session.latest().run, 2u);
}

TEST(Session, ANewDayThatIsWantedDoesNotWaitForTheOneBefore) {
  Session session([] {});
  session.load(example_scenario(13000, 16));
  session.send(SeekDay{13000});
  wait_for(session, [](const Snapshot& now) { return now.ready() && now.day > 2; });
  const auto back = session.send(SeekDay{1});
  wait_for(session, [&](const Snapshot& now) { return now.commands_done >= back; });
  EXPECT_EQ(session.latest().day, 1);
  EXPECT_LT(session.latest().computed, 13000);
}

TEST(Session, IsQuietWhileThereIsNothingToDo) {
  std::atomic<int> news = 0;
  Session session([&] { ++news; });
  session.load(example_scenario(10, 2));
  session.send(SetLever{Lever::trust_gain, 0.2F});
  const auto last = session.send(SeekDay{10});
  wait_for(session, [&](const Snapshot& now) { return now.commands_done >= last && now.busy.empty(); });
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  const int before = news;
  const std::clock_t work = std::clock();
  std::this_thread::sleep_for(std::chrono::milliseconds(200));
  EXPECT_EQ(news, before);
  EXPECT_LT(std::clock() - work, CLOCKS_PER_SEC / 20) << "of the processor's time in a fifth of a second";
}

TEST(Session, ReplicatesArriveByThemselves) {
  Session session([] {});
  session.load(example_scenario(6, 4));
  session.send(Watch{{Measure::trust}});
  session.send(Refine{});
  wait_for(session, [](const Snapshot& now) { return now.refinement && now.refinement->replicates > 0; });
  session.send(SetLever{Lever::trust_gain, 0.2F});
  wait_for(session, [](const Snapshot& now) { return now.edition > 1 && now.refinement->edition == now.edition; });
  SUCCEED();
}

TEST(CommandQueue, KeepsTheLastOfAGestureAndEverythingElse) {
  CommandQueue queue;
  std::uint64_t number = 0;
  const auto push = [&](Command command) { queue.push({++number, std::move(command)}); };
  push(SetLever{Lever::trust_gain, 0.1F});
  push(SetLever{Lever::trust_gain, 0.2F});
  push(SetLever{Lever::trust_loss, 0.3F});
  push(SeekDay{3});
  push(SeekDay{4});
  push(ChangeLane{1, 5, {}, {}, {}});
  push(ChangeLane{1, {}, 9, {}, {}});
  push(ChangeLane{2, 6, {}, {}, {}});
  push(Step{1});
  push(Step{1});
  push(Undo{});
  push(Undo{});
  std::vector<Order> orders;
  while (!queue.empty()) orders.push_back(queue.pop());
  ASSERT_EQ(orders.size(), 9u);
  EXPECT_EQ(std::get<SetLever>(orders[0].command).value, 0.2F);
  EXPECT_EQ(orders[0].number, 2u);
  EXPECT_EQ(std::get<SetLever>(orders[1].command).lever, Lever::trust_loss);
  EXPECT_EQ(std::get<SeekDay>(orders[2].command).day, 4);
  EXPECT_EQ(std::get<ChangeLane>(orders[3].command).first_day, 5);
  EXPECT_EQ(std::get<ChangeLane>(orders[3].command).last_day, 9);
  EXPECT_EQ(std::get<ChangeLane>(orders[4].command).lane, 2u);
  EXPECT_EQ(orders.back().number, 12u);
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
