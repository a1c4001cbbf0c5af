// The window on the real engine: what is pressed changes what is simulated, and what is simulated is shown.
#include <gtest/gtest.h>

#include "tests/viz/driver.hpp"
#include "tests/viz/example.hpp"
#include "viz/session/direct_session.hpp"

namespace trust::viz {
namespace {

class LiveWindow : public testing::Test {
 protected:
  LiveWindow() { session.engine().load(example_scenario(30, 3)); }
  DirectSession session;
};

TEST_F(LiveWindow, StepsAndResets) {
  Driver driver(session);
  driver.click("step");
  driver.tap(ImGuiKey_RightArrow);
  EXPECT_EQ(session.latest().day, 2);
  EXPECT_TRUE(driver.reads("Day 2 of 30"));
  driver.tap(ImGuiKey_Home);
  EXPECT_EQ(session.latest().day, 0);
}

TEST_F(LiveWindow, RunsAndPauses) {
  Driver driver(session);
  driver.tap(ImGuiKey_Space);
  EXPECT_TRUE(session.latest().running);
  for (int i = 0; i < 4; ++i) session.engine().advance();
  driver.click("run");
  EXPECT_FALSE(session.latest().running);
  EXPECT_EQ(session.latest().day, 4);
}

TEST_F(LiveWindow, AMovedLeverChangesTheRunAndARightClickPutsItBack) {
  Driver driver(session);
  driver.click("lever/micromanagement.propensity", 0.95F);
  EXPECT_GT(session.latest().of(Lever::micromanagement_propensity).value, 0.85F);
  EXPECT_TRUE(session.latest().of(Lever::micromanagement_propensity).changed);
  session.send(Step{30});
  const float moved = session.latest().of(Measure::trust).value.back();
  driver.right_click("lever/micromanagement.propensity");
  EXPECT_FALSE(session.latest().of(Lever::micromanagement_propensity).changed);
  driver.click("back");
  session.send(Step{30});
  EXPECT_LT(moved, session.latest().of(Measure::trust).value.back());
}

TEST_F(LiveWindow, ANewScenarioGetsANewPicture) {
  Driver driver(session);
  const std::size_t before = driver.window.network().layout().people.size();
  Scenario other = example_scenario(10, 2);
  other.generator->roles = {{"rep", 20}};
  session.engine().load(other);
  driver.draw(2);
  EXPECT_LT(driver.window.network().layout().people.size(), before);
  EXPECT_EQ(driver.window.network().layout().people.size(), session.latest().look().organisation->people.size());
}

TEST_F(LiveWindow, AboutOneAndAHalfTiesAPersonAreDrawnAtFirst) {
  Driver driver(session);
  const std::size_t people = session.latest().look().organisation->people.size();
  EXPECT_GE(driver.window.network().ties().drawn.size(), people);
  EXPECT_LE(driver.window.network().ties().drawn.size(), 8 * people);
}

}  // namespace
}  // namespace trust::viz
