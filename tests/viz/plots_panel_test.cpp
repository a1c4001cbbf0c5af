// Plots as a user works them, control by control, on a sitting made by hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>

#include "tests/viz/driver.hpp"
#include "tests/viz/plots_example.hpp"
#include "tests/viz/working_folder.hpp"
#include "viz/panels/plot_content.hpp"

namespace trust::viz {
namespace {

class PlotsPanelTest : public testing::Test {
 protected:
  PlotsPanelTest() {
    session.snapshot = plots_snapshot();
    driver.window.view().arm = ShownArm::compare;
    driver.window.view().maximised = PanelId::plots;
    driver.draw(3);
    session.commands.clear();
  }

  ViewState& view() { return driver.window.view(); }
  Snapshot& snapshot() { return session.snapshot; }

  // Where a day lies in the plot named so, when all days can be seen.
  float across(int day) const { return static_cast<float>(day) / plots_days; }

  // The pixel of a day of the first plot, whatever is seen.
  double day_under(const std::string& control, float share) {
    const Range seen = view().days.last > view().days.first ? Range{view().days.first, view().days.last}
                                                            : Range{0, static_cast<double>(snapshot().days)};
    EXPECT_TRUE(driver.shows(control));
    return seen.low + seen.width() * static_cast<double>(share);
  }

  void hold(ImGuiMouseButton button, const std::string& control, float from, float to) {
    driver.point(control, from);
    driver.frame.hold_button(button, true);
    driver.draw();
    driver.point(control, (from + to) / 2);
    driver.point(control, to);
    driver.frame.hold_button(button, false);
    driver.draw(2);
  }

  template <typename What>
  std::vector<What> all() const {
    std::vector<What> found;
    for (const Command& command : session.commands) {
      if (const What* one = std::get_if<What>(&command)) found.push_back(*one);
    }
    return found;
  }

