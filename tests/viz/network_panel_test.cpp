// The network panel as a user works it, control by control.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/viz/driver.hpp"
#include "tests/viz/example.hpp"
#include "viz/session/direct_session.hpp"

namespace trust::viz {
namespace {

class Network : public testing::Test {
 protected:
  ViewState& view() { return driver.window.view(); }
  const NetworkPanel& panel() { return driver.window.network(); }

  // A what-if that differs from the baseline.
  void edit() {
    auto what_if = std::make_shared<Look>(session.snapshot.look());
    for (std::size_t seat = 0; seat < 9; ++seat) what_if->people[0][seat] += seat == 4 ? 0.2F : 0.0F;
    session.snapshot.looks[1] = what_if;
    session.snapshot.sitting.edited = true;
    driver.draw(2);
  }

  Point tie_place(const std::string& name) {
    const Box box = driver.box(name);
    return {(box.low.x + box.high.x) / 2, (box.low.y + box.high.y) / 2};
  }

  RecordingSession session;
  Driver driver{session};
};

TEST_F(Network, ShapeIsChosen) {
  driver.choose("shape", "Organisation chart");
  EXPECT_EQ(view().shape, NetworkShape::org_chart);
  EXPECT_EQ(panel().layout().shape, NetworkShape::org_chart);
  EXPECT_GT(panel().place_of(1).centre.y, panel().place_of(0).centre.y) << "managers stand above";
  driver.choose("shape", "Circles");
  EXPECT_EQ(panel().layout().shape, NetworkShape::circles);
}

TEST_F(Network, ChartShowsWhoIsPointedAt) {
  driver.choose("shape", "Organisation chart");
  driver.point_at(panel().place_of(5).centre);
  EXPECT_EQ(view().hovered, 5u);
  EXPECT_TRUE(driver.reads("person-5"));
}

TEST_F(Network, DifferenceIsOfferedOnlyOnceSomethingWasEdited) {
  driver.click("colour");
  driver.draw(2);
  EXPECT_TRUE(driver.shows("colour/Colour: Role"));
  EXPECT_FALSE(driver.shows("colour/Colour: Difference in trust"));
  driver.point("network", 0.02F, 0.02F);
  driver.press();  // shuts the list
  edit();
  driver.choose("colour", "Colour: Difference in trust");
  EXPECT_EQ(view().colouring, Colouring::difference);
}

TEST_F(Network, LegendOfTheDifferenceSaysThatItIsSymmetric) {
  edit();
  driver.choose("colour", "Colour: Difference in trust");
  driver.draw();
  EXPECT_TRUE(driver.reads("-0.50 less"));
  EXPECT_TRUE(driver.reads("+0.50 more"));
  EXPECT_TRUE(driver.shows("legend"));
}

TEST_F(Network, NoDifferenceIsGreyEverywhere) {
  edit();
  view().colouring = Colouring::difference;
  driver.draw(2);
  const ImU32 grey = to_imgui(orange_blue(0.5F));
  EXPECT_EQ(panel().contents().colour(0), grey);
  EXPECT_NE(panel().contents().colour(4), grey);
}

TEST_F(Network, LegendHasEndsAndMiddle) {
  EXPECT_TRUE(driver.reads("0.3 distrusted"));
  EXPECT_TRUE(driver.reads("0.7 trusted"));
  const auto& texts = driver.window.written();
  EXPECT_TRUE(std::any_of(texts.begin(), texts.end(), [](const WrittenText& t) { return t.text == "0.5"; }));
}

TEST_F(Network, AFunctionThatEverybodyLeftHasAName) {
  const auto organisation = session.snapshot.look().organisation;
  const std::string name = spoken(organisation->functions[0]);
  ASSERT_TRUE(driver.reads(name + "  0"));
  auto left = std::make_shared<Look>(session.snapshot.look());
  left->present.assign(organisation->seats(), 1);
  for (Seat seat = 0; seat < organisation->seats(); ++seat) {
    if (organisation->people[seat].function == 0) left->present[seat] = 0;
  }
  session.snapshot.looks = both<Look>(left);
  driver.draw(2);
  EXPECT_TRUE(driver.reads(name));
  EXPECT_FALSE(driver.reads(name + "  0")) << "nobody's trust is no number";
}

TEST_F(Network, LegendNamesRoles) {
  driver.choose("colour", "Colour: Role");
  driver.draw();
  const auto& organisation = panel().contents().organisation();
  EXPECT_TRUE(driver.reads(spoken(organisation.roles[organisation.people[0].role].name)));
}

TEST_F(Network, TiesAreCounted) {
  driver.click("threshold", 0.02F);
  driver.draw();
  EXPECT_TRUE(driver.reads("9 of 9 ties"));
  driver.click("threshold", 0.55F);
  driver.draw();
  EXPECT_TRUE(driver.reads(std::to_string(panel().ties().above) + " of 9 ties"));
}

TEST_F(Network, ThresholdStandsBesideItsSlider) {
  driver.click("threshold", 0.5F);
  driver.draw();
  char text[16];
  std::snprintf(text, sizeof text, "%.2f", static_cast<double>(view().tie_threshold));
  EXPECT_TRUE(driver.reads(std::string("from ") + text));
  const Box slider = driver.box("threshold");
  for (const WrittenText& written : driver.window.written()) {
    const bool is_value = written.text == std::string("from ") + text;
    EXPECT_TRUE(!is_value || written.low.x >= slider.high.x) << written.text;
  }
}

TEST_F(Network, WeakestTiesAreShownInstead) {
  driver.click("ties");
  EXPECT_TRUE(view().weak_ties);
  EXPECT_TRUE(driver.reads("Weakest ties"));
  view().tie_threshold = 0.35F;
  driver.draw(2);
  EXPECT_EQ(panel().ties().above, 3u) << "0.1, 0.2 and 0.3";
  EXPECT_TRUE(driver.reads("to 0.35"));
  driver.click("ties");
  EXPECT_FALSE(view().weak_ties);
}

TEST_F(Network, SearchListsWhoIsFound) {
  driver.click("find");
  driver.type("south");
  EXPECT_TRUE(driver.shows("find/0"));
  EXPECT_TRUE(driver.shows("find/3"));
  EXPECT_FALSE(driver.shows("find/4")) << "the team and its three";
  driver.type(" nobody");
  EXPECT_TRUE(driver.reads("Nobody has these words."));
  EXPECT_FALSE(driver.shows("find/0"));
}

TEST_F(Network, SearchShowsAtMostEight) {
  driver.click("find");
  driver.type("person");
  EXPECT_TRUE(driver.shows("find/7"));
  EXPECT_FALSE(driver.shows("find/8"));
}

TEST_F(Network, EnterTakesTheFirstHitAndFliesThere) {
  driver.click("find");
  driver.type("person-5");
  driver.tap(ImGuiKey_Enter);
  driver.draw(3);
  EXPECT_EQ(view().selected_person, "person-5");
  EXPECT_FALSE(view().fly_to) << "done";
  EXPECT_TRUE(driver.box("network").contains(panel().place_of(5).centre));
  EXPECT_TRUE(view().person_search.empty());
  EXPECT_FALSE(driver.shows("find/0"));
}

TEST_F(Network, ClickOnAHitSelectsIt) {
  driver.click("find");
  driver.type("person-7");
  driver.draw(2);
  driver.click("find/0");
  driver.draw(2);
  EXPECT_EQ(view().selected_person, "person-7");
}

TEST_F(Network, EscapeInTheSearchEmptiesIt) {
  driver.click("find");
  driver.type("south");
  driver.tap(ImGuiKey_Escape);
  driver.draw(2);
  EXPECT_TRUE(view().person_search.empty());
  EXPECT_FALSE(driver.shows("find/0"));
}

TEST_F(Network, ATeamThatWasFoundIsBroughtCloser) {
  const float before = panel().place_of(8).radius;
  driver.click("find");
  driver.type("brand");
  driver.tap(ImGuiKey_Enter);
  driver.draw(3);
  EXPECT_TRUE(view().selected_person.empty());
  EXPECT_GE(panel().place_of(8).radius, before);
  EXPECT_TRUE(driver.box("network").contains(panel().place_of(8).centre));
}

TEST_F(Network, FlyToBringsSomebodyIntoTheMiddle) {
  view().zoom = {30, {4000, 0}};
  driver.draw(2);
  view().fly_to = 2;
  driver.draw(2);
  EXPECT_FALSE(view().fly_to);
  const Box canvas = driver.box("network");
  EXPECT_NEAR(panel().place_of(2).centre.x, (canvas.low.x + canvas.high.x) / 2, 2);
}

TEST_F(Network, FlyToNobodyIsIgnored) {
  view().fly_to = 999;
  driver.draw(2);
  EXPECT_FALSE(view().fly_to);
}

TEST_F(Network, EscapeDeselects) {
  driver.point_at(panel().place_of(7).centre);
  driver.press();
  EXPECT_EQ(view().selected_person, "person-7");
  driver.tap(ImGuiKey_Escape);
  EXPECT_TRUE(view().selected_person.empty());
}

TEST_F(Network, SelectedPersonsTiesCanBePointedAt) {
  view().selected_person = "person-4";
  driver.draw(2);
  EXPECT_TRUE(driver.shows("tie/person-3/person-4"));
  EXPECT_TRUE(driver.shows("tie/person-4/person-5"));
  driver.point_at(tie_place("tie/person-3/person-4"));
  EXPECT_EQ(view().hovered, no_seat);
  EXPECT_TRUE(driver.shows_tip());
}

TEST_F(Network, ClickOnATieAsksWhy) {
  view().selected_person = "person-4";
  driver.draw(2);
  driver.point_at(tie_place("tie/person-3/person-4"));
  driver.press();
  const auto* asked = session.last<Explain>();
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->source, "person-3");
  EXPECT_EQ(asked->target, "person-4");
  EXPECT_EQ(asked->day, 2);
  EXPECT_EQ(asked->arm, Arm::what_if);
  EXPECT_EQ(view().selected_person, "person-4") << "stays";
  driver.draw(2);
  EXPECT_TRUE(driver.shows("why")) << "the person panel answers";
  view().arm = ShownArm::baseline;
  driver.press();
  EXPECT_EQ(session.last<Explain>()->arm, Arm::baseline);
}

TEST_F(Network, ControlClickMarksAndLetsGo) {
  const auto mark = [&](Seat seat) {
    driver.point_at(panel().place_of(seat).centre);
    driver.frame.hold_control(true);
    driver.press();
    driver.frame.hold_control(false);
    driver.draw(2);
  };
  EXPECT_FALSE(driver.shows("marked/clear"));
  mark(2);
  mark(5);
  EXPECT_EQ(view().marked, (std::vector<std::string>{"person-2", "person-5"}));
  EXPECT_TRUE(view().selected_person.empty()) << "marking follows nobody";
  EXPECT_TRUE(driver.reads("2 marked: person-2, person-5"));
  mark(2);
  EXPECT_EQ(view().marked, (std::vector<std::string>{"person-5"}));
  driver.click("marked/clear");
  EXPECT_TRUE(view().marked.empty());
}

TEST_F(Network, WhoIsNotThereIsNotMarked) {
  view().marked = {"person-2", "somebody else"};
  driver.draw(2);
  EXPECT_EQ(view().marked, (std::vector<std::string>{"person-2"}));
}

TEST_F(Network, FilterHasAChipThatClearsIt) {
  EXPECT_FALSE(driver.shows("filter/clear"));
  view().filter = {0, 1, false};
  view().tie_threshold = 0;
  driver.draw(2);
  EXPECT_TRUE(driver.reads("Sales -> Marketing"));
  EXPECT_TRUE(driver.reads("1 of 1 ties")) << "5 -> 6";
  ASSERT_EQ(panel().ties().drawn.size(), 1u);
  EXPECT_EQ(panel().ties().drawn[0].source, 5u);
  driver.click("filter/clear");
  EXPECT_TRUE(view().filter.empty());
  driver.draw(2);
  EXPECT_EQ(panel().ties().above, 9u);
}

TEST_F(Network, FilterOfTeamsHighlightsTheirPeople) {
  view().filter = {1, {}, true};
  driver.draw(2);
  EXPECT_TRUE(driver.reads("South -> everybody"));
  EXPECT_TRUE(panel().contents().in_filter(4));
  EXPECT_FALSE(panel().contents().in_filter(0));
}

TEST_F(Network, ShownArmIsTheOneChosen) {
  edit();
  EXPECT_FLOAT_EQ(panel().contents().value(4), 0.6F);
  view().arm = ShownArm::baseline;
  driver.draw(2);
  EXPECT_FLOAT_EQ(panel().contents().value(4), 0.4F);
  view().arm = ShownArm::compare;
  driver.draw(2);
  EXPECT_FLOAT_EQ(panel().contents().value(4), 0.6F) << "comparing shows the what-if";
}

TEST_F(Network, EmptySeatsCountForNoMean) {
  session.look().present[3] = session.look().present[4] = session.look().present[5] = 0;
  ++session.snapshot.day;
  driver.draw(2);
  EXPECT_FALSE(panel().contents().present(4));
  EXPECT_TRUE(driver.reads("Sales  0.10")) << "those in the north alone: 0.0, 0.1 and 0.2";
  driver.point_at(panel().place_of(4).centre);
  EXPECT_TRUE(driver.shows_tip());
}

TEST_F(Network, FunctionNamesLieOverNobody) {
  for (const WrittenText& text : driver.window.written()) {
    if (!text.text.starts_with("Sales  ") && !text.text.starts_with("Marketing  ")) continue;
    for (Seat seat = 0; seat < 9; ++seat) {
      const Circle disc = panel().place_of(seat);
      const float x = std::clamp(disc.centre.x, text.low.x, text.high.x);
      const float y = std::clamp(disc.centre.y, text.low.y, text.high.y);
      EXPECT_GE(std::hypot(disc.centre.x - x, disc.centre.y - y), disc.radius) << text.text << " over " << seat;
    }
  }
}

TEST_F(Network, IsDrawnAnewOnlyWhenSomethingChanges) {
  driver.draw(3);
  const int before = panel().picture().drawn_anew();
  driver.draw(5);
  driver.point_at(panel().place_of(4).centre);
  driver.point_at(panel().place_of(7).centre);
  EXPECT_EQ(panel().picture().drawn_anew(), before) << "pointing draws over the picture";
  ++session.snapshot.day;
  driver.draw(2);
  EXPECT_EQ(panel().picture().drawn_anew(), before + 1);
  view().dark = true;
  driver.draw(2);
  EXPECT_EQ(panel().picture().drawn_anew(), before + 2);
  view().colouring = Colouring::stress;
  driver.draw(2);
  EXPECT_EQ(panel().picture().drawn_anew(), before + 3);
  driver.click("threshold", 0.9F);
  EXPECT_GT(panel().picture().drawn_anew(), before + 3);
}

TEST_F(Network, ThePictureCannotBeLost) {
  view().zoom = {20, {90'000, -90'000}};
  driver.draw(2);
  const Box canvas = driver.box("network");
  const Box bounds = panel().layout().bounds;
  const View now = look_at(bounds, canvas, 12, view().zoom);
  EXPECT_LE(now.to_screen(bounds.low).x, canvas.high.x);
  EXPECT_GE(now.to_screen(bounds.high).y, canvas.low.y);
}

// --- Many people

class LargeNetwork : public testing::Test {
 protected:
  void SetUp() override {
    Scenario scenario = example_scenario(3, 1);
    scenario.generator->roles = {
        {"rep", 2300}, {"bdr", 500}, {"marketer", 1200}, {"field_marketer", 285}, {"leader", 714}};
    session.engine().load(scenario);
    ASSERT_TRUE(session.latest().ready()) << session.latest().message;
    shown = std::make_unique<Driver>(session, FrameSize{900, 620});
  }
  const NetworkPanel& panel() { return shown->window.network(); }

