// What is typed and clicked reaches ImGui's fields and buttons in its order, however slow the frames are.
#include "viz/platform/ui_input.hpp"

#include <gtest/gtest.h>
#include <imgui.h>
#include <imgui_stdlib.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>

#include "viz/platform/null_frame.hpp"

namespace trust::viz {
namespace {

constexpr int key_shift = 340;
constexpr int key_control = 341;

// A field, another, a button that keeps what stands in the first, and a box that opens with a field in it.
class Page {
 public:
  explicit Page(float seconds_a_frame) : seconds_(seconds_a_frame) {}

  void frame() {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {400, 300};
    io.DeltaTime = seconds_;
    input.hand_on();
    time += io.DeltaTime;
    ImGui::NewFrame();
    draw();
    ImGui::Render();
    ++frames;
  }

  // Frames until nothing waits, and one more.
  void catch_up() {
    for (int i = 0; i < 10'000 && input.waiting(); ++i) frame();
    frame();
  }

  UiInput input;
  std::string first = "as at first";
  std::string second;
  std::string sought;
  std::string kept = "nothing";
  std::string letters;  // that no field took, as shortcuts have them
  int most_letters_at_once = 0;
  int clicks = 0;
  int double_clicks = 0;
  int frames = 0;
  float time = 0;
  ImVec2 at_first, at_second, at_button, at_opener;

 private:
  static ImVec2 middle() {
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 high = ImGui::GetItemRectMax();
    return {(low.x + high.x) / 2, (low.y + high.y) / 2};
  }

  void draw() {
    if (!ImGui::GetIO().WantTextInput && !ImGui::IsPopupOpen("opened")) {
      for (const ImWchar letter : ImGui::GetIO().InputQueueCharacters) letters += static_cast<char>(letter);
      most_letters_at_once = std::max(most_letters_at_once, ImGui::GetIO().InputQueueCharacters.Size);
    }
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({400, 300});
    ImGui::Begin("page", nullptr, ImGuiWindowFlags_NoDecoration);
    ImGui::InputText("##first", &first, ImGuiInputTextFlags_AutoSelectAll);
    at_first = middle();
    ImGui::InputText("##second", &second);
    at_second = middle();
    if (ImGui::Button("Keep", {80, 20})) {
      kept = first;
      ++clicks;
    }
    at_button = middle();
    if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(0)) ++double_clicks;
    if (ImGui::Button("Open", {80, 20})) ImGui::OpenPopup("opened");
    at_opener = middle();
    if (ImGui::BeginPopup("opened")) {
      if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
      ImGui::InputText("##sought", &sought);
      ImGui::EndPopup();
    }
    ImGui::End();
  }

  float seconds_;
};

// The user: everything at once, or with time in between.
class Hand {
 public:
  Hand(Page& page, bool pauses) : page_(&page), pauses_(pauses) {}

  // Never twice at one place, so that two clicks are not a double click.
  void click_elsewhere(ImVec2 place) {
    place.x += 10.0F * static_cast<float>(clicks_++ % 3);
    click(place);
  }
  void click(ImVec2 place) {
    give(Input::pointer(place.x, place.y));
    give(Input::button(0, true));
    give(Input::button(0, false));
    if (pauses_) page_->frame();
  }
  void tap(ImGuiKey key) {
    give(Input::key(key, KeyRole::command, true));
    give(Input::key(key, KeyRole::command, false));
  }
  void tap_with_control(ImGuiKey key) {
    give(Input::key(key_control, KeyRole::control, true));
    give(Input::key(key, KeyRole::text, true));
    give(Input::key(key, KeyRole::text, false));
    give(Input::key(key_control, KeyRole::control, false));
  }
  void type(const std::string& text) {
    for (const char letter : text) {
      // Numbers of letters would be those of ImGui's named keys in a frame without a window.
      give(Input::key(200 + letter % 50, KeyRole::text, true));
      give(Input::character(static_cast<unsigned char>(letter)));
      give(Input::key(200 + letter % 50, KeyRole::text, false));
    }
  }

 private:
  void give(const Input& input) {
    page_->input.add(input);
    if (!pauses_) return;
    page_->catch_up();
    page_->frame();
  }

  Page* page_;
  int clicks_ = 0;
  bool pauses_;
};

class SlowFrames : public testing::Test {
 protected:
  SlowFrames() : page(0.4F), hand(page, false) { page.frame(), page.frame(); }

