// The matrix of who trusts whom, control by control, and its sums against those of every tie by itself.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/viz/driver.hpp"
#include "tests/viz/example.hpp"
#include "viz/session/direct_session.hpp"

namespace trust::viz {
namespace {

class Matrix : public testing::Test {
 protected:
  void SetUp() override {
    driver.window.view().tab = PanelId::matrix;
    driver.draw(3);
  }
  ViewState& view() { return driver.window.view(); }

  RecordingSession session;
  Driver driver{session};
};

TEST_F(Matrix, NamesItsRows) {
  EXPECT_TRUE(driver.reads("1  Sales"));
  EXPECT_TRUE(driver.reads("2  Marketing"));
  EXPECT_TRUE(driver.shows("matrix/0/1"));
  EXPECT_FALSE(driver.shows("matrix/2/0"));
}

TEST_F(Matrix, ShowsMeans) {
  EXPECT_TRUE(driver.reads("0.60")) << "sales -> marketing: 5 -> 6 alone";
  EXPECT_TRUE(driver.reads("0.90")) << "marketing -> sales: 8 -> 0 alone";
  EXPECT_TRUE(driver.reads("0.75")) << "within marketing: 0.7 and 0.8";
}

TEST_F(Matrix, LevelIsChosen) {
  driver.choose("matrix/level", "Teams");
  driver.draw(2);
  EXPECT_TRUE(driver.reads("2  South"));
  EXPECT_TRUE(driver.shows("matrix/2/2"));
  driver.choose("matrix/level", "Functions");
  driver.draw(2);
  EXPECT_FALSE(driver.shows("matrix/2/2"));
}

TEST_F(Matrix, ClickOnACellFiltersAndAgainClears) {
  driver.click("matrix/0/1");
  EXPECT_EQ(view().filter.from, 0u);
  EXPECT_EQ(view().filter.to, 1u);
  EXPECT_FALSE(view().filter.by_team);
  driver.draw(2);
  EXPECT_TRUE(driver.shows("filter/clear"));
  driver.click("matrix/0/1");
  EXPECT_TRUE(view().filter.empty());
}

TEST_F(Matrix, ACellListsItsTiesWeakestFirst) {
  EXPECT_FALSE(driver.shows("matrix/tie/0"));
  driver.click("matrix/1/1");
  driver.draw(2);
  EXPECT_TRUE(driver.reads("2 ties, weakest first"));
  EXPECT_TRUE(driver.reads("person-6 -> person-7"));
  EXPECT_LT(driver.box("matrix/tie/0").low.y, driver.box("matrix/tie/1").low.y);
  EXPECT_FALSE(driver.shows("matrix/tie/2"));
  driver.point("matrix/tie/0");
  EXPECT_EQ(view().hovered, 7u) << "the network shows whom it is about";
}

TEST_F(Matrix, ATieOfACellAsksWhyItMoved) {
  driver.click("matrix/0/1");
  driver.draw(2);
  driver.click("matrix/tie/0");
  driver.draw(2);
  EXPECT_EQ(view().tab, PanelId::person);
  EXPECT_EQ(view().selected_person, "person-6");
  ASSERT_TRUE(session.last<Explain>());
  EXPECT_EQ(session.last<Explain>()->source, "person-5");
  EXPECT_EQ(session.last<Explain>()->target, "person-6");
  EXPECT_TRUE(driver.shows("why"));
}

TEST_F(Matrix, TheTiesOfACellAreDrawnWhateverTheThresholdWas) {
  view().tie_threshold = 0.95F;
  driver.draw(2);
  driver.click("matrix/0/1");
  driver.draw(2);
  EXPECT_TRUE(driver.reads("1 of 1 ties"));
  driver.click("matrix/0/1");
  driver.draw(2);
  EXPECT_FLOAT_EQ(view().tie_threshold, 0.95F) << "as it was";
}

TEST_F(Matrix, ClickOnAnotherCellTakesItsPlace) {
  driver.click("matrix/0/1");
  driver.click("matrix/1/1");
  EXPECT_EQ(view().filter.from, 1u);
  EXPECT_EQ(view().filter.to, 1u);
}

TEST_F(Matrix, OfTeamsFiltersTeams) {
  driver.choose("matrix/level", "Teams");
  driver.click("matrix/1/2");
  EXPECT_TRUE(view().filter.by_team);
  EXPECT_EQ(view().filter.from, 1u);
  EXPECT_EQ(view().filter.to, 2u);
  driver.draw(2);
  EXPECT_TRUE(driver.reads("South -> Brand"));
}

TEST_F(Matrix, TellsValueAndTies) {
  EXPECT_FALSE(driver.shows_tip());
  driver.point("matrix/1/0");
  EXPECT_TRUE(driver.shows_tip());
}

TEST_F(Matrix, DifferenceIsOfferedOnceThereIsOne) {
  driver.click("matrix/colour");
  driver.draw(2);
  EXPECT_TRUE(driver.shows("matrix/colour/Trust"));
  EXPECT_FALSE(driver.shows("matrix/colour/Difference"));
  driver.point("network", 0.02F, 0.02F);
  driver.press();  // shuts the list
  auto what_if = std::make_shared<Look>(session.snapshot.look());
  what_if->tie_trust[what_if->ties->find(5, 6)] = to_byte(0.68F);
  session.snapshot.looks[1] = what_if;
  session.snapshot.sitting.edited = true;
  driver.draw(2);
  driver.choose("matrix/colour", "Difference");
  driver.draw(2);
  EXPECT_TRUE(driver.reads("+0.08"));
  EXPECT_TRUE(driver.reads("less"));
  EXPECT_TRUE(driver.reads("more"));
}

TEST_F(Matrix, FollowsTheDay) {
  session.look().tie_trust[session.snapshot.look().ties->find(5, 6)] = to_byte(0.11F);
  ++session.snapshot.day;
  driver.draw(2);
  EXPECT_TRUE(driver.reads("0.11"));
}

TEST_F(Matrix, IsFollowedByTheEntryOfTheChosenArm) {
  auto what_if = std::make_shared<Look>(session.snapshot.look());
  what_if->tie_trust[what_if->ties->find(5, 6)] = to_byte(0.22F);
  session.snapshot.looks[1] = what_if;
  driver.draw(2);
  EXPECT_TRUE(driver.reads("0.22"));
  view().arm = ShownArm::baseline;
  driver.draw(2);
  EXPECT_FALSE(driver.reads("0.22"));
}

TEST(MatrixSums, AreThoseOfEveryTie) {
  DirectSession session;
  session.engine().load(example_scenario(20, 2));
  session.send(Step{4});
  Controls controls;
  const Theme theme = make_theme(false, 1);
  ViewState view;
  const Snapshot snapshot = session.latest();
  PanelContext context{snapshot, session, controls, theme, view};
  for (const bool by_team : {false, true}) {
    TrustMatrix matrix;
    matrix.update(context, by_team);
    const Look& look = snapshot.look();
    const auto groups = groups_of(*look.organisation, by_team);
    for (std::size_t row = 0; row < matrix.size(); ++row) {
      for (std::size_t column = 0; column < matrix.size(); ++column) {
        PairSum expected;
        for (Seat target = 0; target < look.ties->seats(); ++target) {
          for (Slot slot = look.ties->row_begin(target); slot < look.ties->row_end(target); ++slot) {
            if (look.tie_trust[slot] == no_tie || groups[target] != matrix.group(column)) continue;
            if (groups[look.ties->source(slot)] != matrix.group(row)) continue;
            expected.sum += look.tie_trust[slot];
            ++expected.count;
          }
        }
        EXPECT_EQ(matrix.cell(row, column), expected) << matrix.name(row) << " -> " << matrix.name(column);
      }
    }
    matrix.update(context, by_team);
    EXPECT_EQ(matrix.summed(), 1) << "once for a look";
  }
}

TEST(MatrixSums, NobodyIsNoError) {
  RecordingSession session;
  session.look().organisation = std::make_shared<Organisation>();
  session.look().ties = std::make_shared<TieGraph>();
  session.look().tie_trust.clear();
  for (auto& values : session.look().people) values.clear();
  Driver driver(session);
  driver.window.view().tab = PanelId::matrix;
  driver.draw(3);
  SUCCEED();
}

TEST(MatrixLegibility, NamesStayApartWithManyTeams) {
  for (const float scale : {1.0F, 1.5F}) {
    DirectSession session;
    session.engine().load(example_scenario(5, 1));
    Driver driver(session, {2560, 1440}, scale);
    driver.window.view().tab = PanelId::matrix;
    driver.draw(3);
    driver.choose("matrix/level", "Teams");
    driver.draw(3);
    const auto& texts = driver.window.written();
    for (std::size_t i = 0; i < texts.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const bool apart = texts[i].high.x <= texts[j].low.x + 0.5F || texts[j].high.x <= texts[i].low.x + 0.5F ||
                           texts[i].high.y <= texts[j].low.y + 1.5F || texts[j].high.y <= texts[i].low.y + 1.5F;
        EXPECT_TRUE(apart) << texts[i].text << " lies over " << texts[j].text;
      }
    }
  }
}

}  // namespace
}  // namespace trust::viz