  void expect_names_apart() {
    const auto& texts = shown->window.written();
    for (std::size_t i = 0; i < texts.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const WrittenText& a = texts[i];
        const WrittenText& b = texts[j];
        if (a.scrolls || b.scrolls) continue;
        const bool apart = a.high.x <= b.low.x + 0.5F || b.high.x <= a.low.x + 0.5F || a.high.y <= b.low.y + 1.5F ||
                           b.high.y <= a.low.y + 1.5F;
        EXPECT_TRUE(apart) << a.text << " lies over " << b.text;
      }
    }
  }

  DirectSession session;
  std::unique_ptr<Driver> shown;
};

TEST_F(LargeNetwork, ComesNearerByTheWheel) {
  std::vector<Detail> seen{panel().picture().detail()};
  EXPECT_NE(seen.back(), Detail::people);
  EXPECT_TRUE(shown->reads("links between"));
  for (int i = 0; i < 40; ++i) {
    const Seat seat = panel().layout().members[3][0];
    shown->frame.move_pointer(panel().place_of(seat).centre.x, panel().place_of(seat).centre.y);
    shown->frame.turn_wheel(1);
    shown->draw();
    if (panel().picture().detail() != seen.back()) seen.push_back(panel().picture().detail());
    expect_names_apart();
  }
  EXPECT_EQ(seen.back(), Detail::people);
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
  EXPECT_TRUE(shown->reads("ties here"));
}