  NullFrame frame{{400, 300}};
  Page page;
  Hand hand;
};

TEST_F(SlowFrames, ASelectionComesBeforeTheTextThatReplacesIt) {
  hand.click(page.at_second);
  hand.type("wrong");
  hand.tap_with_control(ImGuiKey_A);
  hand.type("right");
  hand.tap(ImGuiKey_Enter);
  page.catch_up();
  EXPECT_EQ(page.second, "right");
}

TEST_F(SlowFrames, AClickIntoAFieldTypingAndAClickOnAButton) {
  hand.click(page.at_first);
  hand.tap_with_control(ImGuiKey_A);
  hand.type("/a/folder/with a long name/file.toml");
  hand.click(page.at_button);
  page.catch_up();
  EXPECT_EQ(page.kept, "/a/folder/with a long name/file.toml");
  EXPECT_EQ(page.clicks, 1);
  EXPECT_EQ(page.letters, "");
}

TEST_F(SlowFrames, TextGoesToTheFieldThatWasClickedBefore) {
  hand.click(page.at_second);
  hand.type("two");
  hand.click(page.at_first);
  hand.type("one");
  page.catch_up();
  EXPECT_EQ(page.first, "one");
  EXPECT_EQ(page.second, "two");
}

TEST_F(SlowFrames, OneTapOfAKeyIsOneHoweverLongTheFrame) {
  hand.click(page.at_second);
  hand.type("abcdef");
  page.catch_up();
  hand.tap(ImGuiKey_Backspace);
  hand.tap(ImGuiKey_Backspace);
  hand.tap(ImGuiKey_LeftArrow);
  hand.tap(ImGuiKey_Backspace);
  hand.type("x");
  page.catch_up();
  EXPECT_EQ(page.second, "abxd");
}

TEST_F(SlowFrames, AKeyThatIsHeldWhileOthersGoOnDoesNotRepeat) {
  hand.click(page.at_second);
  hand.type("abcdef");
  page.catch_up();
  page.input.add(Input::key(ImGuiKey_Backspace, KeyRole::command, true));
  hand.tap(ImGuiKey_LeftArrow);
  hand.tap(ImGuiKey_LeftArrow);
  page.input.add(Input::key(ImGuiKey_Backspace, KeyRole::command, false));
  page.catch_up();
  EXPECT_EQ(page.second, "abcde");
}

TEST_F(SlowFrames, AKeyThatIsReallyHeldRepeats) {
  hand.click(page.at_second);
  hand.type("abcdef");
  page.catch_up();
  page.input.add(Input::key(ImGuiKey_Backspace, KeyRole::command, true));
  for (int i = 0; i < 4; ++i) page.frame();
  EXPECT_LT(page.second.size(), 5u);
}

TEST_F(SlowFrames, ALetterAfterEnterIsAShortcutAgain) {
  hand.click(page.at_second);
  hand.type("text");
  hand.tap(ImGuiKey_Enter);
  hand.type("31");
  page.catch_up();
  EXPECT_EQ(page.second, "text");
  EXPECT_EQ(page.letters, "31");
  EXPECT_EQ(page.most_letters_at_once, 1) << "they are looked for by kind, not in their order";
}

TEST_F(SlowFrames, WhatIsTypedAfterAClickThatOpensAFieldIsAllInTheField) {
  hand.click(page.at_opener);
  hand.type("layoff");
  page.catch_up();
  EXPECT_EQ(page.sought, "layoff");
  EXPECT_EQ(page.letters, "");
}

TEST_F(SlowFrames, TwoQuickClicksAreADoubleClick) {
  hand.click(page.at_button);
  hand.click(page.at_button);
  page.catch_up();
  EXPECT_EQ(page.clicks, 2);
  EXPECT_EQ(page.double_clicks, 1);
}

TEST_F(SlowFrames, AWheelTurnsWhereThePointerWas) {
  page.input.add(Input::pointer(10, 20));
  page.input.add(Input::wheel(0, 1));
  page.input.add(Input::pointer(200, 200));
  page.frame();
  EXPECT_EQ(ImGui::GetIO().MousePos.x, 10);
  page.frame();
  EXPECT_EQ(ImGui::GetIO().MousePos.x, 200);
}

TEST_F(SlowFrames, LongTextIsNotSlow) {
  hand.click(page.at_second);
  page.catch_up();
  const int before = page.frames;
  hand.type(std::string(200, 'x') + " " + std::string(200, 'y'));
  page.catch_up();
  EXPECT_EQ(page.second.size(), 401u);
  EXPECT_LE(page.frames - before, 2);
}

TEST_F(SlowFrames, CatchingUpTakesLittleOfImGuisTime) {
  hand.click(page.at_button);
  hand.click(page.at_button);
  const float before = page.time;
  page.catch_up();
  EXPECT_LT(page.time - before, 0.4F + 0.1F + 0.4F) << "the slow frame, the four that catch up, and the last one";
}

// Anything that hands do comes to the same at once as with pauses.
void work(Hand& hand, const Page& page, const std::vector<int>& moves) {
  for (const int move : moves) {
    if (move == 0) hand.click_elsewhere(page.at_first);
    if (move == 1) hand.click_elsewhere(page.at_second);
    if (move == 2) hand.click_elsewhere(page.at_button);
    if (move == 3) hand.tap_with_control(ImGuiKey_A);
    if (move == 4) hand.tap(ImGuiKey_Backspace);
    if (move == 5) hand.tap(ImGuiKey_LeftArrow);
    if (move == 6) hand.tap(ImGuiKey_Enter);
    if (move == 7) hand.tap(ImGuiKey_Home);
    if (move == 8) hand.tap_with_control(ImGuiKey_Z);
    if (move == 9) hand.tap(ImGuiKey_Escape);
    if (move > 9) hand.type(std::string(static_cast<std::size_t>(move - 9), static_cast<char>('a' + move)));
  }
}

std::string outcome(const std::vector<int>& moves, bool pauses) {
  NullFrame frame({400, 300});
  Page page(pauses ? 1.0F / 60 : 0.4F);
  Hand hand(page, pauses);
  page.frame();
  page.frame();
  work(hand, page, moves);
  page.catch_up();
  return page.first + "|" + page.second + "|" + page.kept + "|" + page.letters + "|" + std::to_string(page.clicks);
}

RC_GTEST_PROP(AnyWorkInSlowFrames, ComesToWhatItComesToWithPauses, ()) {
  const auto moves = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 13));
  RC_ASSERT(outcome(moves, false) == outcome(moves, true));
}

}  // namespace
}  // namespace trust::viz
