// The levers, control by control.
#include <gtest/gtest.h>

#include <set>

#include "tests/viz/driver.hpp"
#include "tests/viz/example.hpp"

namespace trust::viz {
namespace {

const std::string first_lever = "lever/recognition.propensity";

class Levers : public testing::Test {
 protected:
  LeverState& state(Lever lever) { return session.snapshot.levers[static_cast<std::size_t>(lever)]; }

  RecordingSession session;
  Driver driver{session};
  ViewState& view() { return driver.window.view(); }
};

TEST_F(Levers, SliderSetsTheLever) {
  driver.click(first_lever, 0.75F);
  ASSERT_TRUE(session.last<SetLever>());
  EXPECT_EQ(session.last<SetLever>()->lever, Lever::recognition_propensity);
  EXPECT_NEAR(session.last<SetLever>()->value, 0.75F, 0.03F);
}

TEST_F(Levers, SliderFollowsTheDraggingHand) {
  driver.drag(first_lever, 0.2F, 0.9F);
  ASSERT_TRUE(session.last<SetLever>());
  EXPECT_NEAR(session.last<SetLever>()->value, 0.9F, 0.03F);
  EXPECT_GE(session.commands.size(), 2u);
}

TEST_F(Levers, ShowWhatWasSentUntilTheEngineAnswers) {
  driver.click(first_lever, 0.75F);
  const std::string sent = lever_text(parameter(Lever::recognition_propensity), session.last<SetLever>()->value);
  EXPECT_TRUE(driver.reads(sent));
  session.snapshot.commands_done = session.commands.size();
  LeverState& now = state(Lever::recognition_propensity);
  now.value = now.low = now.high = 0.61F;
  driver.draw();
  EXPECT_TRUE(driver.reads("0.61"));
}

TEST_F(Levers, WhatNothingReadsIsNotAmongTheMostUsedAndCannotBeMoved) {
  EXPECT_TRUE(driver.shows("lever/gossip.rate"));
  EXPECT_FALSE(driver.shows("again/lever/gossip.rate"));
  state(Lever::gossip_rate).idle = true;
  driver.draw(2);
  EXPECT_FALSE(driver.shows("lever/gossip.rate"));
  view().lever_search = "gossip.rate";
  driver.draw(3);
  ASSERT_TRUE(driver.shows("lever/gossip.rate"));
  driver.click("lever/gossip.rate", 0.8F);
  driver.right_click("lever/gossip.rate");
  driver.click("lever/gossip.rate/value");
  driver.type("0.5");
  driver.tap(ImGuiKey_Enter);
  EXPECT_TRUE(session.commands.empty());
  driver.point("lever/gossip.rate");
  EXPECT_TRUE(driver.shows_tip());  // which says why
}

TEST_F(Levers, RightClickPutsBack) {
  state(Lever::recognition_propensity).changed = true;
  driver.right_click(first_lever);
  ASSERT_TRUE(session.last<ResetLever>());
  EXPECT_EQ(session.last<ResetLever>()->lever, Lever::recognition_propensity);
  EXPECT_EQ(session.commands.size(), 1u);
}

TEST_F(Levers, ControlClickTakesATypedNumber) {
  driver.frame.hold_control(true);
  driver.click(first_lever);
  driver.frame.hold_control(false);
  driver.draw();
  driver.type("0.33");
  driver.tap(ImGuiKey_Enter);
  ASSERT_TRUE(session.last<SetLever>());
  EXPECT_NEAR(session.last<SetLever>()->value, 0.33F, 1e-4F);
}

TEST_F(Levers, NumberIsTypedWhereItStands) {
  driver.click(first_lever + "/value");
  driver.type("0.42");
  EXPECT_TRUE(session.commands.empty()) << "not before it is confirmed";
  driver.tap(ImGuiKey_Enter);
  ASSERT_TRUE(session.last<SetLever>());
  EXPECT_FLOAT_EQ(session.last<SetLever>()->value, 0.42F);
}

TEST_F(Levers, TypedNumberStaysInItsRange) {
  driver.click(first_lever + "/value");
  driver.type("7");
  driver.tap(ImGuiKey_Enter);
  ASSERT_TRUE(session.last<SetLever>());
  EXPECT_FLOAT_EQ(session.last<SetLever>()->value, parameter(Lever::recognition_propensity).high);
}

TEST_F(Levers, WhatIsNoNumberChangesNothing) {
  for (const char* text : {"much", "0.3x", "nan"}) {
    driver.click(first_lever + "/value");
    driver.type(text);
    driver.tap(ImGuiKey_Enter);
    EXPECT_TRUE(session.commands.empty()) << text;
  }
}

TEST_F(Levers, EscLeavesTheNumberAsItWas) {
  driver.click(first_lever + "/value");
  driver.type("0.9");
  driver.tap(ImGuiKey_Escape);
  driver.draw(2);
  EXPECT_TRUE(session.commands.empty());
}

TEST_F(Levers, OneThatDiffersBetweenPeopleShowsItsRange) {
  state(Lever::recognition_propensity).low = 0.11F;
  state(Lever::recognition_propensity).high = 0.47F;
  driver.draw();
  EXPECT_TRUE(driver.reads("0.11 to 0.47"));
}

TEST_F(Levers, MostUsedExistAndStandFirst) {
  EXPECT_GE(most_used().size(), 8u);
  EXPECT_LE(most_used().size(), 10u);
  const std::set<Lever> different(most_used().begin(), most_used().end());
  EXPECT_EQ(different.size(), most_used().size());
  float above = driver.box("group/most used").low.y;
  for (const Lever lever : most_used()) {
    const std::string name = "lever/" + std::string(parameter(lever).name);
    EXPECT_TRUE(find_lever(parameter(lever).name)) << name;
    EXPECT_GT(driver.box(name).low.y, above) << name;
    above = driver.box(name).low.y;
  }
}

TEST_F(Levers, AtFirstOnlyTheMostUsedAreUnfolded) {
  std::size_t shown = 0;
  for (const Parameter& row : parameters()) shown += driver.shows("lever/" + std::string(row.name)) ? 1 : 0;
  EXPECT_EQ(shown, most_used().size());
}

TEST_F(Levers, GroupsUnfoldAndFold) {
  driver.click("group/most used");
  EXPECT_FALSE(driver.shows(first_lever));
  const std::string group = "group/" + std::string(parameter(Lever::recognition_propensity).group);
  driver.click(group);
  EXPECT_TRUE(driver.shows(first_lever));
  EXPECT_TRUE(driver.shows("lever/behaviour.habit"));
  driver.click(group);
  EXPECT_FALSE(driver.shows(first_lever));
}

TEST_F(Levers, ALeverInItsGroupWorksToo) {
  driver.click("group/" + std::string(parameter(Lever::recognition_propensity).group));
  driver.point("group/most used");
  const std::string name = "again/" + first_lever;
  EXPECT_TRUE(driver.shows(first_lever));
  driver.click(name, 0.25F);
  ASSERT_TRUE(session.last<SetLever>());
  EXPECT_EQ(session.last<SetLever>()->lever, Lever::recognition_propensity);
  EXPECT_NEAR(session.last<SetLever>()->value, 0.25F, 0.03F);
}

TEST_F(Levers, EveryGroupUnfoldsAndHasItsLevers) {
  driver.frame.resize({1600, 6000});
  driver.draw(3);
  driver.click("group/most used");
  std::set<std::string> groups;
  for (const Parameter& row : parameters()) groups.insert(std::string(row.group));
  EXPECT_GT(groups.size(), 10u);
  for (const std::string& group : groups) {
    driver.click("group/" + group);
    for (const Parameter& row : parameters()) {
      EXPECT_EQ(driver.shows("lever/" + std::string(row.name)), row.group == group) << group << ": " << row.name;
    }
    driver.click("group/" + group);
  }
}

TEST_F(Levers, EveryOneCanBeReachedBySearch) {
  for (const Parameter& row : parameters()) {
    view().lever_search = std::string(row.name);
    driver.draw(2);
    EXPECT_TRUE(driver.shows("lever/" + std::string(row.name))) << row.name;
  }
}

TEST_F(Levers, EveryOneSaysWhatItIsWhenPointedAt) {
  for (const Parameter& row : parameters()) {
    view().lever_search = std::string(row.name);
    driver.point_at({800, 300});
    EXPECT_FALSE(driver.shows_tip());
    driver.point("lever/" + std::string(row.name));
    EXPECT_TRUE(driver.shows_tip()) << row.name;
    EXPECT_FALSE(row.sentence.empty() || row.unit.empty() || row.source.empty()) << row.name;
  }
}

TEST_F(Levers, SearchKeepsWhatItFinds) {
  driver.click("search");
  driver.type("half-life drifts");
  EXPECT_TRUE(driver.shows("lever/trust.half_life"));
  EXPECT_FALSE(driver.shows(first_lever));
  driver.tap(ImGuiKey_Enter);  // leaves the field
  view().lever_search = "no such words";
  driver.draw(2);
  EXPECT_TRUE(driver.reads("No lever has these words."));
}

TEST_F(Levers, ChangedOnlyShowsWhatWasChanged) {
  driver.click("levers/changed");
  EXPECT_TRUE(view().changed_levers_only);
  EXPECT_TRUE(driver.reads("You changed no lever yet."));
  state(Lever::gossip_bound).changed = true;
  driver.draw(2);
  EXPECT_TRUE(driver.shows("lever/gossip.bound"));
  EXPECT_FALSE(driver.shows(first_lever));
  driver.click("levers/changed");
  EXPECT_TRUE(driver.shows(first_lever));
}

TEST_F(Levers, ResetAllAsksFirst) {
  driver.click("levers/reset");
  EXPECT_EQ(view().dialog, DialogId::none) << "there is nothing to take back";
  session.snapshot.sitting.edited = true;
  driver.click("levers/reset");
  driver.draw(3);
  EXPECT_TRUE(session.commands.empty());
  driver.click("clear/ok");
  EXPECT_TRUE(session.last<ClearEdits>());
  EXPECT_EQ(view().dialog, DialogId::none);
}

TEST_F(Levers, ResetAllCanBeCalledOff) {
  session.snapshot.sitting.edited = true;
  driver.click("levers/reset");
  driver.draw(3);
  driver.click("dialog/cancel");
  EXPECT_TRUE(session.commands.empty());
  EXPECT_EQ(view().dialog, DialogId::none);
}

TEST_F(Levers, TellTheirMeaning) {
  EXPECT_FALSE(driver.shows_tip());
  driver.point(first_lever);
  EXPECT_TRUE(driver.shows_tip());
}

TEST_F(Levers, BehavioursAreNamedWithoutThePropensity) {
  EXPECT_EQ(lever_label(parameter(Lever::recognition_propensity)), "Recognition");
  EXPECT_EQ(lever_label(parameter(Lever::trust_gain)), "Trust gain");
}

TEST_F(Levers, NothingMovesWhileNoScenarioIsThere) {
  session.snapshot.phase = Snapshot::Phase::loading;
  driver.draw();
  driver.click(first_lever, 0.75F);
  driver.right_click(first_lever);
  EXPECT_TRUE(session.commands.empty());
}

}  // namespace
}  // namespace trust::viz