TEST_F(LargeNetwork, ClickOnAGroupComesCloser) {
  const float before = shown->window.view().zoom.factor;
  shown->point("function/sales");
  EXPECT_TRUE(shown->shows_tip());
  shown->press();
  shown->draw(2);
  EXPECT_GT(shown->window.view().zoom.factor, before);
}

TEST_F(LargeNetwork, ChartFoldsSmallBranches) {
  shown->choose("shape", "Organisation chart");
  shown->draw(2);
  EXPECT_LT(panel().picture().people().size(), 5000u);
  EXPECT_GT(panel().picture().people().size(), 10u);
  expect_names_apart();
}

TEST_F(LargeNetwork, SearchFliesToAnybody) {
  const std::string id = panel().contents().organisation().people[4321].id;
  shown->click("find");
  shown->type(id);
  shown->tap(ImGuiKey_Enter);
  shown->draw(3);
  EXPECT_EQ(shown->window.view().selected_person, id);
  EXPECT_TRUE(shown->box("network").contains(panel().place_of(4321).centre));
  EXPECT_GT(panel().place_of(4321).radius, 8);
  EXPECT_EQ(panel().picture().detail(), Detail::people);
}

TEST_F(LargeNetwork, BundlesAddUpToTheTiesBetweenGroups) {
  const NetworkContents& contents = panel().contents();
  std::size_t counted = 0;
  const Look& look = contents.look();
  const auto group = groups_of(contents.organisation(), false);
  for (Seat target = 0; target < look.ties->seats(); ++target) {
    for (Slot slot = look.ties->row_begin(target); slot < look.ties->row_end(target); ++slot) {
      counted += look.tie_trust[slot] != no_tie && group[look.ties->source(slot)] != group[target];
    }
  }
  shown->window.view().tie_threshold = 0;
  shown->draw(2);
  std::size_t bundled = 0;
  for (const Bundle& bundle : contents.bundles(false).drawn) bundled += bundle.count;
  EXPECT_EQ(bundled, counted);
}

}  // namespace
}  // namespace trust::viz
