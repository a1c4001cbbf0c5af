// No text of plots, lanes and spreads is cut off, and none lies over other text, at the sizes and scales that people
// use.
#include <gtest/gtest.h>

#include "tests/viz/driver.hpp"
#include "tests/viz/plots_example.hpp"

namespace trust::viz {
namespace {

struct Screen {
  FrameSize size;
  float scale;
};

void PrintTo(const Screen& screen, std::ostream* out) {
  *out << screen.size.width << "x" << screen.size.height << " at " << screen.scale;
}

bool out_of_sight(const WrittenText& t) { return t.scrolls && (t.low.y < t.clip_low.y || t.high.y > t.clip_high.y); }

void expect_whole(const WrittenText& t) {
  EXPECT_FALSE(t.text.ends_with("...")) << "shortened: " << t.text;
  EXPECT_GE(t.low.x, t.clip_low.x - 0.5F) << "cut off on the left: " << t.text;
  EXPECT_LE(t.high.x, t.clip_high.x + 0.5F) << "cut off on the right: " << t.text;
  EXPECT_GE(t.low.y, t.clip_low.y - 0.5F) << "cut off above: " << t.text;
  EXPECT_LE(t.high.y, t.clip_high.y + 0.5F) << "cut off below: " << t.text;
}

void expect_apart(const WrittenText& a, const WrittenText& b) {
  const bool apart = a.layer != b.layer || a.high.x <= b.low.x + 0.5F || b.high.x <= a.low.x + 0.5F ||
                     a.high.y <= b.low.y + 1.5F || b.high.y <= a.low.y + 1.5F;
  EXPECT_TRUE(apart) << "'" << a.text << "' lies over '" << b.text << "'";
}

// Of the panels that this is about: what is written inside of `where`.
void expect_legible(Driver& driver, const Box& where) {
  std::vector<WrittenText> texts;
  for (const WrittenText& text : driver.window.written()) {
    if (where.contains({text.low.x, text.low.y}) && !out_of_sight(text)) texts.push_back(text);
  }
  EXPECT_GT(texts.size(), 5u);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    expect_whole(texts[i]);
    for (std::size_t j = 0; j < i; ++j) expect_apart(texts[i], texts[j]);
  }
}

class PlotsLegibility : public testing::TestWithParam<Screen> {
 protected:
  PlotsLegibility() {
    session.snapshot = plots_snapshot();
    Lane& late = session.snapshot.sitting.lanes[1];  // no room for its name on the right
    late.first_day = late.last_day = plots_days - 3;
    session.snapshot.refinement = example_refinement(session.snapshot.edition + 1);
  }
  RecordingSession session;
};

TEST_P(PlotsLegibility, OfPlotsAndLanesInTheirPlaceAndMaximised) {
  Driver driver(session, GetParam().size, GetParam().scale);
  for (const bool maximised : {false, true}) {
    for (const ShownArm arm : {ShownArm::baseline, ShownArm::what_if, ShownArm::compare}) {
      for (const std::size_t plots : {1, 2, 4}) {
        driver.window.view().arm = arm;
        driver.window.view().maximised.reset();
        if (maximised) driver.window.view().maximised = PanelId::plots;
        driver.window.view().measures = {Measure::revenue, Measure::trust_across_functions, Measure::trust,
                                         Measure::hours_justification};
        driver.window.view().measures.resize(plots);
        driver.draw(3);
        expect_legible(driver, driver.box("panel/plots"));
      }
    }
  }
}

TEST_P(PlotsLegibility, OfDaysOfAnyRun) {
  Driver driver(session, GetParam().size, GetParam().scale);
  for (const int days : {1, 5, 65, 260, 13000}) {
    session.snapshot.days = days;
    session.snapshot.day = std::min(65, days);
    for (Lane& lane : session.snapshot.sitting.lanes) lane.last_day = std::min(lane.last_day, days);
    for (const DayWindow seen : {DayWindow{}, DayWindow{days * 0.31, days * 0.44}}) {
      driver.window.view().days = seen;
      driver.draw(3);
      expect_legible(driver, driver.box("panel/plots"));
    }
  }
}

TEST_P(PlotsLegibility, OfSpreads) {
  Driver driver(session, GetParam().size, GetParam().scale);
  driver.window.view().tab = PanelId::spread;
  driver.window.view().drawer = true;
  for (const ShownArm arm : {ShownArm::baseline, ShownArm::compare}) {
    driver.window.view().arm = arm;
    driver.draw(3);
    expect_legible(driver, driver.box("panel/spread"));
  }
}

TEST_P(PlotsLegibility, OfMenus) {
  Driver driver(session, GetParam().size, GetParam().scale);
  for (const char* menu : {"lanes/add", "plots/export"}) {
    driver.click(menu);
    driver.draw(4);
    const std::string popup = std::string("popup/") + menu;
    ASSERT_TRUE(driver.shows(popup));
    const Box box = driver.box(popup);
    EXPECT_LE(box.high.y, static_cast<float>(GetParam().size.height)) << menu;
    EXPECT_LE(box.high.x, static_cast<float>(GetParam().size.width)) << menu;
    EXPECT_GE(box.low.y, 0) << menu;
    driver.tap(ImGuiKey_Escape);
    driver.draw(2);
  }
}

INSTANTIATE_TEST_SUITE_P(Screens, PlotsLegibility,
                         testing::Values(Screen{{1280, 720}, 1}, Screen{{1600, 1000}, 1}, Screen{{1280, 720}, 1.5F},
                                         Screen{{1600, 1000}, 1.5F}, Screen{{2560, 1440}, 1}, Screen{{2560, 1440}, 2}));

}  // namespace
}  // namespace trust::viz
