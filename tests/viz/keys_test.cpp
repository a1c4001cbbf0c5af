// The table of keys: every key does something, and the help page lists it.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/viz/driver.hpp"
#include "tests/viz/example.hpp"
#include "viz/panels/actions.hpp"

namespace trust::viz {
namespace {

class Keys : public testing::Test {
 protected:
  // A day in the middle, so that everything can be done.
  void SetUp() override {
    session.snapshot.day = 10;
    session.snapshot.sitting.undo = "One";
    session.snapshot.sitting.redo = "Two";
    driver.draw();
  }

  void strike(const KeyRow& row) {
    if (row.letter != 0) return driver.type(std::string(1, row.letter));
    driver.tap_with(row.key < 0 ? ImGui::GetKeyIndex(-1 - row.key) : row.key, row.control, row.shift);
  }

  // All that a key can change, as a text.
  std::string everything() {
    const ViewState& view = driver.window.view();
    std::string all = std::to_string(session.commands.size());
    for (const int part :
         {static_cast<int>(view.arm), static_cast<int>(view.dialog), static_cast<int>(view.dark),
          static_cast<int>(view.tour), static_cast<int>(view.help), static_cast<int>(view.levers_folded),
          static_cast<int>(view.side_folded), static_cast<int>(view.maximised.has_value())}) {
      all += "," + std::to_string(part);
    }
    return all;
  }

  template <typename What>
  const What& sent() {
    const What* last = session.last<What>();
    EXPECT_TRUE(last);
    static const What none{};
    return last ? *last : none;
  }

