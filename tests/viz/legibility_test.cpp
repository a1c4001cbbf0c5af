// No text is cut off, and none lies over other text, at the sizes and scales that people use.
#include <gtest/gtest.h>

#include <ostream>

#include "tests/viz/driver.hpp"
#include "tests/viz/example.hpp"
#include "tests/viz/kept_run.hpp"
#include "viz/session/direct_session.hpp"

namespace trust::viz {
namespace {

struct Screen {
  FrameSize size;
  float scale;
};

// How test lists name it.
void PrintTo(const Screen& screen, std::ostream* out) {
  *out << screen.size.width << "x" << screen.size.height << " at " << screen.scale;
}

class Legibility : public testing::TestWithParam<Screen> {
 protected:
  void SetUp() override { session.engine().load(example_scenario(65, 4)); }

  void expect_legible(Driver& driver) {
    const auto& texts = driver.window.written();
    ASSERT_GT(texts.size(), 3u);
    for (const WrittenText& text : texts) expect_whole(text);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) expect_apart(texts[i], texts[j]);
    }
  }

  static bool out_of_sight(const WrittenText& t) {
    return t.scrolls && (t.low.y < t.clip_low.y || t.high.y > t.clip_high.y);
  }

  // A tiny window shows what fits: there nothing may lie over anything else, but texts are shortened and end at its
  // edge.
  static bool tiny() { return static_cast<float>(GetParam().size.width) < 640 * GetParam().scale; }

  static void expect_whole(const WrittenText& t) {
    if (out_of_sight(t) || tiny()) return;
    const bool counts_what_is_left_out = t.text.starts_with("...");
    const bool message = t.text.find(".toml") != std::string::npos;
    EXPECT_TRUE(counts_what_is_left_out || message || !t.text.ends_with("...")) << "shortened: " << t.text;
    EXPECT_GE(t.low.x, t.clip_low.x - 0.5F) << "cut off on the left: " << t.text;
    EXPECT_LE(t.high.x, t.clip_high.x + 0.5F) << "cut off on the right: " << t.text;
    EXPECT_GE(t.low.y, t.clip_low.y - 0.5F) << "cut off above: " << t.text;
    EXPECT_LE(t.high.y, t.clip_high.y + 0.5F) << "cut off below: " << t.text;
  }

  static void expect_apart(const WrittenText& a, const WrittenText& b) {
    if (a.layer != b.layer || out_of_sight(a) || out_of_sight(b)) return;
    const bool apart = a.high.x <= b.low.x + 0.5F || b.high.x <= a.low.x + 0.5F || a.high.y <= b.low.y + 1.5F ||
                       b.high.y <= a.low.y + 1.5F;
    EXPECT_TRUE(apart) << "'" << a.text << "' lies over '" << b.text << "'";
  }

  DirectSession session;
};

TEST_P(Legibility, AtTheStartAndAtTheEnd) {
  Driver driver(session, GetParam().size, GetParam().scale);
  expect_legible(driver);
  session.send(Step{65});
  session.send(SetSpeed{7});
  driver.draw(2);
  expect_legible(driver);
}

TEST_P(Legibility, ForEveryMeasureAndColour) {
  if (GetParam().size.width < 1280) GTEST_SKIP() << "legends are as long as their words";
  session.send(Step{3});
  Driver driver(session, GetParam().size, GetParam().scale);
  for (const MeasureRow& row : measures()) {
    driver.window.view().measures = {row.id};
    driver.draw(2);
    expect_legible(driver);
  }
  for (const ColouringRow& row : colourings()) {
    driver.window.view().colouring = row.id;
    driver.draw(2);
    expect_legible(driver);
  }
}

TEST_P(Legibility, ForEveryLever) {
  Driver driver(session, GetParam().size, GetParam().scale);
  if (!driver.shows("search")) GTEST_SKIP() << "no room for levers at this size";
  for (const Parameter& row : parameters()) {
    session.send(SetLever{row.id, row.high});
    driver.window.view().lever_search = std::string(row.name);
    driver.draw(2);
    expect_legible(driver);
  }
}

TEST_P(Legibility, OfAPersonAndOfAMessage) {
  Driver driver(session, GetParam().size, GetParam().scale);
  driver.window.view().selected_person = session.latest().look().organisation->people[20].id;
  driver.draw(2);
  expect_legible(driver);
  session.send(LoadScenario{"a-folder-with-a-long-name/another-one/there-is-no-such-scenario.toml"});
  driver.draw(2);
  expect_legible(driver);
}

