// Where panels stand: at every size, dragged, folded, maximised; and the line of messages.
#include <gtest/gtest.h>

#include "tests/viz/driver.hpp"
#include "tests/viz/example.hpp"

namespace trust::viz {
namespace {

bool apart(const Box& a, const Box& b) {
  const bool empty = a.width() <= 0 || a.height() <= 0 || b.width() <= 0 || b.height() <= 0;
  return empty || a.high.x <= b.low.x || b.high.x <= a.low.x || a.high.y <= b.low.y || b.high.y <= a.low.y;
}

std::vector<Box> beside_each_other(const Places& places) {
  std::vector<Box> all{places.run_bar, places.message,         places.levers,        places.network,
                       places.plots,   places.levers_splitter, places.plots_splitter};
  if (!places.drawer) all.insert(all.end(), {places.side, places.side_splitter});
  return all;
}

// Every way of folding and dragging at once, by the bits of `which`.
Arrangement some_arrangement(unsigned which) {
  Arrangement how;
  how.message_lines = (which & 1U) ? 3 : 0;
  how.levers_folded = (which & 2U) != 0;
  how.side_folded = (which & 4U) != 0;
  how.drawer = (which & 8U) != 0;
  if (which & 16U) how.levers_width = 5000.0F;
  if (which & 32U) how.side_width = -50.0F;
  if (which & 64U) how.plots_height = 5000.0F;
  return how;
}

TEST(Places, PanelsNeitherOverlapNorLeaveTheWindowAtAnySize) {
  for (float width = 1; width < 2700; width += 83) {
    for (float height = 1; height < 1500; height += 71) {
      const float scale = width > 1300 ? 1.5F : 1.0F;
      for (unsigned which = 0; which < 128; which += 5) {
        const Places places = place_panels({width, height}, scale, some_arrangement(which));
        const auto all = beside_each_other(places);
        for (std::size_t i = 0; i < all.size(); ++i) {
          ASSERT_TRUE(all[i].high.x <= width && all[i].high.y <= height && all[i].low.x >= 0) << i;
          for (std::size_t j = 0; j < i; ++j) {
            ASSERT_TRUE(apart(all[i], all[j]))
                << i << " and " << j << " at " << width << "x" << height << ", " << which;
          }
        }
      }
    }
  }
}

TEST(Places, SizesAreThoseOfTheDesign) {
  const Places places = place_panels({1600, 1000}, 1, {});
  EXPECT_FLOAT_EQ(places.run_bar.height(), 46);
  EXPECT_GE(places.levers.width(), 270);
  EXPECT_LE(places.levers.width(), 280);
  EXPECT_NEAR(places.side.width(), 330, 5);
  EXPECT_NEAR(places.plots.height(), 420, 5);  // room for both arms, their difference and lanes
  EXPECT_FALSE(places.drawer);
}

TEST(Places, ANarrowWindowHasADrawerThatSqueezesNothing) {
  Arrangement open;
  open.drawer = true;
  const Places shut = place_panels({1279, 720}, 1, {});
  const Places drawn = place_panels({1279, 720}, 1, open);
  EXPECT_LE(shut.side.width(), 0);
  EXPECT_TRUE(drawn.drawer);
  EXPECT_GT(drawn.side.width(), 250);
  EXPECT_FLOAT_EQ(shut.network.width(), drawn.network.width());
  EXPECT_FALSE(apart(drawn.network, drawn.side)) << "it lies over the network";
  EXPECT_FALSE(place_panels({1280, 720}, 1, open).drawer);
  EXPECT_TRUE(place_panels({1600, 1000}, 1.5F, open).drawer) << "what is narrow depends on the scale";
}

TEST(Places, AMiddleIsAlwaysLeft) {
  for (float width = 200; width < 2600; width += 50) {
    const Places places = place_panels({width, 720}, 1, some_arrangement(16 + 32));
    EXPECT_GE(places.network.width(), std::min(width - 10, 329.0F)) << width;
  }
}

class Layout : public testing::Test {
 protected:
  RecordingSession session;
  Driver driver{session};
  ViewState& view() { return driver.window.view(); }
  float width(const std::string& panel) { return driver.box("panel/" + panel).width(); }