  RecordingSession session;
  Driver driver{session};
};

TEST_F(Keys, EveryOneDoesSomething) {
  for (const KeyRow& row : key_rows()) {
    driver.window.view().arm = row.action == Action::what_if ? ShownArm::compare : ShownArm::what_if;
    driver.window.view().dialog = DialogId::none;
    driver.window.view().help = false;
    driver.window.view().maximised = PanelId::network;
    driver.draw(3);
    const std::string before = everything();
    strike(row);
    EXPECT_NE(everything(), before) << row.text << " does nothing";
  }
}

TEST_F(Keys, TheHelpPageListsEveryOneWithItsSentence) {
  driver.tap_with(290, false);
  driver.draw(3);
  for (const KeyRow& row : key_rows()) {
    EXPECT_TRUE(driver.reads(std::string(row.text))) << row.text;
    EXPECT_TRUE(driver.reads(std::string(row.sentence))) << row.sentence;
  }
  for (const GestureRow& row : gesture_rows()) EXPECT_TRUE(driver.reads(std::string(row.gesture))) << row.gesture;
}

TEST_F(Keys, NoTwoRowsHaveTheSameKey) {
  std::set<std::string> seen;
  for (const KeyRow& row : key_rows()) EXPECT_TRUE(seen.insert(std::string(row.text)).second) << row.text;
}

TEST_F(Keys, EveryActionButTheTourHasAKey) {
  for (int i = 0; i < static_cast<int>(Action::count); ++i) {
    const auto action = static_cast<Action>(i);
    EXPECT_EQ(key_names(action).empty(), action == Action::tour) << i;
  }
}

TEST_F(Keys, NoneActsWhileTextIsTyped) {
  driver.click("search");
  const std::string before = everything();
  for (const KeyRow& row : key_rows()) {
    if (row.action == Action::close) continue;  // it leaves the field
    strike(row);
    EXPECT_EQ(everything(), before) << row.text;
  }
}

TEST_F(Keys, NoneActsBehindADialogOrAMenu) {
  driver.window.view().dialog = DialogId::save;
  driver.draw(3);
  driver.tap(ImGuiKey_Space);
  driver.tap(ImGuiKey_RightArrow);
  EXPECT_TRUE(session.commands.empty());
  driver.window.view().dialog = DialogId::none;
  driver.draw(3);
  driver.click("more");
  driver.tap(ImGuiKey_Space);
  EXPECT_TRUE(session.commands.empty());
}

TEST_F(Keys, SpaceRunsAndPauses) {
  driver.tap(ImGuiKey_Space);
  EXPECT_TRUE(session.last<StartRun>());
  session.snapshot.running = true;
  driver.tap(ImGuiKey_Space);
  EXPECT_TRUE(session.last<Pause>());
  EXPECT_EQ(session.commands.size(), 2u);
}

TEST_F(Keys, ArrowsStepADay) {
  driver.tap(ImGuiKey_RightArrow);
  EXPECT_EQ(sent<Step>().days, 1);
  driver.tap(ImGuiKey_LeftArrow);
  EXPECT_EQ(sent<Step>().days, -1);
  EXPECT_EQ(session.commands.size(), 2u);
}

TEST_F(Keys, PagesMoveAWeek) {
  driver.tap(ImGuiKey_PageDown);
  ASSERT_TRUE(session.last<SeekDay>());
  EXPECT_EQ(session.last<SeekDay>()->day, 15);
  driver.tap(ImGuiKey_PageUp);
  EXPECT_EQ(session.last<SeekDay>()->day, 5);
  session.snapshot.day = 18;
  driver.tap(ImGuiKey_PageDown);
  EXPECT_EQ(session.last<SeekDay>()->day, 20) << "no further than the last day";
  session.snapshot.day = 3;
  driver.tap(ImGuiKey_PageUp);
  EXPECT_EQ(session.last<SeekDay>()->day, 0);
}

TEST_F(Keys, HomeAndEnd) {
  driver.tap(ImGuiKey_Home);
  EXPECT_TRUE(session.last<Reset>());
  driver.tap(ImGuiKey_End);
  ASSERT_TRUE(session.last<SeekDay>());
  EXPECT_EQ(session.last<SeekDay>()->day, 20);
}

TEST_F(Keys, PlusAndMinusChangeTheSpeedUpToItsEnds) {
  driver.type("+");
  EXPECT_EQ(sent<SetSpeed>().speed, default_speed + 1);
  driver.type("=");
  EXPECT_EQ(sent<SetSpeed>().speed, default_speed + 1);
  driver.type("-");
  EXPECT_EQ(sent<SetSpeed>().speed, default_speed - 1);
  session.commands.clear();
  session.snapshot.speed = 0;
  driver.type("-");
  session.snapshot.speed = static_cast<int>(speeds().size()) - 1;
  driver.type("+");
  EXPECT_TRUE(session.commands.empty());
}

TEST_F(Keys, NumbersChooseTheArm) {
  driver.type("1");
  EXPECT_EQ(driver.window.view().arm, ShownArm::baseline);
  driver.type("3");
  EXPECT_EQ(driver.window.view().arm, ShownArm::compare);
  const auto refinements = [this] {
    return std::count_if(session.commands.begin(), session.commands.end(), [](const Command& command) {
      const auto* refine = std::get_if<Refine>(&command);
      return refine && refine->on;
    });
  };
  EXPECT_EQ(refinements(), 1);
  driver.type("2");
  EXPECT_EQ(driver.window.view().arm, ShownArm::what_if);
  EXPECT_EQ(refinements(), 1);
}

TEST_F(Keys, UndoAndRedo) {
  driver.tap_with('Z', true);
  EXPECT_TRUE(session.last<Undo>());
  driver.tap_with('Y', true);
  EXPECT_TRUE(session.last<Redo>());
  driver.tap_with('Z', true);
  driver.tap_with('Z', true, true);
  EXPECT_TRUE(session.last<Redo>());
  EXPECT_EQ(session.commands.size(), 4u);
}

TEST_F(Keys, ControlKeysOpenDialogsAndEscClosesThem) {
  const std::pair<int, DialogId> all[] = {{'S', DialogId::save}, {'E', DialogId::exporting}, {'O', DialogId::open}};
  for (const auto& [key, dialog] : all) {
    driver.tap_with(key, true);
    EXPECT_EQ(driver.window.view().dialog, dialog);
    driver.draw(3);
    driver.tap(ImGuiKey_Escape);
    EXPECT_EQ(driver.window.view().dialog, DialogId::none);
    driver.draw(3);
  }
}

TEST_F(Keys, ModifiersCount) {
  const std::string before = everything();
  driver.tap_with(ImGuiKey_Space, true);
  driver.tap_with(ImGuiKey_RightArrow, false, true);
  driver.tap_with('S', false);
  driver.tap_with('Z', false);
  EXPECT_EQ(everything(), before);
}

TEST_F(Keys, F1OpensAndClosesTheHelp) {
  driver.tap_with(290, false);
  EXPECT_TRUE(driver.window.view().help);
  driver.draw(3);
  driver.tap_with(290, false);
  EXPECT_FALSE(driver.window.view().help);
  driver.draw(3);
  driver.tap_with(290, false);
  driver.draw(3);
  driver.click("help/close");
  EXPECT_FALSE(driver.window.view().help);
}

TEST_F(Keys, NothingHappensWithoutAScenario) {
  session.snapshot = Snapshot{};
  driver.draw();
  for (const KeyRow& row : key_rows()) {
    if (row.action == Action::compare) continue;  // the switch is a view's, and asks for replicates when there are some
    strike(row);
    driver.window.view().dialog = DialogId::none;
    driver.window.view().help = false;
    driver.draw(2);
  }
  EXPECT_TRUE(session.commands.empty());
}

}  // namespace
}  // namespace trust::viz
