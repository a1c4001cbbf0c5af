// Lanes as a user works them: dragged, stretched, switched off, strengthened, removed, added.
#include <gtest/gtest.h>

#include <algorithm>

#include "scenarios/intervention_kind.hpp"
#include "tests/viz/driver.hpp"
#include "tests/viz/plots_example.hpp"
#include "viz/panels/lane_menu.hpp"
#include "viz/panels/lane_picker.hpp"
#include "viz/panels/lane_span.hpp"

namespace trust::viz {
namespace {

// --- Arithmetic ------------------------------------------------------------------------------------------------------

TEST(LaneSpans, StayInTheRunAndKeepTheirLength) {
  for (const bool once : {false, true}) {
    for (const bool open : {false, true}) {
      Lane lane = example_lane(0, "a", "b", 20, once ? 20 : open ? 130 : 29);
      lane.once = once;
      lane.open_end = open;
      for (int by = -200; by <= 200; ++by) {
        for (const LaneGrip grip : {LaneGrip::body, LaneGrip::start, LaneGrip::end}) {
          const LaneSpan span = dragged(lane, grip, by, 130);
          EXPECT_GE(span.first, 1);
          EXPECT_LE(span.first, span.last);
          EXPECT_LE(span.last, 130);
          EXPECT_TRUE(grip != LaneGrip::start || span.last == lane.last_day);
          EXPECT_TRUE(grip != LaneGrip::end || span.first == lane.first_day);
          if (grip != LaneGrip::body || once) continue;
          EXPECT_TRUE(span.last == 130 || (!open && span.last - span.first == 9));
        }
      }
      EXPECT_EQ(dragged(lane, LaneGrip::body, 0, 130), span_of(lane));
    }
  }
}

TEST(LaneSpans, TheBaselinesLaneIsFoundAmongSameNames) {
  std::vector<Lane> baseline{example_lane(0, "Audit", "audit", 5, 5), example_lane(1, "Audit", "audit", 50, 50)};
  std::vector<Lane> lanes{example_lane(0, "Audit", "audit", 7, 7), example_lane(1, "Own", "audit", 9, 9),
                          example_lane(2, "Audit", "audit", 60, 60)};
  lanes[0].of_baseline = lanes[2].of_baseline = true;
  EXPECT_EQ(baseline_of(lanes, baseline, lanes[0]), &baseline[0]);
  EXPECT_EQ(baseline_of(lanes, baseline, lanes[1]), nullptr);
  EXPECT_EQ(baseline_of(lanes, baseline, lanes[2]), &baseline[1]);
}

TEST(LaneMenus, BackToTheBaselineSaysOnlyWhatDiffers) {
  const Snapshot snapshot = plots_snapshot();
  const Lane& lane = snapshot.sitting.lanes[2];
  const auto commands = back_to_baseline(lane, snapshot.sitting.baseline_lanes[2]);
  ASSERT_EQ(commands.size(), 3u);
  const auto& change = std::get<ChangeLane>(commands[0]);
  EXPECT_EQ(change.first_day, 80);
  EXPECT_EQ(change.last_day, 120);
  EXPECT_FLOAT_EQ(change.strength.value_or(0), 0.4F);
  EXPECT_FALSE(change.on);
  EXPECT_EQ(std::get<SetLaneOption>(commands[1]).key, "share");
  EXPECT_EQ(std::get<SetLaneOption>(commands[1]).text, "0.25");
  EXPECT_EQ(std::get<SetLaneOption>(commands[2]).key, "hours");
  EXPECT_TRUE(back_to_baseline(lane, lane).empty());
}

// --- In the window ---------------------------------------------------------------------------------------------------

class LanesTest : public testing::Test {
 protected:
  LanesTest() {
    session.snapshot = plots_snapshot();
    driver.window.view().arm = ShownArm::compare;
    driver.window.view().maximised = PanelId::plots;
    driver.draw(3);
    session.commands.clear();
  }