  void drag_by(const std::string& splitter, float x, float y) {
    const Box box = driver.box(splitter);
    const Point from{(box.low.x + box.high.x) / 2, (box.low.y + box.high.y) / 2};
    driver.drag_from(from, {from.x + x, from.y + y});
  }
};

TEST_F(Layout, SplittersShareOutTheRoom) {
  const float levers = width("levers");
  drag_by("splitter/levers", 60, 0);
  EXPECT_NEAR(width("levers"), levers + 60, 3);
  ASSERT_TRUE(view().levers_width);
  const float side = width("person");
  drag_by("splitter/side", -50, 0);
  EXPECT_NEAR(width("person"), side + 50, 3);
  const float plots = driver.box("panel/plots").height();
  drag_by("splitter/plots", 0, 40);
  EXPECT_NEAR(driver.box("panel/plots").height(), plots - 40, 3);
}

TEST_F(Layout, ADoubleClickPutsASplitterBack) {
  for (const char* name : {"splitter/levers", "splitter/side", "splitter/plots"}) {
    drag_by(name, -30, -30);
    driver.double_click(name);
  }
  EXPECT_FALSE(view().levers_width);
  EXPECT_FALSE(view().side_width);
  EXPECT_FALSE(view().plots_height);
}

TEST_F(Layout, SplittersStopAtLeastSizes) {
  drag_by("splitter/levers", -1000, 0);
  EXPECT_GE(width("levers"), 200);
  drag_by("splitter/plots", 0, 2000);
  EXPECT_GE(driver.box("panel/plots").height(), 150);
  drag_by("splitter/plots", 0, -2000);
  EXPECT_GE(driver.box("panel/network").height(), 150);
}

TEST_F(Layout, HandlesAndKeysFold) {
  driver.click("fold/levers");
  EXPECT_FALSE(driver.shows("panel/levers"));
  driver.click("fold/levers");
  EXPECT_TRUE(driver.shows("panel/levers"));
  driver.click("fold/side");
  EXPECT_FALSE(driver.shows("panel/person"));
  driver.tap_with(ImGuiKey_Tab, false, true);
  EXPECT_TRUE(driver.shows("panel/person"));
  driver.tap(ImGuiKey_Tab);
  EXPECT_FALSE(driver.shows("panel/levers"));
}

TEST_F(Layout, AWindowThatGetsNarrowGetsADrawer) {
  driver.frame.resize({1100, 700});
  driver.draw(3);
  EXPECT_FALSE(driver.shows("panel/person"));
  const float network = width("network");
  driver.click("fold/side");
  EXPECT_TRUE(driver.shows("panel/person"));
  EXPECT_FLOAT_EQ(width("network"), network);
  driver.click("tab/log");
  EXPECT_EQ(view().tab, PanelId::log) << "the drawer lies above and takes the press";
  driver.tap(ImGuiKey_Escape);
  EXPECT_FALSE(view().drawer);
  driver.tap_with(ImGuiKey_Tab, false, true);
  EXPECT_TRUE(view().drawer);
  EXPECT_FALSE(view().side_folded) << "the column of a wide window is another thing";
}

TEST_F(Layout, TheDrawerStaysOnTopOfWhatIsPressed) {
  driver.frame.resize({1100, 700});
  driver.draw(3);
  driver.click("fold/side");
  driver.click("panel/network", 0.1F);
  driver.click("tab/matrix");
  EXPECT_EQ(view().tab, PanelId::matrix);
}

TEST_F(Layout, TabsChooseAPanel) {
  for (const char* name : {"result", "matrix", "spread", "log", "person"}) {
    driver.click("tab/" + std::string(name));
    EXPECT_EQ(name_of(view().tab), name);
    EXPECT_TRUE(driver.shows("panel/" + std::string(name)));
    EXPECT_TRUE(driver.reads(spoken(name))) << "its name is not shortened";
  }
}

TEST_F(Layout, EveryPanelCanBeMaximisedAndPutBack) {
  for (const char* name : {"levers", "network", "plots", "person"}) {
    const std::string button = "maximise/" + std::string(name);
    driver.click(button);
    ASSERT_TRUE(view().maximised) << name;
    EXPECT_EQ(name_of(*view().maximised), name);
    EXPECT_GT(width(name), 1590);
    EXPECT_TRUE(driver.shows("run"));
    driver.click(button);
    EXPECT_FALSE(view().maximised) << name;
    driver.click(button);
    driver.tap(ImGuiKey_Escape);
    EXPECT_FALSE(view().maximised) << name;
  }
}

TEST_F(Layout, ADoubleClickOnAHeadMaximises) {
  driver.double_click("head/network", 0.3F);
  EXPECT_EQ(view().maximised, PanelId::network);
  driver.double_click("head/network", 0.3F);
  EXPECT_FALSE(view().maximised);
}

TEST_F(Layout, EveryTabCanBeMaximisedAndPutBack) {
  for (const char* name : {"result", "matrix", "spread", "log", "person"}) {
    driver.click("tab/" + std::string(name));
    const std::string button = "maximise/" + std::string(name);
    driver.click(button);
    ASSERT_TRUE(view().maximised) << name;
    EXPECT_EQ(name_of(*view().maximised), name);
    driver.click(button);
    EXPECT_FALSE(view().maximised) << name;
  }
}

TEST_F(Layout, TabsOfAMaximisedColumnWork) {
  driver.click("maximise/person");
  driver.click("tab/log");
  EXPECT_EQ(view().maximised, PanelId::log);
  driver.click("maximise/log");
  EXPECT_FALSE(view().maximised);
  EXPECT_EQ(view().tab, PanelId::log);
}

TEST_F(Layout, HeadsTellWhichRunIsShown) {
  EXPECT_TRUE(driver.reads("Who trusts whom, day 2"));
  session.snapshot.sitting.edited = true;
  driver.draw(2);
  EXPECT_TRUE(driver.reads("Who trusts whom in the what-if, day 2"));
  driver.click("arm/baseline");
  EXPECT_TRUE(driver.reads("Who trusts whom in the baseline, day 2"));
}

// --- Messages

TEST_F(Layout, AMessageIsShownUntilItIsClosedOrAnotherComes) {
  session.snapshot.message = "bad.toml:3: days: is -1; 1 or more";
  driver.draw(2);
  EXPECT_TRUE(driver.reads("bad.toml:3: days: is -1"));
  driver.click("message/close");
  driver.draw(2);
  EXPECT_FALSE(driver.shows("message"));
  session.snapshot.message = "another mistake";
  driver.draw(2);
  EXPECT_TRUE(driver.reads("another mistake"));
  session.snapshot.message.clear();
  driver.draw(2);
  EXPECT_FALSE(driver.shows("message"));
  session.snapshot.message = "bad.toml:3: days: is -1; 1 or more";
  driver.draw(2);
  EXPECT_TRUE(driver.shows("message")) << "it was away, so that it is another one";
}

TEST_F(Layout, NewsIsShownPlainAndBelowAMessageInRank) {
  session.snapshot.news = "Saved as a.toml";
  driver.draw(2);
  EXPECT_TRUE(driver.reads("Saved as a.toml"));
  session.snapshot.message = "something failed";
  driver.draw(2);
  EXPECT_TRUE(driver.reads("something failed"));
  EXPECT_FALSE(driver.reads("Saved as a.toml"));
  driver.click("message/close");
  driver.draw(2);
  EXPECT_TRUE(driver.reads("Saved as a.toml"));
  driver.click("message/close");
  driver.draw(2);
  EXPECT_FALSE(driver.shows("message"));
}

TEST_F(Layout, ALongMessageSaysHowMuchIsLeftOut) {
  std::string text;
  for (int i = 0; i < 9; ++i) text += "mistake " + std::to_string(i) + "\n";
  session.snapshot.message = text;
  driver.draw(2);
  EXPECT_TRUE(driver.reads("mistake 2"));
  EXPECT_FALSE(driver.reads("mistake 3"));
  EXPECT_TRUE(driver.reads("6 more lines"));
}

// --- Any size

TEST_F(Layout, NoSizeCrashesInAnyState) {
  session.snapshot.message = "a message";
  session.snapshot.busy = "Running";
  const std::vector<FrameSize> sizes{{1, 1},     {2, 900},   {900, 2},    {64, 64},    {199, 300},  {300, 200},
                                     {320, 111}, {640, 480}, {1279, 400}, {1280, 720}, {5000, 3000}};
  for (const FrameSize size : sizes) {
    driver.frame.resize(size);
    for (const DialogId dialog : {DialogId::none, DialogId::save, DialogId::open, DialogId::exporting}) {
      view().dialog = dialog;
      driver.draw(3);
    }
    view().dialog = DialogId::none;
    for (int state = 0; state < 4; ++state) {
      view().drawer = state == 0;
      view().help = state == 1;
      view().maximised = state == 2 ? std::optional(PanelId::log) : std::nullopt;
      driver.draw(3);
    }
    view().maximised.reset();
  }
}

TEST_F(Layout, ATinyWindowSaysSo) {
  driver.frame.resize({190, 100});
  driver.draw(2);
  EXPECT_TRUE(driver.reads("The window is too small"));
  EXPECT_FALSE(driver.shows("run"));
  driver.frame.resize({300, 200});
  driver.draw(2);
  EXPECT_TRUE(driver.shows("run"));
  EXPECT_FALSE(driver.reads("The window is too small"));
}

}  // namespace
}  // namespace trust::viz
