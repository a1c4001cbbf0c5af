// The window's panels as a user works them, control by control, on a snapshot made by hand: every test presses or
// types, then looks at the command that came out or at what the window shows.
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
    if (row.id == driver.window.view().colouring) continue;
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
  driver.choose("measure/0", std::string(measure_row(Measure::stress).label));
  EXPECT_EQ(driver.window.view().measures.front(), Measure::stress);
}

TEST_F(Window, PointingAtThePlotReadsItOut) {
  driver.point("plot/0", 0.1F);
  EXPECT_TRUE(driver.shows_tip());
  driver.point("plot/0", 0.9F);
  EXPECT_FALSE(driver.shows_tip()) << "these days have not been yet";
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
