// The controls that all panels share, each alone in a window.
#include "viz/panels/controls.hpp"

#include <gtest/gtest.h>
#include <imgui.h>

#include <functional>

#include "viz/platform/null_frame.hpp"

namespace trust::viz {
namespace {

class ControlsTest : public testing::Test {
 protected:
  void draw(int frames = 1) {
    for (int i = 0; i < frames; ++i) {
      frame.begin();
      apply(theme);
      controls.begin_frame(theme);
      ImGui::SetNextWindowPos({0, 0});
      ImGui::SetNextWindowSize({400, 300});
      ImGui::Begin("window");
      content();
      ImGui::End();
      frame.end();
    }
  }

  void click(const std::string& name, ImGuiMouseButton button = ImGuiMouseButton_Left) {
    const auto box = controls.find(name);
    ASSERT_TRUE(box) << name;
    frame.move_pointer((box->low.x + box->high.x) / 2, (box->low.y + box->high.y) / 2);
    draw(2);
    frame.hold_button(button, true);
    draw();
    frame.hold_button(button, false);
    draw(2);
  }

  bool reads(const std::string& text) {
    for (const WrittenText& one : controls.pen().written()) {
      if (one.text == text) return true;
    }
    return false;
  }

  NullFrame frame{{400, 300}};
  Theme theme = make_theme(false, 1);
  Controls controls;
  std::function<void()> content = [] {};
};

TEST_F(ControlsTest, AButtonIsPressedOnceAndNotWhileDisabled) {
  int presses = 0;
  bool enabled = true;
  content = [&] { presses += controls.button("b", Icon::save, "Save", "tip", enabled) ? 1 : 0; };
  draw(2);
  click("b");
  EXPECT_EQ(presses, 1);
  enabled = false;
  click("b");
  EXPECT_EQ(presses, 1);
  EXPECT_TRUE(reads("Save"));
}

TEST_F(ControlsTest, EveryIconIsDrawn) {
  content = [&] {
    for (int i = 1; i < static_cast<int>(Icon::count); ++i) {
      const int before = ImGui::GetWindowDrawList()->VtxBuffer.Size;
      draw_icon(ImGui::GetWindowDrawList(), static_cast<Icon>(i), {50, 50}, 6, theme.text);
      const auto& drawn = ImGui::GetWindowDrawList()->VtxBuffer;
      EXPECT_GT(drawn.Size, before) << i;
      for (int v = before; v < drawn.Size; ++v) {
        EXPECT_LT(std::abs(drawn[v].pos.x - 50), 10) << i << " leaves its place";
        EXPECT_LT(std::abs(drawn[v].pos.y - 50), 10) << i << " leaves its place";
      }
    }
  };
  draw();
}

TEST_F(ControlsTest, TickTurnsOnAndOff) {
  bool on = false;
  int changes = 0;
  content = [&] { changes += controls.tick("t", "Changed only", "", on) ? 1 : 0; };
  draw(2);
  click("t");
  EXPECT_TRUE(on);
  click("t");
  EXPECT_FALSE(on);
  EXPECT_EQ(changes, 2);
}

TEST_F(ControlsTest, ToggleLeavesTheStateToItsCaller) {
  int presses = 0;
  content = [&] { presses += controls.toggle("t", Icon::none, "Compare", "", true) ? 1 : 0; };
  draw(2);
  click("t");
  EXPECT_EQ(presses, 1);
}

TEST_F(ControlsTest, OneOfASegmentedSwitchIsChosen) {
  const std::vector<Choice> choices{{"a", "First", ""}, {"b", "Second", ""}};
  int chosen = 0;
  int changes = 0;
  content = [&] { changes += controls.segmented("s", choices, chosen) ? 1 : 0; };
  draw(2);
  click("s/b");
  EXPECT_EQ(chosen, 1);
  click("s/b");
  EXPECT_EQ(changes, 1);
  float wanted = 0;
  content = [&] {
    controls.segmented("s", choices, chosen);
    wanted = Controls::segmented_width(choices);
  };
  draw();
  EXPECT_NEAR(controls.find("s/b")->high.x - controls.find("s/a")->low.x, wanted, 1);
}

TEST_F(ControlsTest, TabsFillTheirWidthAndShortenWhatDoesNotFit) {
  const std::vector<Choice> choices{{"a", "Person", ""}, {"b", "A tab with a long name", ""}};
  int chosen = 0;
  float width = 300;
  content = [&] { controls.tabs("tab", width, choices, chosen); };
  draw(2);
  EXPECT_NEAR(controls.find("tab/b")->high.x - controls.find("tab/a")->low.x, 300, 1);
  EXPECT_TRUE(reads("A tab with a long name"));
  click("tab/b");
  EXPECT_EQ(chosen, 1);
  width = 90;
  draw(2);
  EXPECT_NEAR(controls.find("tab/b")->high.x - controls.find("tab/a")->low.x, 90, 1);
  EXPECT_FALSE(reads("A tab with a long name"));
}

TEST_F(ControlsTest, TypedGivesItsTextOnceItIsConfirmed) {
  std::vector<std::string> given;
  content = [&] {
    if (const auto text = controls.typed("t", 100, "17")) given.push_back(*text);
    controls.button("other", Icon::none, "Other", "");
  };
  draw(2);
  EXPECT_TRUE(reads("17"));
  click("t");
  frame.type("4");
  draw(2);
  EXPECT_TRUE(given.empty());
  frame.hold_key(ImGuiKey_Enter, true);
  draw();
  frame.hold_key(ImGuiKey_Enter, false);
  draw(2);
  EXPECT_EQ(given, std::vector<std::string>{"4"});
  click("t");
  frame.type("5");
  draw(2);
  click("other");
  EXPECT_EQ(given, (std::vector<std::string>{"4", "5"}));
  click("t");
  frame.type("6");
  draw(2);
  frame.hold_key(ImGuiKey_Escape, true);
  draw();
  frame.hold_key(ImGuiKey_Escape, false);
  draw(2);
  EXPECT_EQ(given.size(), 2u) << "Esc takes back what was typed";
}

TEST_F(ControlsTest, PopupOpensTakesALineAndCloses) {
  int taken = 0;
  content = [&] {
    if (controls.button("open", Icon::none, "Open", "")) controls.open_popup("menu");
    if (!controls.begin_popup("menu", 200)) return;
    if (controls.menu_item("line", Icon::save, "A line", "Ctrl+S")) ++taken;
    if (controls.menu_item("off", Icon::none, "Not now", "", false)) taken += 100;
    controls.end_popup();
  };
  draw(2);
  EXPECT_FALSE(controls.find("popup/menu"));
  click("open");
  EXPECT_TRUE(controls.find("popup/menu"));
  EXPECT_TRUE(reads("Ctrl+S"));
  click("off");
  click("line");
  EXPECT_EQ(taken, 1);
  EXPECT_FALSE(controls.find("popup/menu"));
}

TEST_F(ControlsTest, WhatIsWrittenInAPopupLiesOnALayerOfItsOwn) {
  content = [&] {
    controls.text("below");
    if (ImGui::IsWindowAppearing()) controls.open_popup("menu");
    if (!controls.begin_popup("menu", 200)) return;
    controls.text("above");
    controls.end_popup();
  };
  draw(3);
  for (const WrittenText& text : controls.pen().written()) EXPECT_EQ(text.layer, text.text == "above" ? 1 : 0);
}

TEST_F(ControlsTest, FoldingShowsItsNameWhole) {
  bool open = false;
  content = [&] { open = controls.folding("f", "Most used", true); };
  draw(2);
  EXPECT_TRUE(open);
  EXPECT_TRUE(reads("Most used"));
  click("f");
  EXPECT_FALSE(open);
}

}  // namespace
}  // namespace trust::viz