TEST_P(Legibility, OfEveryTab) {
  session.send(Step{10});
  Driver driver(session, GetParam().size, GetParam().scale);
  driver.window.view().drawer = true;
  for (int id = static_cast<int>(PanelId::person); id < static_cast<int>(PanelId::count); ++id) {
    driver.window.view().tab = static_cast<PanelId>(id);
    driver.draw(3);
    expect_legible(driver);
  }
}

TEST_P(Legibility, OfACellsTiesAndOfThoseWhoAreMarked) {
  session.send(Step{10});
  session.send(AddIntervention{"broken_promise:who=function:marketing"});
  session.send(Step{5});
  Driver driver(session, GetParam().size, GetParam().scale);
  driver.window.view().drawer = true;
  driver.window.view().tab = PanelId::matrix;
  driver.window.view().filter = {0, 1, false};
  for (const Seat seat : {20u, 30u, 31u, 40u, 50u, 60u})
    driver.window.view().marked.push_back(session.latest().look().organisation->people[seat].id);
  driver.draw(3);
  expect_legible(driver);
  driver.window.view().drawer = false;
  driver.draw(2);
  if (!driver.shows("lanes/add")) return;
  driver.click("lanes/add");
  driver.draw(2);
  driver.type("key people");
  driver.tap(ImGuiKey_Enter);
  driver.draw(3);
  expect_legible(driver);
}

TEST_P(Legibility, OfEveryMaximisedPanel) {
  session.send(Step{10});
  Driver driver(session, GetParam().size, GetParam().scale);
  for (int id = 0; id < static_cast<int>(PanelId::count); ++id) {
    driver.window.view().maximised = static_cast<PanelId>(id);
    driver.draw(3);
    expect_legible(driver);
  }
}

TEST_P(Legibility, OfMenusAndDialogs) {
  Driver driver(session, GetParam().size, GetParam().scale);
  driver.window.view().scenarios = {{"s/start/a.toml", "To begin with", "First 90 days", "A new leader."},
                                    {"s/start/b.toml", "To begin with", "A name", ""},
                                    {"s/scale/c.toml", "Large organisations", "100,000 people", "A large company."}};
  for (const char* menu : {"scenario", "more"}) {
    if (!driver.shows(menu)) continue;  // at 300 pixels the scenario has no room
    driver.click(menu);
    driver.draw(3);
    expect_legible(driver);
    driver.tap(ImGuiKey_Escape);
    driver.draw(2);
  }
  for (const DialogId dialog :
       {DialogId::save, DialogId::open, DialogId::exporting, DialogId::clear_edits, DialogId::lose_edits}) {
    driver.window.view().opening = "first-90-days.toml";
    driver.window.view().dialog = dialog;
    driver.draw(4);
    expect_legible(driver);
  }
  driver.window.view().dialog = DialogId::none;
  driver.window.view().help = true;
  driver.draw(4);
  expect_legible(driver);
}

TEST_P(Legibility, WhenEditedComparedAndBusy) {
  Driver driver(session, GetParam().size, GetParam().scale);
  session.send(Step{5});
  session.send(SetLever{Lever::recognition_propensity, 0.9F});
  session.send(SetLever{Lever::micromanagement_propensity, 0.0F});
  session.send(Step{30});
  driver.window.view().drawer = true;
  for (const PanelId tab : {PanelId::result, PanelId::log}) {
    driver.window.view().tab = tab;
    driver.window.view().arm = ShownArm::compare;
    session.send(Refine{true});
    driver.draw(3);
    expect_legible(driver);
  }
}

TEST_P(Legibility, OfAPersonsStoryAndOfAReason) {
  AnsweringSession answering;
  Driver driver(answering, GetParam().size, GetParam().scale);
  driver.window.view().tab = PanelId::person;
  driver.window.view().selected_person = answering.run().id(5);
  for (const int day : {4, 9, 12}) {
    answering.send(SeekDay{day - 1});
    driver.draw(3);
    for (const auto& [name, place] : driver.window.controls().all()) {
      if (!name.starts_with("person/trust") || name.ends_with("/sort") || name.ends_with("/more")) continue;
      driver.click(name);
      break;
    }
    if (!driver.shows("why")) continue;  // no room for the panel, or nobody to ask about
    driver.click("why/later");
    driver.draw(2);
    expect_legible(driver);
    driver.click("why/close");
  }
}

INSTANTIATE_TEST_SUITE_P(Screens, Legibility,
                         testing::Values(Screen{{1280, 720}, 1}, Screen{{1600, 1000}, 1}, Screen{{1280, 720}, 1.5F},
                                         Screen{{1600, 1000}, 1.5F}, Screen{{2560, 1440}, 1}, Screen{{2560, 1440}, 2},
                                         Screen{{300, 200}, 1}, Screen{{700, 500}, 1}));

}  // namespace
}  // namespace trust::viz
