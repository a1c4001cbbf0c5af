// Plots and lanes on the real engine: what is dragged changes the what-if alone, and its bands come from replicates.
#include <gtest/gtest.h>

#include "tests/viz/driver.hpp"
#include "tests/viz/example.hpp"
#include "viz/session/direct_session.hpp"

namespace trust::viz {
namespace {

class LiveLanes : public testing::Test {
 protected:
  LiveLanes() {
    session.engine().load(example_scenario(40, 3));
    session.send(Step{10});
    driver.window.view().arm = ShownArm::compare;
    driver.window.view().maximised = PanelId::plots;
    driver.draw(3);
  }

  void add(const std::string& kind) {
    driver.click("lanes/add");
    driver.draw(2);
    driver.click("lanes/add/search");
    driver.type(kind);
    driver.click("lanes/add/" + kind);
    driver.draw(2);
  }

  const std::vector<Lane>& lanes() { return session.latest().sitting.lanes; }
  float day_width() { return driver.box("lanes").width() / 40; }

  DirectSession session;
  Driver driver{session};
};

TEST_F(LiveLanes, AreAddedFromTomorrowOnMovedStretchedSwitchedOffAndRemoved) {
  add("offsite");
  ASSERT_EQ(lanes().size(), 1u) << session.latest().message;
  EXPECT_EQ(lanes()[0].first_day, 11);
  EXPECT_TRUE(session.latest().sitting.edited);
  const Box box = driver.box("lane/0");
  const Point middle{(box.low.x + box.high.x) / 2, (box.low.y + box.high.y) / 2};
  driver.drag_from(middle, {middle.x + 5 * day_width(), middle.y});
  EXPECT_EQ(lanes()[0].first_day, 16);
  driver.click("lane/0/on");
  EXPECT_FALSE(lanes()[0].on);
  driver.right_click("lane/0");
  driver.draw(2);
  driver.click("lane-menu/remove");
  EXPECT_TRUE(lanes().empty());
  EXPECT_FALSE(session.latest().sitting.edited);
}

TEST_F(LiveLanes, OneDragIsOneStepOfUndo) {
  add("offsite");
  const Box box = driver.box("lane/0");
  const Point middle{(box.low.x + box.high.x) / 2, (box.low.y + box.high.y) / 2};
  driver.drag_from(middle, {middle.x + 8 * day_width(), middle.y});
  ASSERT_EQ(lanes()[0].first_day, 19);
  session.send(Undo{});
  EXPECT_EQ(lanes()[0].first_day, 11) << session.latest().sitting.redo;
}

TEST_F(LiveLanes, PressingAPlotShowsThatDay) {
  driver.click("plot/0", 0.5F);
  EXPECT_EQ(session.latest().day, 20);
  driver.click("plots/days", 0.1F);
  EXPECT_EQ(session.latest().day, 4);
  driver.draw(2);
  EXPECT_TRUE(driver.reads("Day 4 of 40"));
}

TEST_F(LiveLanes, ReplicatesDrawBandsAndTheDifference) {
  add("offsite");
  session.send(Refine{true});
  driver.draw(3);
  EXPECT_TRUE(driver.reads("middle 90 %")) << "of the measure that is watched";
  EXPECT_TRUE(driver.reads("luck, "));
  EXPECT_TRUE(driver.shows("difference/0"));
}

TEST_F(LiveLanes, AWrongOptionIsToldAndChangesNothing) {
  add("offsite");
  driver.right_click("lane/0");
  driver.draw(2);
  ASSERT_TRUE(driver.shows("lane-menu/option/from"));
  driver.click("lane-menu/option/from");
  driver.type("yesterday");
  driver.tap(ImGuiKey_Enter);
  driver.draw(2);
  EXPECT_FALSE(session.latest().message.empty());
  EXPECT_EQ(lanes()[0].first_day, 11);
}

}  // namespace
}  // namespace trust::viz