  Snapshot& snapshot() { return session.snapshot; }

  // Pixels a day, where all days are seen.
  float day_width() { return driver.box("lanes").width() / plots_days; }

  // Takes a control in its middle and moves by so many days, one by one.
  void drag_by(const std::string& control, int days, bool let_go = true) {
    const Box box = driver.box(control);
    const Point from{(box.low.x + box.high.x) / 2, (box.low.y + box.high.y) / 2};
    const float width = day_width();
    driver.point_at(from);
    driver.frame.hold_button(ImGuiMouseButton_Left, true);
    driver.draw(2);
    for (int i = 1; i <= std::abs(days); ++i) {
      driver.point_at({from.x + static_cast<float>(days > 0 ? i : -i) * width, from.y});
    }
    if (!let_go) return;
    driver.frame.hold_button(ImGuiMouseButton_Left, false);
    driver.draw(2);
  }

  std::vector<ChangeLane> changes() const {
    std::vector<ChangeLane> found;
    for (const Command& command : session.commands) {
      if (const auto* one = std::get_if<ChangeLane>(&command)) found.push_back(*one);
    }
    return found;
  }

  RecordingSession session;
  Driver driver{session};
};

TEST_F(LanesTest, EachLaneHasItsNameSwitchAndEnds) {
  for (const Lane& lane : example_lanes()) {
    const std::string name = "lane/" + std::to_string(lane.index);
    EXPECT_TRUE(driver.shows(name));
    EXPECT_TRUE(driver.shows(name + "/on"));
    EXPECT_EQ(driver.shows(name + "/start"), !lane.once) << lane.name;
    EXPECT_EQ(driver.shows(name + "/end"), !lane.once);
    EXPECT_TRUE(driver.reads(title_of(lane)));
  }
  EXPECT_TRUE(driver.reads("Team offsite, 60 % (off)"));
}

TEST_F(LanesTest, DraggingTheBodyMovesIt) {
  drag_by("lane/0", 3);
  const auto sent = changes();
  ASSERT_EQ(sent.size(), 3u) << "one for each day passed";
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(sent[i].lane, 0u);
    EXPECT_EQ(sent[i].first_day, 21 + static_cast<int>(i));
    EXPECT_FALSE(sent[i].last_day) << "it keeps its length";
    EXPECT_FALSE(sent[i].strength || sent[i].on);
  }
  EXPECT_EQ(session.commands.size(), 3u) << "and no day is looked at";
}

TEST_F(LanesTest, DraggingAnEndStretchesIt) {
  drag_by("lane/0/end", 4);
  EXPECT_EQ(changes().back().last_day, 94);
  EXPECT_FALSE(changes().back().first_day);
  session.commands.clear();
  drag_by("lane/2/start", -5);
  EXPECT_EQ(changes().back().first_day, 55);
  EXPECT_EQ(changes().back().last_day, 110) << "the other end stays";
}

TEST_F(LanesTest, ItFollowsTheHandBeforeTheEngineAnswers) {
  const Box before = driver.box("lane/0");
  drag_by("lane/0", 6);
  EXPECT_NEAR(driver.box("lane/0").low.x - before.low.x, 6 * day_width(), 1);
  snapshot().commands_done = session.commands.size();
  driver.draw(2);
  EXPECT_NEAR(driver.box("lane/0").low.x, before.low.x, 1) << "the engine would not";
}

TEST_F(LanesTest, AMarkIsMoved) {
  drag_by("lane/1", -2);
  EXPECT_EQ(changes().back().first_day, 38);
  EXPECT_FALSE(changes().back().last_day);
}

TEST_F(LanesTest, HoldingStillSendsNothing) {
  drag_by("lane/0", 0);
  EXPECT_TRUE(session.commands.empty());
}

TEST_F(LanesTest, EscCancelsAMove) {
  drag_by("lane/0", 2, false);
  const auto before = changes();
  driver.tap(ImGuiKey_Escape);
  ASSERT_EQ(changes().size(), before.size() + 1);
  EXPECT_EQ(changes().back().first_day, 20) << "Esc cancels";
  driver.point("lanes", 0.99F);
  driver.draw(2);
  EXPECT_EQ(changes().size(), before.size() + 1) << "and the rest of the drag does nothing";
  driver.frame.hold_button(ImGuiMouseButton_Left, false);
  driver.draw(2);
}

TEST_F(LanesTest, EscCancelsAStretch) {
  drag_by("lane/0/end", 5, false);
  driver.tap(ImGuiKey_Escape);
  EXPECT_EQ(changes().back().last_day, 90);
  driver.frame.hold_button(ImGuiMouseButton_Left, false);
  driver.draw(2);
}

TEST_F(LanesTest, TheBoxSwitchesItOffAndOn) {
  driver.click("lane/0/on");
  ASSERT_EQ(changes().size(), 1u);
  EXPECT_EQ(changes()[0].on, false);
  driver.click("lane/3/on");
  EXPECT_EQ(changes()[1].lane, 3u);
  EXPECT_EQ(changes()[1].on, true);
}

TEST_F(LanesTest, TheWheelStrengthensWhatIsSelected) {
  driver.point("lane/3");
  driver.frame.turn_wheel(1);
  driver.draw();
  EXPECT_TRUE(session.commands.empty()) << "not selected yet";
  driver.press();
  driver.frame.turn_wheel(2);
  driver.draw(2);
  ASSERT_EQ(changes().size(), 1u);
  EXPECT_FLOAT_EQ(changes()[0].strength.value_or(0), 0.7F);
  EXPECT_EQ(driver.window.view().days.last, 0) << "and days stay as they are";
}

TEST_F(LanesTest, ASliderStrengthensWhatIsSelected) {
  EXPECT_FALSE(driver.shows("lane/3/strength"));
  driver.click("lane/3");
  EXPECT_TRUE(driver.shows("lane/3/strength"));
  driver.click("lane/3/strength", 0.9F);
  ASSERT_FALSE(changes().empty());
  EXPECT_GT(changes().back().strength.value_or(0), 0.8F);
  driver.click("lane/4");
  EXPECT_FALSE(driver.shows("lane/4/strength")) << "its kind takes none";
}

TEST_F(LanesTest, DeleteRemovesWhatIsSelected) {
  driver.tap(ImGuiKey_Delete);
  EXPECT_TRUE(session.commands.empty());
  driver.click("lane/2");
  driver.tap(ImGuiKey_Delete);
  ASSERT_EQ(session.commands.size(), 1u);
  EXPECT_EQ(session.last<RemoveLane>()->lane, 2u);
}

TEST_F(LanesTest, DeleteInATextFieldRemovesNothing) {
  driver.window.view().maximised.reset();
  driver.draw(3);
  driver.click("lane/2");
  driver.click("search");
  driver.tap(ImGuiKey_Delete);
  EXPECT_EQ(session.last<RemoveLane>(), nullptr);
}

TEST_F(LanesTest, TheMenuRemovesAndSwitches) {
  driver.right_click("lane/2");
  driver.draw(2);
  driver.click("lane-menu/on");
  EXPECT_EQ(changes().back().on, false);
  driver.right_click("lane/2");
  driver.draw(2);
  driver.click("lane-menu/remove");
  EXPECT_EQ(session.last<RemoveLane>()->lane, 2u);
}

TEST_F(LanesTest, TheMenuPutsBackWhatTheBaselineHas) {
  driver.right_click("lane/2");
  driver.draw(2);
  driver.click("lane-menu/back");
  EXPECT_EQ(changes().back().first_day, 80);
  EXPECT_EQ(session.last<SetLaneOption>()->key, "hours");
  session.commands.clear();
  driver.right_click("lane/3");
  driver.draw(2);
  driver.click("lane-menu/back");
  EXPECT_TRUE(session.commands.empty()) << "the baseline has nothing of the kind";
}

TEST_F(LanesTest, TheMenuTakesTypedOptions) {
  driver.right_click("lane/2");
  driver.draw(2);
  driver.click("lane-menu/option/share");
  driver.type("0.75");
  driver.tap(ImGuiKey_Enter);
  driver.draw(2);
  ASSERT_TRUE(session.last<SetLaneOption>());
  EXPECT_EQ(session.last<SetLaneOption>()->lane, 2u);
  EXPECT_EQ(session.last<SetLaneOption>()->key, "share");
  EXPECT_EQ(session.last<SetLaneOption>()->text, "0.75");
  EXPECT_EQ(session.commands.size(), 1u);
}

TEST_F(LanesTest, TheMenuOffersWhatItsKindTakes) {
  const auto kind = std::find_if(intervention_kinds().begin(), intervention_kinds().end(),
                                 [](const InterventionKind& one) { return !one.options.empty(); });
  snapshot().sitting.lanes[0].kind = kind->name;
  driver.right_click("lane/0");
  driver.draw(2);
  for (const KindOption& option : kind->options) {
    EXPECT_TRUE(driver.shows("lane-menu/option/" + std::string(option.name)));
  }
}

TEST_F(LanesTest, TheBaselinesLanesAreShownAndStay) {
  driver.window.view().arm = ShownArm::baseline;
  driver.draw(2);
  EXPECT_FALSE(driver.shows("lane/0/on"));
  EXPECT_FALSE(driver.shows("lane/3"));
  drag_by("lane/0", 5);
  driver.right_click("lane/0");
  driver.tap(ImGuiKey_Delete);
  EXPECT_TRUE(session.commands.empty());
  EXPECT_FALSE(driver.shows("lane-menu/remove"));
}

TEST_F(LanesTest, ManyScroll) {
  driver.window.view().maximised.reset();
  snapshot().sitting.lanes.clear();
  for (std::size_t i = 0; i < 40; ++i) {
    snapshot().sitting.lanes.push_back(example_lane(i, "Lane " + std::to_string(i), "audit", 10, 30));
  }
  driver.draw(3);
  EXPECT_LT(driver.box("plot/0").low.y, driver.box("lanes").low.y);
  const float before = driver.box("lane/0").low.y;
  driver.point("plots/days");
  driver.point_at({driver.box("lanes").low.x + 600, driver.box("lane/1").low.y + 3});
  for (int i = 0; i < 3; ++i) {
    driver.frame.turn_wheel(-1);
    driver.draw(2);
  }
  EXPECT_LT(driver.box("lane/0").low.y, before - 20);
}

TEST_F(LanesTest, PointingTellsWhatItIs) {
  driver.point("lane/0");
  EXPECT_TRUE(driver.shows_tip());
  driver.point("lane/1/on");
  EXPECT_TRUE(driver.shows_tip());
}

// --- Adding ----------------------------------------------------------------------------------------------------------

TEST_F(LanesTest, EveryKindIsListedAndAddedFromTomorrowOn) {
  for (const InterventionKind& kind : intervention_kinds()) {
    session.commands.clear();
    driver.click("lanes/add");
    driver.draw(2);
    driver.type(spoken(kind.name));
    const std::string entry = "lanes/add/" + std::string(kind.name);
    ASSERT_TRUE(driver.shows(entry)) << kind.name;
    driver.click(entry);
    driver.draw(2);
    std::string words = std::string(kind.name) + ":from=66";
    if (kind.who == UsualWho::must_be_named) {
      EXPECT_TRUE(session.commands.empty()) << kind.name;
      driver.click("lanes/add/who/team:North");
      words += ",who=team:North";
    }
    ASSERT_EQ(session.commands.size(), 1u) << kind.name;
    EXPECT_EQ(session.last<AddIntervention>()->words, words);
    driver.draw(2);
    EXPECT_FALSE(driver.shows("lanes/add/search")) << "the list has gone";
  }
}

TEST_F(LanesTest, TheListIsSearchedByWords) {
  driver.click("lanes/add");
  driver.draw(2);
  driver.type("no such words");
  EXPECT_TRUE(driver.reads("Nothing has these words."));
  driver.tap(ImGuiKey_Escape);
  driver.draw(2);
  EXPECT_FALSE(driver.shows("lanes/add/search"));
  EXPECT_TRUE(session.commands.empty());
}

TEST_F(LanesTest, WhereNoDaysAreLeftItIsAddedFromTheFirst) {
  for (int day = 0; day <= 130; ++day) {
    snapshot().day = day;
    const int first = first_day(snapshot());
    EXPECT_EQ(first, day < 124 ? day + 1 : 1);
  }
  snapshot().day = snapshot().days;
  driver.draw(2);
  driver.click("lanes/add");
  driver.draw(2);
  driver.type("poster");
  driver.click("lanes/add/poster");
  EXPECT_EQ(session.last<AddIntervention>()->words, "poster:from=1");
}

TEST_F(LanesTest, EnterTakesTheFirstAndNamesComeBeforeSentences) {
  snapshot().day = 20;
  driver.draw(2);
  driver.click("lanes/add");
  driver.draw(2);
  driver.type("one");
  driver.tap(ImGuiKey_Enter);
  driver.draw(2);
  ASSERT_TRUE(session.last<AddIntervention>());
  EXPECT_EQ(session.last<AddIntervention>()->words, "one_to_ones:from=21") << "others speak of one, too";
  EXPECT_FALSE(driver.shows("lanes/add/search"));
}

TEST_F(LanesTest, ThoseWhoAreMarkedStandFirst) {
  snapshot().day = 20;
  driver.window.view().marked = {"person-2", "person-4"};
  driver.draw(2);
  driver.click("lanes/add");
  driver.draw(2);
  driver.type("key people");
  driver.tap(ImGuiKey_Enter);
  driver.draw(3);
  EXPECT_TRUE(driver.reads("The 2 who are marked"));
  driver.click("lanes/add/who/marked");
  ASSERT_TRUE(session.last<AddIntervention>());
  EXPECT_EQ(session.last<AddIntervention>()->words, "key_people_leave:from=21");
  EXPECT_EQ(session.last<AddIntervention>()->people, (std::vector<std::string>{"person-2", "person-4"}));
}

TEST_F(LanesTest, APersonIsFoundByNameToBeWhomItIsAbout) {
  snapshot().day = 20;
  driver.draw(2);
  driver.click("lanes/add");
  driver.draw(2);
  driver.type("key people");
  driver.tap(ImGuiKey_Enter);
  driver.draw(3);
  const std::string& id = snapshot().look().organisation->people[3].id;
  driver.type(id);
  driver.draw(2);
  driver.click("lanes/add/who/person:" + id);
  ASSERT_TRUE(session.last<AddIntervention>());
  EXPECT_EQ(session.last<AddIntervention>()->words, "key_people_leave:from=21,who=person:" + id);
}

TEST_F(LanesTest, EveryHoldIsAGestureOfItsOwn) {
  drag_by("lane/0", 3);
  const auto first = session.last<ChangeLane>()->gesture;
  drag_by("lane/0", 2);
  EXPECT_NE(session.last<ChangeLane>()->gesture, first);
}

TEST(LanePickers, NameRolesFunctionsAndTeams) {
  const Snapshot snapshot = plots_snapshot();
  const auto choices = people_to_name(*snapshot.look().organisation);
  const auto has = [&](const std::string& key) {
    return std::any_of(choices.begin(), choices.end(), [&](const Choice& one) { return one.key == key; });
  };
  EXPECT_TRUE(has("everyone"));
  EXPECT_TRUE(has("role:rep"));
  EXPECT_TRUE(has("function:sales"));
  EXPECT_TRUE(has("team:Brand"));
}

}  // namespace
}  // namespace trust::viz
