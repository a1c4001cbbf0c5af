// The run bar, control by control.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/viz/driver.hpp"
#include "tests/viz/example.hpp"
#include "viz/panels/bar_items.hpp"

namespace trust::viz {
namespace {

class RunBar : public testing::Test {
 protected:
  RecordingSession session;
  Driver driver{session};
  ViewState& view() { return driver.window.view(); }
};

TEST_F(RunBar, RunRunsAndPauses) {
  driver.click("run");
  EXPECT_TRUE(session.last<StartRun>());
  session.snapshot.running = true;
  driver.click("run");
  EXPECT_TRUE(session.last<Pause>());
  EXPECT_EQ(session.commands.size(), 2u);
}

TEST_F(RunBar, StepsGoADayOnAndADayBack) {
  driver.click("step");
  ASSERT_TRUE(session.last<Step>());
  EXPECT_EQ(session.last<Step>()->days, 1);
  driver.click("step-back");
  ASSERT_TRUE(session.last<Step>());
  EXPECT_EQ(session.last<Step>()->days, -1);
}

TEST_F(RunBar, NothingStepsWhileItRuns) {
  session.snapshot.running = true;
  driver.click("step");
  driver.click("step-back");
  EXPECT_TRUE(session.commands.empty());
}

TEST_F(RunBar, EndSeeksTheLastDayAndBackTheFirst) {
  driver.click("end");
  ASSERT_TRUE(session.last<SeekDay>());
  EXPECT_EQ(session.last<SeekDay>()->day, 20);
  driver.click("back");
  EXPECT_TRUE(session.last<Reset>());
}

TEST_F(RunBar, AtTheEndOnlyTheWayBackIsLeft) {
  session.snapshot.day = session.snapshot.days;
  for (const char* name : {"run", "step", "end"}) driver.click(name);
  EXPECT_TRUE(session.commands.empty());
  driver.click("back");
  EXPECT_TRUE(session.last<Reset>());
}

TEST_F(RunBar, OnDayZeroNothingGoesBack) {
  session.snapshot.day = 0;
  driver.click("step-back");
  EXPECT_TRUE(session.commands.empty());
}

TEST_F(RunBar, SpeedSliderSetsTheSpeed) {
  driver.click("speed", 0.97F);
  ASSERT_TRUE(session.last<SetSpeed>());
  EXPECT_EQ(session.last<SetSpeed>()->speed, static_cast<int>(speeds().size()) - 1);
  driver.click("speed", 0.02F);
  EXPECT_EQ(session.last<SetSpeed>()->speed, 0);
}

TEST_F(RunBar, TellsDayWeekSeedScenarioAndSpeed) {
  session.snapshot.seed = 42;
  session.snapshot.day = 11;
  session.snapshot.speed = static_cast<int>(speeds().size()) - 1;
  driver.draw();
  for (const char* text : {"Day 11 of 20", "week 3", "42", "By hand", "full speed"}) {
    EXPECT_TRUE(driver.reads(text)) << text;
  }
}

TEST_F(RunBar, WhatTheEngineIsAtIsShownWithItsProgress) {
  EXPECT_FALSE(driver.shows("busy"));
  session.snapshot.busy = "Running to day 18";
  for (const float progress : {0.0F, 0.4F, 1.0F, -1.0F}) {
    session.snapshot.progress = progress;
    driver.draw();
    EXPECT_TRUE(driver.reads("Running to day 18"));
    EXPECT_TRUE(driver.shows("busy"));
  }
}

TEST_F(RunBar, SeedIsTyped) {
  driver.click("seed");
  driver.type("123456");
  driver.tap(ImGuiKey_Enter);
  ASSERT_TRUE(session.last<SetSeed>());
  EXPECT_EQ(session.last<SetSeed>()->seed, 123456u);
}

TEST_F(RunBar, SeedIsTakenWhenTheFieldIsLeft) {
  driver.click("seed");
  driver.type("77");
  driver.click("day");
  ASSERT_TRUE(session.last<SetSeed>());
  EXPECT_EQ(session.last<SetSeed>()->seed, 77u);
}

TEST_F(RunBar, WhatIsNoSeedChangesNothing) {
  for (const char* text : {"-4", "abc", "1.5", "99999999999999999999999"}) {
    driver.click("seed");
    driver.type(text);
    driver.tap(ImGuiKey_Enter);
    EXPECT_TRUE(session.commands.empty()) << text;
  }
}

TEST_F(RunBar, DiceTakesTheNextSeed) {
  session.snapshot.seed = 42;
  driver.click("seed/dice");
  ASSERT_TRUE(session.last<SetSeed>());
  EXPECT_EQ(session.last<SetSeed>()->seed, 43u);
}

TEST_F(RunBar, ArmSwitchChoosesWhatIsShown) {
  driver.click("arm/baseline");
  EXPECT_EQ(view().arm, ShownArm::baseline);
  driver.click("arm/what-if");
  EXPECT_EQ(view().arm, ShownArm::what_if);
  EXPECT_TRUE(session.commands.empty());
  driver.click("arm/compare");
  EXPECT_EQ(view().arm, ShownArm::compare);
  const auto is_refine = [](const Command& command) { return std::get_if<Refine>(&command) != nullptr; };
  EXPECT_EQ(std::ranges::count_if(session.commands, is_refine), 1);
  const std::size_t before = session.commands.size();
  driver.click("arm/compare");
  EXPECT_EQ(session.commands.size(), before) << "what is chosen already asks for nothing";
}

TEST_F(RunBar, UndoAndRedoAreThereWhenThereIsSomething) {
  driver.click("undo");
  driver.click("redo");
  EXPECT_TRUE(session.commands.empty());
  session.snapshot.sitting.undo = "Move Weekly 1:1s to day 38";
  session.snapshot.sitting.redo = "Set trust gain to 0.1";
  driver.click("undo");
  EXPECT_TRUE(session.last<Undo>());
  driver.click("redo");
  EXPECT_TRUE(session.last<Redo>());
}

TEST_F(RunBar, FilesAndHelpOpenTheirDialogs) {
  driver.click("save");
  EXPECT_EQ(view().dialog, DialogId::save);
  driver.tap(ImGuiKey_Escape);
  driver.click("camera");
  EXPECT_EQ(view().dialog, DialogId::exporting);
  driver.tap(ImGuiKey_Escape);
  driver.click("help");
  EXPECT_TRUE(view().help);
}

TEST_F(RunBar, ThemeButtonDarkens) {
  driver.click("theme");
  EXPECT_TRUE(view().dark);
  driver.click("theme");
  EXPECT_FALSE(view().dark);
}

TEST_F(RunBar, TheTourIsNamedWhereThereIsRoom) {
  EXPECT_TRUE(driver.reads("Trust in ten minutes"));
  EXPECT_GT(driver.box("tour").width(), 100);
  RecordingSession other;
  Driver narrow(other, {1280, 720});
  EXPECT_FALSE(narrow.reads("Trust in ten minutes"));
  EXPECT_TRUE(narrow.shows("tour"));
  EXPECT_LT(narrow.box("tour").width(), 60);
}

TEST_F(RunBar, TourButtonBeginsTheTour) {
  driver.click("tour");
  EXPECT_TRUE(view().tour);
}

TEST_F(RunBar, ScenarioIsChosenFromAListWithGroupsAndSentences) {
  view().scenarios = {{"scenarios/start/first-90-days.toml", "To begin with", "First 90 days", "A new leader."},
                      {"scenarios/study/recognition.toml", "For studies", "Recognition", "Who is thanked stays."}};
  driver.click("scenario");
  for (const char* text : {"To begin with", "First 90 days", "A new leader.", "For studies", "Who is thanked stays."}) {
    EXPECT_TRUE(driver.reads(text)) << text;
  }
  driver.click("scenario/study/recognition");
  ASSERT_TRUE(session.last<LoadScenario>());
  EXPECT_EQ(session.last<LoadScenario>()->file, "scenarios/study/recognition.toml");
  EXPECT_FALSE(driver.shows("popup/scenario"));
}

TEST_F(RunBar, ScenarioListHasTheWayToAnyFile) {
  driver.click("scenario");
  driver.click("open");
  EXPECT_EQ(view().dialog, DialogId::open);
}

TEST_F(RunBar, ListsOpenBelowTheirButtonsAndInsideTheWindow) {
  for (const char* name : {"scenario", "more"}) {
    driver.click(name);
    const Box list = driver.box("popup/" + std::string(name));
    EXPECT_GE(list.low.y, driver.box(name).high.y) << name;
    EXPECT_LE(list.high.x, 1600) << name;
    EXPECT_GE(list.low.x, 0) << name;
    driver.tap(ImGuiKey_Escape);
    driver.draw(2);
  }
}

TEST_F(RunBar, EscClosesAList) {
  driver.click("scenario");
  EXPECT_TRUE(driver.shows("popup/scenario"));
  driver.tap(ImGuiKey_Escape);
  driver.draw(2);
  EXPECT_FALSE(driver.shows("popup/scenario"));
}

TEST_F(RunBar, UnsavedChangesAreAskedAboutBeforeAnotherScenarioOpens) {
  session.snapshot.sitting.unsaved = true;
  view().scenarios = {{"scenarios/start/first-90-days.toml", "To begin with", "First 90 days", ""}};
  driver.click("scenario");
  driver.click("scenario/start/first-90-days");
  EXPECT_TRUE(session.commands.empty());
  driver.draw(3);
  driver.click("dialog/cancel");
  EXPECT_TRUE(session.commands.empty());
  driver.click("scenario");
  driver.click("scenario/start/first-90-days");
  driver.draw(3);
  driver.click("lose/ok");
  EXPECT_TRUE(session.last<LoadScenario>());
}

TEST_F(RunBar, MenuHasFilesThemeTourHelpAndSizes) {
  driver.click("more");
  for (const char* name : {"open", "save", "camera", "theme", "tour", "help", "scale/75", "scale/200"}) {
    EXPECT_TRUE(driver.shows(name)) << name;
  }
  driver.click("theme");
  EXPECT_TRUE(view().dark);
}

TEST_F(RunBar, ScaleIsChosenAndTheTextGrows) {
  const float before = driver.box("run").height();
  driver.click("more");
  driver.click("scale/150");
  driver.draw(4);
  EXPECT_FLOAT_EQ(driver.window.scale(), 1.5F);
  EXPECT_NEAR(driver.box("run").height(), before * 1.5F, 2);
  driver.click("more");
  driver.click("scale/75");
  driver.draw(4);
  EXPECT_NEAR(driver.box("run").height(), before * 0.75F, 2);
}

TEST_F(RunBar, EveryControlIsInTheBarOrItsMenuAtAnyWidth) {
  const std::vector<std::string> all{
      "scenario",    "back",        "step-back", "run",  "step", "end",    "speed", "seed", "seed/dice", "arm/baseline",
      "arm/what-if", "arm/compare", "undo",      "redo", "save", "camera", "theme", "tour", "help"};
  for (const int width : {1280, 1600, 900, 640}) {
    driver.frame.resize({width, 720});
    driver.draw(3);
    if (width >= 1280) {
      for (const std::string& name : all) EXPECT_TRUE(driver.shows(name)) << name << " at " << width;
    }
    driver.click("more");
    for (const std::string& name : all) {
      const bool speed_by_lines = name == "speed" && driver.shows("faster");
      EXPECT_TRUE(driver.shows(name) || speed_by_lines) << name << " at " << width;
    }
    driver.tap(ImGuiKey_Escape);
    driver.draw(2);
  }
}

TEST_F(RunBar, WhatHasNoRoomWorksFromTheMenu) {
  driver.frame.resize({300, 400});
  driver.draw(3);
  EXPECT_FALSE(driver.shows("arm/compare"));
  driver.click("more");
  driver.click("arm/compare");
  EXPECT_EQ(view().arm, ShownArm::compare);
  driver.draw(2);
  driver.click("more");
  driver.click("faster");
  ASSERT_TRUE(session.last<SetSpeed>());
  EXPECT_EQ(session.last<SetSpeed>()->speed, default_speed + 1);
  driver.click("more");
  driver.click("slower");
  EXPECT_EQ(session.last<SetSpeed>()->speed, default_speed - 1);
}

TEST_F(RunBar, EveryButtonHasATip) {
  for (const char* name : {"scenario", "back",      "step-back",    "run",         "step",        "end",  "speed",
                           "seed",     "seed/dice", "arm/baseline", "arm/what-if", "arm/compare", "undo", "redo",
                           "save",     "camera",    "theme",        "tour",        "help",        "more"}) {
    driver.point("panel/network");
    driver.draw(2);
    driver.point(name);
    EXPECT_TRUE(driver.shows_tip()) << name;
  }
}

TEST(BarItems, TheLeastImportantGoFirst) {
  std::vector<BarItem> items(4);
  for (std::size_t i = 0; i < items.size(); ++i) {
    items[i].width = 10;
    items[i].rank = static_cast<int>(i);
  }
  keep_what_fits(items, 40);
  EXPECT_TRUE(items[3].kept);
  keep_what_fits(items, 25);
  EXPECT_TRUE(items[0].kept && items[1].kept);
  EXPECT_FALSE(items[2].kept || items[3].kept);
  keep_what_fits(items, 1);
  EXPECT_TRUE(items[0].kept) << "rank 0 stays whatever happens";
}

}  // namespace
}  // namespace trust::viz
