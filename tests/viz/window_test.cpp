// The window as a user works it, control by control, on a snapshot made by hand: every test presses or types, then
// looks at the command that came out or at what the window shows.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/viz/driver.hpp"
#include "tests/viz/example.hpp"

namespace trust::viz {
namespace {

class Window : public testing::Test {
 protected:
  RecordingSession session;
  Driver driver{session};
};

// --- Run bar
// ----------------------------------------------------------------------------------------------------------

TEST_F(Window, RunButtonRuns) {
  driver.click("run");
  ASSERT_EQ(session.commands.size(), 1u);
  EXPECT_TRUE(session.last<StartRun>());
}

TEST_F(Window, RunButtonPausesWhileRunning) {
  session.snapshot.running = true;
  driver.draw();
  EXPECT_TRUE(driver.reads("Pause"));
  driver.click("run");
  EXPECT_TRUE(session.last<Pause>());
}

TEST_F(Window, SpaceRunsAndPauses) {
  driver.tap(ImGuiKey_Space);
  EXPECT_TRUE(session.last<StartRun>());
  session.snapshot.running = true;
  driver.tap(ImGuiKey_Space);
  EXPECT_TRUE(session.last<Pause>());
  EXPECT_EQ(session.commands.size(), 2u);
}

TEST_F(Window, StepButtonAndRightKeyStepADay) {
  driver.click("step");
  ASSERT_TRUE(session.last<Step>());
  EXPECT_EQ(session.last<Step>()->days, 1);
  driver.tap(ImGuiKey_RightArrow);
  EXPECT_EQ(session.commands.size(), 2u);
  EXPECT_TRUE(session.last<Step>());
}

TEST_F(Window, NothingStepsWhileItRuns) {
  session.snapshot.running = true;
  driver.click("step");
  driver.tap(ImGuiKey_RightArrow);
  EXPECT_TRUE(session.commands.empty());
}

TEST_F(Window, ResetButtonAndHomeGoBackToTheStart) {
  driver.click("reset");
  EXPECT_TRUE(session.last<Reset>());
  driver.tap(ImGuiKey_Home);
  EXPECT_EQ(session.commands.size(), 2u);
  EXPECT_TRUE(session.last<Reset>());
}

TEST_F(Window, AtTheEndOnlyResetIsLeft) {
  session.snapshot.day = session.snapshot.days;
  driver.click("run");
  driver.click("step");
  driver.tap(ImGuiKey_Space);
  driver.tap(ImGuiKey_RightArrow);
  EXPECT_TRUE(session.commands.empty());
  driver.click("reset");
  EXPECT_TRUE(session.last<Reset>());
}

TEST_F(Window, SpeedSliderSetsTheSpeed) {
  driver.click("speed", 0.97F);
  ASSERT_TRUE(session.last<SetSpeed>());
  EXPECT_EQ(session.last<SetSpeed>()->speed, static_cast<int>(speeds().size()) - 1);
  driver.click("speed", 0.02F);
  EXPECT_EQ(session.last<SetSpeed>()->speed, 0);
}

TEST_F(Window, PlusAndMinusChangeTheSpeed) {
  driver.type("+");
  ASSERT_TRUE(session.last<SetSpeed>());
  EXPECT_EQ(session.last<SetSpeed>()->speed, default_speed + 1);
  driver.type("-");
  EXPECT_EQ(session.last<SetSpeed>()->speed, default_speed - 1);
  EXPECT_EQ(session.commands.size(), 2u);
}

TEST_F(Window, SpeedStopsAtItsEnds) {
  session.snapshot.speed = 0;
  driver.type("-");
  session.snapshot.speed = static_cast<int>(speeds().size()) - 1;
  driver.type("+");
  EXPECT_TRUE(session.commands.empty());
  EXPECT_TRUE(driver.reads("full speed"));
}

TEST_F(Window, RunBarTellsDaySeedAndScenario) {
  session.snapshot.seed = 42;
  session.snapshot.day = 11;
  driver.draw();
  EXPECT_TRUE(driver.reads("Day 11 of 20, week 3"));
  EXPECT_TRUE(driver.reads("Seed 42"));
  EXPECT_TRUE(driver.reads("By hand"));
  EXPECT_TRUE(driver.reads("4 replicates"));
}

TEST_F(Window, ThemeButtonDarkens) {
  driver.click("theme");
  EXPECT_TRUE(driver.window.view().dark);
  driver.click("theme");
  EXPECT_FALSE(driver.window.view().dark);
}

TEST_F(Window, ScenarioIsChosenFromAList) {
  driver.window.view().scenarios = {"scenarios/start/first-90-days.toml", "scenarios/study/recognition.toml"};
  driver.draw();
  driver.choose("scenario", "Study: Recognition");
  ASSERT_TRUE(session.last<LoadScenario>());
  EXPECT_EQ(session.last<LoadScenario>()->file, "scenarios/study/recognition.toml");
}

// --- Levers
// -----------------------------------------------------------------------------------------------------------

const std::string first_lever = "lever/recognition.propensity";

TEST_F(Window, LeverSliderSetsTheLever) {
  driver.click(first_lever, 0.75F);
  ASSERT_TRUE(session.last<SetLever>());
  EXPECT_EQ(session.last<SetLever>()->lever, Lever::recognition_propensity);
  EXPECT_NEAR(session.last<SetLever>()->value, 0.75F, 0.03F);
}

TEST_F(Window, LeverSliderFollowsTheDraggingHand) {
  driver.drag(first_lever, 0.2F, 0.9F);
  ASSERT_TRUE(session.last<SetLever>());
  EXPECT_NEAR(session.last<SetLever>()->value, 0.9F, 0.03F);
  EXPECT_GE(session.commands.size(), 2u);
}

TEST_F(Window, LeverShowsWhatWasSentUntilTheEngineAnswers) {
  driver.click(first_lever, 0.75F);
  const std::string sent = lever_text(parameter(Lever::recognition_propensity), session.last<SetLever>()->value);
  EXPECT_TRUE(driver.reads(sent));
  session.snapshot.commands_done = session.commands.size();
  session.snapshot.levers[0].value = session.snapshot.levers[0].low = session.snapshot.levers[0].high = 0.61F;
  driver.draw();
  EXPECT_TRUE(driver.reads("0.61"));
}

TEST_F(Window, RightClickPutsTheLeverBack) {
  session.snapshot.levers[0].changed = true;
  driver.right_click(first_lever);
  ASSERT_TRUE(session.last<ResetLever>());
  EXPECT_EQ(session.last<ResetLever>()->lever, Lever::recognition_propensity);
  EXPECT_EQ(session.commands.size(), 1u);
}

TEST_F(Window, ControlClickTakesATypedNumber) {
  driver.frame.hold_control(true);
  driver.click(first_lever);
  driver.frame.hold_control(false);
  driver.draw();
  driver.type("0.33");
  driver.tap(ImGuiKey_Enter);
  ASSERT_TRUE(session.last<SetLever>());
  EXPECT_NEAR(session.last<SetLever>()->value, 0.33F, 1e-4F);
}

TEST_F(Window, LeverThatDiffersBetweenPeopleShowsItsRange) {
  session.snapshot.levers[0].low = 0.11F;
  session.snapshot.levers[0].high = 0.47F;
  driver.draw();
  EXPECT_TRUE(driver.reads("0.11 to 0.47"));
}

TEST_F(Window, GroupsFoldAndUnfold) {
  EXPECT_TRUE(driver.shows(first_lever));
  const std::string group = "group/" + std::string(parameter(Lever::recognition_propensity).group);
  driver.click(group);
  EXPECT_FALSE(driver.shows(first_lever));
  driver.click(group);
  EXPECT_TRUE(driver.shows(first_lever));
}

TEST_F(Window, EveryLeverCanBeReached) {
  for (const Parameter& row : parameters()) {
    driver.window.view().lever_search = std::string(row.name);
    driver.draw(2);
    EXPECT_TRUE(driver.shows("lever/" + std::string(row.name))) << row.name;
  }
}

TEST_F(Window, SearchKeepsWhatItFinds) {
  driver.click("search");
  driver.type("half-life drifts");
  EXPECT_TRUE(driver.shows("lever/trust.half_life"));
  EXPECT_FALSE(driver.shows(first_lever));
  driver.tap(ImGuiKey_Enter);  // leaves the field
  driver.window.view().lever_search = "no such words";
  driver.draw(2);
  EXPECT_TRUE(driver.reads("No lever has these words."));
}

TEST_F(Window, KeysInTheSearchBoxDoNotReachTheRun) {
  driver.click("search");
  driver.type("a +");
  driver.tap(ImGuiKey_Space);
  driver.tap(ImGuiKey_Home);
  driver.tap(ImGuiKey_RightArrow);
  EXPECT_TRUE(session.commands.empty());
  EXPECT_EQ(driver.window.view().lever_search, "a +");
}

TEST_F(Window, LeverTellsItsMeaning) {
  EXPECT_FALSE(driver.shows_tip());
  driver.point(first_lever);
  EXPECT_TRUE(driver.shows_tip());
}

// --- Network
// ----------------------------------------------------------------------------------------------------------

TEST_F(Window, ThresholdSliderHidesWeakTies) {
  driver.click("threshold", 0.02F);
  EXPECT_EQ(driver.window.network().ties().above, 9u);
  driver.click("threshold", 0.55F);
  const auto fewer = driver.window.network().ties().above;
  EXPECT_GT(fewer, 0u);
  EXPECT_LT(fewer, 9u);
  driver.click("threshold", 0.98F);
  EXPECT_EQ(driver.window.network().ties().above, 0u);
}

TEST_F(Window, TiesFollowTheDay) {
  driver.click("threshold", 0.02F);
  std::fill(session.look().tie_trust.begin(), session.look().tie_trust.end(), no_tie);
  ++session.snapshot.day;
  driver.draw();
  EXPECT_EQ(driver.window.network().ties().above, 0u);
}

TEST_F(Window, ColourIsChosen) {
  for (const ColouringRow& row : colourings()) {
    if (row.id == driver.window.view().colouring || row.id == Colouring::difference) continue;
    driver.choose("colour", "Colour: " + std::string(row.label));
    EXPECT_EQ(driver.window.view().colouring, row.id);
  }
}

TEST_F(Window, LegendNamesTheEndsOfTheScale) {
  EXPECT_TRUE(driver.reads("distrusted"));
  driver.window.view().colouring = Colouring::stress;
  driver.draw();
  EXPECT_TRUE(driver.reads("calm"));
  EXPECT_TRUE(driver.reads("stressed"));
}

TEST_F(Window, FunctionsAreNamedWithTheirMean) {
  EXPECT_TRUE(driver.reads("Sales  0.25"));
  EXPECT_TRUE(driver.reads("Marketing  0.70"));
}

TEST_F(Window, PointingAtSomebodyShowsThem) {
  driver.point_at(driver.window.network().place_of(4).centre);
  EXPECT_EQ(driver.window.view().hovered, 4u);
  EXPECT_TRUE(driver.shows_tip());
  EXPECT_TRUE(driver.reads("person-4"));
  EXPECT_TRUE(driver.reads("South"));
  driver.point("network", 0.01F, 0.01F);
  EXPECT_EQ(driver.window.view().hovered, no_seat);
}

TEST_F(Window, ClickingSomebodyKeepsThemAndClickingBesideLetsGo) {
  driver.point_at(driver.window.network().place_of(7).centre);
  driver.press();
  driver.point("run");
  EXPECT_EQ(driver.window.view().selected_person, "person-7");
  EXPECT_TRUE(driver.reads("Trusts 1 person"));
  EXPECT_TRUE(driver.reads("0.80")) << "its trust in person 8";
  driver.point("network", 0.01F, 0.01F);
  driver.press();
  EXPECT_TRUE(driver.window.view().selected_person.empty());
}

TEST_F(Window, WheelZoomsAndDoubleClickShowsAll) {
  const Circle before = driver.window.network().place_of(4);
  driver.point_at(before.centre);
  for (int i = 0; i < 5; ++i) {
    driver.frame.turn_wheel(1);
    driver.draw();
  }
  const Circle near = driver.window.network().place_of(4);
  EXPECT_GT(near.radius, 1.5F * before.radius);
  EXPECT_NEAR(near.centre.x, before.centre.x, 1.1F) << "what is pointed at stays, but for a pixel of the pointer";
  driver.press();
  driver.press();
  EXPECT_FLOAT_EQ(driver.window.network().place_of(4).radius, before.radius);
}

TEST_F(Window, DraggingMovesAZoomedPicture) {
  driver.point("network");
  for (int i = 0; i < 5; ++i) {
    driver.frame.turn_wheel(1);
    driver.draw();
  }
  const Point before = driver.window.network().place_of(4).centre;
  driver.drag("network", 0.4F, 0.6F);
  EXPECT_GT(driver.window.network().place_of(4).centre.x, before.x + 50);
}

TEST_F(Window, PeopleStayWhereTheyAreOverTime) {
  const Point before = driver.window.network().place_of(5).centre;
  session.snapshot.day = 9;
  for (auto& values : session.look().people) std::fill(values.begin(), values.end(), 0.9F);
  driver.draw(3);
  EXPECT_EQ(driver.window.network().place_of(5).centre, before);
}

// --- Series
// -----------------------------------------------------------------------------------------------------------

TEST_F(Window, MeasureIsChosen) {
  driver.choose("measure", std::string(measure_row(Measure::stress).label));
  EXPECT_EQ(driver.window.view().measures.front(), Measure::stress);
}

TEST_F(Window, PointingAtThePlotReadsItOut) {
  driver.point("plot", 0.1F);
  EXPECT_TRUE(driver.shows_tip());
  driver.point("plot", 0.9F);
  EXPECT_FALSE(driver.shows_tip()) << "these days have not been yet";
}

// --- Anything -------------------------------------------------------------------------------------------------------

TEST_F(Window, ShowsAMessage) {
  session.snapshot.message = "bad.toml:3: days: is -1; 1 or more";
  driver.draw(2);
  EXPECT_TRUE(driver.reads("bad.toml:3: days: is -1"));
}

TEST(EmptyWindow, LoadingAndFailingShowNoEngine) {
  RecordingSession session;
  session.snapshot = Snapshot{};
  Driver driver(session);
  EXPECT_TRUE(driver.reads("Loading..."));
  driver.click("run");
  driver.tap(ImGuiKey_Space);
  EXPECT_TRUE(session.commands.empty());
  session.snapshot.phase = Snapshot::Phase::failed;
  session.snapshot.message = "no such file";
  driver.draw(2);
  EXPECT_TRUE(driver.reads("no such file"));
}

TEST(EmptyWindow, AnOrganisationOfNobodyIsDrawn) {
  RecordingSession session;
  session.look().organisation = std::make_shared<Organisation>();
  session.look().ties = std::make_shared<TieGraph>();
  session.look().tie_trust.clear();
  for (auto& values : session.look().people) values.clear();
  Driver driver(session);
  driver.point("network");
  SUCCEED();
}

}  // namespace
}  // namespace trust::viz
