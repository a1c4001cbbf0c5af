// Spreads: counts of what the day's picture holds, beside those of the baseline.
#include "viz/panels/spread_panel.hpp"

#include <gtest/gtest.h>

#include "tests/viz/driver.hpp"
#include "tests/viz/plots_example.hpp"

namespace trust::viz {
namespace {

TEST(Spreads, CountEveryTieThatHoldsAndEverybodyWhoIsThere) {
  RecordingSession session;
  Look& look = session.look();
  Spread spread = spread_of(look);
  EXPECT_EQ(spread[0].values, 9u);
  EXPECT_NEAR(spread[0].mean, 0.5, 0.003);
  EXPECT_EQ(spread[1].values, 9u);
  look.present[3] = 0;
  look.tie_trust[look.ties->find(0, 1)] = no_tie;
  spread = spread_of(look);
  EXPECT_EQ(spread[0].values, 8u);
  for (std::size_t i = 1; i < spread_count; ++i) EXPECT_EQ(spread[i].values, 8u);
}

TEST(Spreads, OfAnEmptyPictureAreEmpty) {
  const Spread spread = spread_of(Look{});
  for (const Histogram& one : spread) EXPECT_EQ(one.most(), 0u);
}

TEST(Spreads, EachRowCountsItsOwnValue) {
  RecordingSession session;
  for (std::size_t i = 0; i < person_value_count; ++i) {
    session.look().people[i].assign(9, 0.1F + 0.2F * static_cast<float>(i));
  }
  const Spread spread = spread_of(session.look());
  for (std::size_t i = 1; i < spread_count; ++i) {
    EXPECT_NEAR(spread[i].mean, 0.1 + 0.2 * static_cast<double>(*spread_rows()[i].value), 1e-6) << i;
  }
}

class SpreadPanelTest : public testing::Test {
 protected:
  SpreadPanelTest() {
    session.snapshot = plots_snapshot();
    driver.window.view().arm = ShownArm::compare;
    driver.window.view().tab = PanelId::spread;
    driver.draw(3);
  }
  RecordingSession session;
  Driver driver{session};
};

TEST_F(SpreadPanelTest, ShowsAllWhereThereIsRoom) {
  for (const SpreadRow& row : spread_rows()) {
    EXPECT_TRUE(driver.shows("spread/" + std::string(row.name))) << row.name;
    EXPECT_TRUE(driver.reads(std::string(row.label)));
  }
  EXPECT_FALSE(driver.shows("spread/which"));
}

TEST_F(SpreadPanelTest, ShowsOneOfThemWhereThereIsLittle) {
  driver.frame.resize({1600, 460});
  driver.draw(3);
  EXPECT_TRUE(driver.shows("spread/tie-trust"));
  EXPECT_FALSE(driver.shows("spread/stress"));
  for (const SpreadRow& row : spread_rows()) {
    driver.choose("spread/which", std::string(row.label));
    driver.draw(2);
    for (const SpreadRow& any : spread_rows()) {
      EXPECT_EQ(driver.shows("spread/" + std::string(any.name)), any.name == row.name) << any.name;
    }
  }
}

TEST_F(SpreadPanelTest, TellsTheMeansOfBoth) {
  EXPECT_TRUE(driver.reads("mean 0.47, baseline 0.40"));
  driver.window.view().arm = ShownArm::baseline;
  driver.draw(2);
  EXPECT_TRUE(driver.reads("mean 0.40, 9 people"));
  EXPECT_FALSE(driver.reads("baseline 0.40"));
}

TEST_F(SpreadPanelTest, WithoutEditsThereIsNoGhost) {
  session.snapshot.looks[1] = session.snapshot.looks[0];
  driver.draw(2);
  EXPECT_FALSE(driver.reads("outlined: baseline"));
}

TEST_F(SpreadPanelTest, PointingReadsOutABar) {
  for (const SpreadRow& row : spread_rows()) {
    driver.point("run");
    driver.point("spread/" + std::string(row.name), 0.52F);
    EXPECT_TRUE(driver.shows_tip()) << row.name;
  }
}

TEST_F(SpreadPanelTest, CountsAreWholeNumbers) {
  const Box first = driver.box("spread/" + std::string(spread_rows().front().name));
  for (const WrittenText& text : driver.window.written()) {
    const bool left_of_the_bars = text.low.x > driver.box("splitter/side").high.x && text.high.x < first.low.x + 60;
    if (left_of_the_bars) {
      EXPECT_NE(text.text, "0.5") << "half a person";
    }
  }
}

TEST_F(SpreadPanelTest, NothingReachesTheEngine) {
  session.commands.clear();
  driver.click("spread/stress");
  EXPECT_TRUE(session.commands.empty());
}

// The panel alone, to see how often it counts.
TEST(SpreadPanelAlone, CountsOnlyWhereThePictureChanged) {
  RecordingSession session;
  session.snapshot = plots_snapshot();
  NullFrame frame({400, 900});
  Controls controls;
  const Theme theme = make_theme(false, 1);
  ViewState view;
  SpreadPanel panel;
  const auto draw = [&] {
    frame.begin();
    controls.begin_frame(theme);
    PanelContext context{session.snapshot, session, controls, theme, view};
    ImGui::Begin("panel");
    panel.draw(context);
    ImGui::End();
    frame.end();
  };
  for (int i = 0; i < 10; ++i) draw();
  EXPECT_EQ(panel.counted(), 2) << "each arm once";
  ++session.snapshot.day;
  draw();
  EXPECT_EQ(panel.counted(), 2);
  session.snapshot.looks[1] = std::make_shared<Look>(*session.snapshot.looks[1]);
  draw();
  EXPECT_EQ(panel.counted(), 3);
}

}  // namespace
}  // namespace trust::viz