  RecordingSession session;
  Driver driver{session};
};

// --- Which measures --------------------------------------------------------------------------------------------------

TEST_F(PlotsPanelTest, MeasureIsChosen) {
  driver.choose("measure/0", std::string(measure_row(Measure::stress).label));
  EXPECT_EQ(view().measures, std::vector{Measure::stress});
  driver.draw();
  ASSERT_EQ(all<Watch>().size(), 1u);
  EXPECT_EQ(all<Watch>()[0].measures, std::vector{Measure::stress});
}

TEST_F(PlotsPanelTest, PlotsAreAddedToFourAndTakenAway) {
  for (int count = 2; count <= 4; ++count) {
    driver.click("plots/add");
    EXPECT_EQ(view().measures.size(), static_cast<std::size_t>(count));
    EXPECT_TRUE(driver.shows("plot/" + std::to_string(count - 1)));
  }
  driver.click("plots/add");
  EXPECT_EQ(view().measures.size(), 4u) << "no fifth";
  const std::vector<Measure> four = view().measures;
  EXPECT_EQ(std::set<Measure>(four.begin(), four.end()).size(), 4u) << "none twice";
  driver.click("plots/remove/1");
  EXPECT_EQ(view().measures, (std::vector{four[0], four[2], four[3]}));
  EXPECT_EQ(all<Watch>().back().measures, view().measures);
}

TEST_F(PlotsPanelTest, TheLastPlotStays) { EXPECT_FALSE(driver.shows("plots/remove/0")); }

TEST_F(PlotsPanelTest, WatchIsSentOnceForEachSet) {
  driver.draw(5);
  EXPECT_TRUE(session.commands.empty()) << "told before";
  driver.click("plots/add");
  driver.draw(5);
  EXPECT_EQ(all<Watch>().size(), 1u);
}

TEST(PlotsPanelAlone, NothingIsWatchedWhereNobodyComparesAnything) {
  RecordingSession session;
  Driver driver(session);
  EXPECT_TRUE(session.commands.empty());
  session.snapshot.refinement = example_refinement(1);
  driver.draw();
  ASSERT_EQ(session.commands.size(), 1u);
  EXPECT_EQ(session.last<Watch>()->measures, std::vector{Measure::trust});
}

// --- Differences and arms --------------------------------------------------------------------------------------------

TEST_F(PlotsPanelTest, DifferenceIsShownWhileComparedAndSwitchedOff) {
  EXPECT_TRUE(driver.shows("difference/0"));
  driver.click("plots/difference");
  EXPECT_FALSE(view().show_differences);
  EXPECT_FALSE(driver.shows("difference/0"));
  driver.click("plots/difference");
  EXPECT_TRUE(driver.shows("difference/0"));
  view().arm = ShownArm::what_if;
  driver.draw(2);
  EXPECT_FALSE(driver.shows("difference/0"));
}

TEST_F(PlotsPanelTest, WithoutEditsThereIsNoDifference) {
  snapshot().sitting.edited = false;
  driver.draw(2);
  EXPECT_FALSE(driver.shows("difference/0"));
  driver.click("plots/difference");
  EXPECT_TRUE(view().show_differences) << "the button is dead";
}

TEST_F(PlotsPanelTest, EachArmAloneAndBothTogether) {
  const auto arms = [&] {
    std::set<std::string> found;
    for (const PlotLine& line : measure_content(snapshot(), view(), Measure::trust).lines) found.insert(line.arm);
    return found;
  };
  EXPECT_EQ(arms(), (std::set<std::string>{"baseline", "what-if"}));
  view().arm = ShownArm::baseline;
  EXPECT_EQ(arms(), std::set<std::string>{"baseline"});
  view().arm = ShownArm::what_if;
  EXPECT_EQ(arms(), std::set<std::string>{"what-if"});
}

TEST_F(PlotsPanelTest, BandsAreNamedWithTheirReplicates) {
  EXPECT_TRUE(driver.reads("lowest to highest of 4 replicates"));
  snapshot().refinement = example_refinement(snapshot().edition);
  driver.draw(2);
  EXPECT_TRUE(driver.reads("middle 90 % of 64 replicates"));
  EXPECT_TRUE(driver.reads("luck, 64 replicates"));
  EXPECT_TRUE(driver.reads("luck and parameters"));
  EXPECT_FALSE(driver.reads("lowest to highest"));
}

TEST_F(PlotsPanelTest, ParametersAreNamedOnlyWhereTheyWereDrawn) {
  auto effect = std::make_shared<EffectCurve>(*example_effect());
  effect->parameters_low.clear();
  effect->parameters_high.clear();
  auto refinement = example_refinement(snapshot().edition);
  for (auto& curve : refinement->curves) curve = effect;
  snapshot().refinement = refinement;
  driver.draw(2);
  EXPECT_TRUE(driver.reads("luck, 64 replicates"));
  EXPECT_FALSE(driver.reads("luck and parameters"));
}

TEST_F(PlotsPanelTest, StaleReplicatesSaySo) {
  snapshot().refinement = example_refinement(snapshot().edition);
  driver.draw(2);
  EXPECT_FALSE(driver.reads("from before the last change"));
  ++snapshot().edition;
  driver.draw(2);
  EXPECT_TRUE(driver.reads("from before the last change"));
}

TEST_F(PlotsPanelTest, MeansReachTheEndAndOwnRunsWhatWasComputed) {
  snapshot().refinement = example_refinement(snapshot().edition);
  const PlotContent content = measure_content(snapshot(), view(), Measure::trust);
  for (const PlotLine& line : content.lines) {
    EXPECT_EQ(line.values.size(), line.thin ? plots_computed + 1u : plots_days + 1u) << line.name;
  }
  EXPECT_EQ(content.lines.size(), 4u);
}

TEST_F(PlotsPanelTest, AHiddenFutureShowsNeitherLaterDaysNorReplicates) {
  snapshot().refinement = example_refinement(snapshot().edition);
  view().hide_future = true;
  driver.draw(2);
  EXPECT_FALSE(driver.reads("64 replicates"));
  for (const PlotContent& content :
       {measure_content(snapshot(), view(), Measure::trust), difference_content(snapshot(), view(), Measure::trust)}) {
    ASSERT_FALSE(content.lines.empty());
    for (const PlotLine& line : content.lines) {
      EXPECT_EQ(line.values.size(), 66u);
      for (const PlotBand& band : line.bands) EXPECT_EQ(band.high.size(), 66u);
    }
  }
  EXPECT_FALSE(driver.reads("Begins: Team offsite"));
}

TEST_F(PlotsPanelTest, DifferenceIsWhatIfMinusBaseline) {
  const PlotContent content = difference_content(snapshot(), view(), Measure::trust);
  ASSERT_EQ(content.lines.size(), 1u);
  for (std::size_t day = 0; day <= plots_computed; ++day) {
    EXPECT_EQ(content.lines[0].values[day], snapshot().of(Measure::trust, Arm::what_if).value[day] -
                                                snapshot().of(Measure::trust, Arm::baseline).value[day]);
  }
  const Range axis = value_axis(content, {0, 10}, {});
  EXPECT_LT(axis.low, 0);
  EXPECT_GT(axis.high, 0) << "zero is always in sight";
}

// --- Legend ----------------------------------------------------------------------------------------------------------

TEST_F(PlotsPanelTest, LegendSwitchesALineOffAndOn) {
  const PlotContent content = measure_content(snapshot(), view(), Measure::trust);
  const Range with = value_axis(content, {0, plots_days}, {});
  const Range without = value_axis(content, {0, plots_days}, {"spread", "what-if"});
  EXPECT_LT(without.high, with.high);
  const auto marks = [&] {
    driver.point("plots/days", 0.99F);
    return ImGui::GetDrawData()->TotalVtxCount;
  };
  const int all_on = marks();
  driver.click("legend/0/what-if");
  EXPECT_LT(marks(), all_on);
  driver.click("legend/0/what-if");
  EXPECT_EQ(marks(), all_on);
  EXPECT_TRUE(session.commands.empty()) << "the engine knows nothing of it";
}

TEST_F(PlotsPanelTest, LegendNeverLiesOverAPlot) {
  driver.click("plots/add");
  for (const auto& [name, box] : driver.window.controls().all()) {
    if (!name.starts_with("legend/")) continue;
    for (const char* plot : {"plot/0", "plot/1", "difference/0", "difference/1"}) {
      const Box other = driver.box(plot);
      EXPECT_TRUE(box.high.y <= other.low.y + 0.5F || box.low.y >= other.high.y - 0.5F) << name << " over " << plot;
    }
  }
}

// --- Days ------------------------------------------------------------------------------------------------------------

TEST_F(PlotsPanelTest, PressingAPlotLooksAtThatDay) {
  driver.click("plot/0", across(100));
  ASSERT_EQ(session.commands.size(), 1u);
  EXPECT_EQ(session.last<SeekDay>()->day, 100);
}

TEST_F(PlotsPanelTest, PressingTheDayThatIsLookedAtSendsNothing) {
  driver.click("plot/0", across(65));
  EXPECT_TRUE(session.commands.empty());
}

TEST_F(PlotsPanelTest, DraggingScrubsAndSendsEachDayOnce) {
  for (const char* control : {"plot/0", "difference/0", "plots/days", "lanes"}) {
    session.commands.clear();
    driver.point(control, across(65), control == std::string("lanes") ? 0.99F : 0.5F);
    driver.frame.hold_button(ImGuiMouseButton_Left, true);
    driver.draw(3);
    for (int day = 66; day <= 70; ++day) driver.point(control, across(day), 0.99F);
    driver.draw(5);
    driver.frame.hold_button(ImGuiMouseButton_Left, false);
    driver.draw(2);
    const auto days = all<SeekDay>();
    ASSERT_EQ(days.size(), 5u) << control;
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(days[i].day, 66 + static_cast<int>(i));
    EXPECT_EQ(session.commands.size(), 5u);
    snapshot().commands_done += 1000;  // the engine has them all, and stays where it was
    driver.draw(2);
  }
}

TEST_F(PlotsPanelTest, DraggingGoesOnBesideThePlotAndStopsAtTheEnds) {
  driver.point("plot/0", across(120));
  driver.frame.hold_button(ImGuiMouseButton_Left, true);
  driver.draw();
  driver.point_at({5000, 3000});
  driver.frame.hold_button(ImGuiMouseButton_Left, false);
  driver.draw(2);
  EXPECT_EQ(all<SeekDay>().back().day, plots_days);
}

TEST_F(PlotsPanelTest, AllPlotsAndLanesHaveTheSameDaysAcross) {
  driver.click("plots/add");
  const Box first = driver.box("plot/0");
  for (const char* other : {"plot/1", "difference/0", "difference/1", "plots/days", "lanes"}) {
    EXPECT_EQ(driver.box(other).low.x, first.low.x) << other;
    EXPECT_EQ(driver.box(other).high.x, first.high.x) << other;
  }
}

TEST_F(PlotsPanelTest, WheelZoomsAtThePointer) {
  driver.point("plot/0", across(100));
  for (int i = 0; i < 5; ++i) {
    driver.frame.turn_wheel(1);
    driver.draw();
  }
  EXPECT_GT(view().days.first, 0);
  EXPECT_LT(view().days.last - view().days.first, 60);
  EXPECT_NEAR(day_under("plot/0", across(100)), 100, 0.1) << "the day stays under the pointer";
  for (int i = 0; i < 30; ++i) {
    driver.frame.turn_wheel(-1);
    driver.draw();
  }
  EXPECT_EQ(view().days.last, view().days.first) << "all of them again";
}

TEST_F(PlotsPanelTest, ADoubleClickAndTheButtonShowEverything) {
  view().days = {40, 60};
  driver.draw(2);
  driver.double_click("plot/0");
  EXPECT_EQ(view().days.last, 0);
  driver.click("plots/all");
  EXPECT_EQ(view().days.last, 0) << "dead where there is nothing to show";
  view().days = {40, 60};
  driver.draw(2);
  driver.click("plots/all");
  EXPECT_EQ(view().days.last, 0);
}

TEST_F(PlotsPanelTest, TheRightButtonAndShiftMoveTheDays) {
  view().days = {40, 60};
  driver.draw(2);
  hold(ImGuiMouseButton_Right, "plot/0", 0.75F, 0.25F);
  EXPECT_NEAR(view().days.first, 50, 0.1);
  EXPECT_NEAR(view().days.last, 70, 0.1);
  driver.frame.hold_shift(true);
  hold(ImGuiMouseButton_Left, "plot/0", 0.25F, 0.75F);
  driver.frame.hold_shift(false);
  EXPECT_NEAR(view().days.first, 40, 0.1);
  EXPECT_TRUE(session.commands.empty()) << "nothing reaches the engine";
}

TEST_F(PlotsPanelTest, ControlDrawsABoxOfDays) {
  driver.frame.hold_control(true);
  hold(ImGuiMouseButton_Left, "plot/0", across(90), across(30));
  driver.frame.hold_control(false);
  EXPECT_NEAR(view().days.first, 30, 0.2);
  EXPECT_NEAR(view().days.last, 90, 0.2);
  EXPECT_TRUE(session.commands.empty());
}

TEST_F(PlotsPanelTest, AZoomedPlotLooksAtTheDayThatIsSeen) {
  view().days = {40, 60};
  driver.draw(2);
  driver.click("plot/0", 0.5F);
  EXPECT_EQ(session.last<SeekDay>()->day, 50);
}

TEST_F(PlotsPanelTest, YFollowsTheDaysInSight) {
  const PlotContent content = measure_content(snapshot(), view(), Measure::trust);
  const Range whole = value_axis(content, {0, plots_days}, {});
  const Range few = value_axis(content, {0, 10}, {});
  EXPECT_LT(few.width(), whole.width());
}

TEST_F(PlotsPanelTest, PointingReadsOutAndIsSharedByAll) {
  driver.point("plot/0", across(30));
  EXPECT_TRUE(driver.shows_tip());
  EXPECT_EQ(view().hovered_day, 30);
  driver.point("difference/0", across(31));
  EXPECT_EQ(view().hovered_day, 31);
  driver.point("plot/0", across(125));
  EXPECT_FALSE(driver.shows_tip()) << "these days have not been yet";
  driver.point("run");
  EXPECT_FALSE(view().hovered_day);
}

TEST_F(PlotsPanelTest, DaysAreReadableAsWeeks) {
  EXPECT_TRUE(driver.reads("Day"));
  EXPECT_TRUE(driver.reads("Week"));
}

TEST_F(PlotsPanelTest, WhatBeginsIsNamed) {
  snapshot().sitting.lanes = {example_lanes()[1]};
  driver.draw(2);
  int named = 0;
  for (const WrittenText& text : driver.window.written()) named += text.text.starts_with("Layoff") ? 1 : 0;
  EXPECT_EQ(named, 2) << "above the plot and in its lane";
}

// --- Export ----------------------------------------------------------------------------------------------------------

TEST_F(PlotsPanelTest, ExportWritesFilesAndSaysSo) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(testing::TempDir()) / "plots-panel-export";
  fs::remove_all(folder);
  fs::create_directories(folder);
  const WorkingFolder place(folder);
  for (const auto& [entry, files] :
       {std::pair{"plots/export/csv", 1}, {"plots/export/svg", 2}, {"plots/export/both", 4}}) {
    driver.click("plots/export");
    driver.draw(2);
    driver.click(entry);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), {}), files) << entry;
  }
  EXPECT_TRUE(driver.reads("first-90-days-trust-day-65-2.csv"));
  fs::remove_all(folder);
}

// --- Hostile data ----------------------------------------------------------------------------------------------------

TEST_F(PlotsPanelTest, SurvivesAnyData) {
  auto curves = std::make_shared<Curves>();
  for (Series& series : curves->series) series = {{NAN, INFINITY, 1}, {NAN}, {}};
  auto effect = std::make_shared<EffectCurve>();
  effect->difference = {NAN, NAN};
  effect->luck_low = {1};
  auto refinement = example_refinement(snapshot().edition);
  for (auto& curve : refinement->curves) curve = effect;
  const std::shared_ptr<const Curves> hostile = curves;
  for (const auto& one : {hostile, std::make_shared<const Curves>()}) {
    snapshot().curves = {one, one};
    for (const auto& background : {std::shared_ptr<Refinement>(), refinement}) {
      snapshot().refinement = background;
      for (const int days : {0, 1, 13000}) {
        snapshot().days = days;
        driver.point("plot/0", 0.01F);
        driver.draw(2);
      }
    }
  }
  view().measures.clear();
  driver.draw(2);
  EXPECT_EQ(view().measures.size(), 1u);
  SUCCEED();
}

}  // namespace
}  // namespace trust::viz
