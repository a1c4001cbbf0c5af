// Inputs that wait for frames: in order, none lost, and what a frame is handed comes to the same as one at a time.
#include "viz/platform/input_queue.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <tuple>

namespace trust::viz {
namespace {

using Inputs = std::vector<Input>;

constexpr int enter = 300;
constexpr int left = 301;
constexpr int shift = 340;
constexpr int control = 341;
constexpr int right_alt = 346;

Input key(int code, bool down) {
  switch (code) {
    case shift:
      return Input::key(code, KeyRole::shift, down);
    case control:
      return Input::key(code, KeyRole::control, down);
    case right_alt:
      return Input::key(code, KeyRole::alt, down);
    default:
      return Input::key(code, code < 256 ? KeyRole::text : KeyRole::command, down);
  }
}

// As the window system tells of letters: the key, its character, the key.
Inputs typed(const std::string& text) {
  Inputs inputs;
  for (const char letter : text) {
    inputs.push_back(key(letter, true));
    inputs.push_back(Input::character(static_cast<unsigned char>(letter)));
    inputs.push_back(key(letter, false));
  }
  return inputs;
}

Inputs tapped(int code) { return {key(code, true), key(code, false)}; }
Inputs with_control(int code) { return {key(control, true), key(code, true), key(code, false), key(control, false)}; }
Inputs clicked(float x, float y) { return {Input::pointer(x, y), Input::button(0, true), Input::button(0, false)}; }

Inputs operator+(Inputs one, const Inputs& other) {
  one.insert(one.end(), other.begin(), other.end());
  return one;
}

std::vector<Inputs> frames_of(const Inputs& inputs, bool typing) {
  InputQueue queue;
  for (const Input& input : inputs) queue.add(input);
  std::vector<Inputs> frames;
  while (!queue.empty() && frames.size() < 10'000) frames.push_back(queue.next(typing));
  return frames;
}

// What a program like ImGui sees that looks once a frame at what is down: the wheel, letters, then keys and buttons.
struct Seen {
  std::string what;
  int code = 0;
  std::set<int> modifiers{};
  float x = 0;
  float y = 0;
  bool operator==(const Seen&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Seen& seen) {
  out << seen.what << " " << seen.code << " at " << seen.x << " " << seen.y << " with";
  for (const int modifier : seen.modifiers) out << " " << modifier;
  return out << "; ";
}

class Polling {
 public:
  explicit Polling(bool typing) : typing_(typing) {}

  void frame(const Inputs& inputs) {
    const std::set<std::pair<InputKind, int>> before = down_;
    std::vector<Seen> characters;
    float wheel_x = 0;
    float wheel_y = 0;
    for (const Input& input : inputs) take(input, characters, wheel_x, wheel_y);
    if (wheel_x != 0 || wheel_y != 0) wheel(wheel_x, wheel_y);
    const bool lost = held(control) && !held(right_alt);
    for (const bool spelling : {true, false}) {
      for (const auto& [kind, code] : down_) {
        if (before.contains({kind, code}) || spelling != (kind == InputKind::key && spells(code))) continue;
        press(kind, code);
      }
      for (Seen& seen : characters) {
        if (!lost && spelling) events_.push_back(seen);
      }
    }
    for (const auto& [kind, code] : before) {
      if (kind == InputKind::button && !down_.contains({kind, code})) see("let go", code);
    }
  }

  const std::vector<Seen>& events() const { return events_; }

 private:
  bool held(int code) const { return down_.contains({InputKind::key, code}); }

  std::set<int> modifiers() const {
    std::set<int> found;
    for (const int code : {shift, control, right_alt}) {
      if (held(code)) found.insert(code);
    }
    return found;
  }

  void take(const Input& input, std::vector<Seen>& characters, float& wheel_x, float& wheel_y) {
    if (input.kind == InputKind::key || input.kind == InputKind::button) {
      input.down ? void(down_.insert({input.kind, input.code})) : void(down_.erase({input.kind, input.code}));
    } else if (input.kind == InputKind::pointer) {
      x_ = input.x;
      y_ = input.y;
    } else if (input.kind == InputKind::wheel) {
      wheel_x += input.x;
      wheel_y += input.y;
    } else if (input.kind == InputKind::character) {
      characters.push_back({"character", input.code});
    }
  }

  void see(const std::string& what, int code) { events_.push_back({what, code, modifiers(), x_, y_}); }

  void press(InputKind kind, int code) {
    if (kind == InputKind::button) return see("button", code);
    if (code >= shift) return;
    if (typing_ && spells(code)) return;  // its character says it
    events_.push_back({"key", code, modifiers()});
  }
  bool spells(int code) const { return code < 256 && !(held(control) && !held(right_alt)); }

  // Turned twice at one place is turned further.
  void wheel(float across, float along) {
    if (!events_.empty() && events_.back().what == "wheel" && events_.back().code == 0 && turned_at_ == place()) {
      turned_x_ += across;
      turned_y_ += along;
      events_.back().x = turned_x_;
      events_.back().y = turned_y_;
      return;
    }
    turned_at_ = place();
    turned_x_ = across;
    turned_y_ = along;
    events_.push_back({"wheel", 0, modifiers(), across, along});
  }
  std::tuple<float, float, std::set<int>> place() const { return {x_, y_, modifiers()}; }

  bool typing_;
  std::set<std::pair<InputKind, int>> down_;
  float x_ = 0;
  float y_ = 0;
  std::tuple<float, float, std::set<int>> turned_at_;
  float turned_x_ = 0;
  float turned_y_ = 0;
  std::vector<Seen> events_;
};

std::vector<Seen> seen_by_frames(const std::vector<Inputs>& frames, bool typing) {
  Polling polling(typing);
  for (const Inputs& frame : frames) polling.frame(frame);
  return polling.events();
}

std::vector<Seen> seen_one_at_a_time(const Inputs& inputs, bool typing) {
  Polling polling(typing);
  for (const Input& input : inputs) polling.frame({input});
  return polling.events();
}

// Hands that can do what hands can: a key goes down before it goes up.
class Hands {
 public:
  Inputs draw() {
    const int length = *rc::gen::inRange(0, 60);
    for (int i = 0; i < length; ++i) move();
    return inputs_;
  }

 private:
  void change(int code) {
    const bool down = down_.insert(code).second;
    if (!down) down_.erase(code);
    inputs_.push_back(key(code, down));
    const bool spells = code < 256 && !(down_.contains(control) && !down_.contains(right_alt));
    if (down && spells) inputs_.push_back(Input::character(static_cast<unsigned>(code)));
  }

  void move() {
    const auto small = [] { return static_cast<float>(*rc::gen::inRange(1, 4)); };
    switch (*rc::gen::inRange(0, 9)) {
      case 0:
        return inputs_.push_back(Input::pointer(small(), small()));
      case 1:
        return inputs_.push_back(Input::wheel(0, small()));
      case 2: {
        const int which = *rc::gen::inRange(0, 2);
        const bool down = down_.insert(1000 + which).second;
        if (!down) down_.erase(1000 + which);
        return inputs_.push_back(Input::button(which, down));
      }
      case 3:
        return change(*rc::gen::element(shift, control, right_alt));
      case 4:
        return change(*rc::gen::element(enter, left));
      case 5:  // of a key that is held, or of two keys together
        return inputs_.push_back(Input::character('c'));
      default:
        return change(*rc::gen::element<int>('a', 'b', ' '));
    }
  }

  Inputs inputs_;
  std::set<int> down_;
};

RC_GTEST_PROP(InputsOfAnyHands, KeepTheirOrderAndNoneIsLost, ()) {
  const Inputs inputs = Hands().draw();
  Inputs handed;
  for (const Inputs& frame : frames_of(inputs, *rc::gen::arbitrary<bool>())) handed = handed + frame;
  RC_ASSERT(handed == inputs);
}

RC_GTEST_PROP(InputsOfAnyHands, ComeToTheSameAsOneInEachFrame, ()) {
  const Inputs inputs = Hands().draw();
  const bool typing = *rc::gen::arbitrary<bool>();
  RC_ASSERT(seen_by_frames(frames_of(inputs, typing), typing) == seen_one_at_a_time(inputs, typing));
}

RC_GTEST_PROP(InputsOfAnyHands, ChangeNothingTwiceInAFrame, ()) {
  const Inputs inputs = Hands().draw();
  const bool typing = *rc::gen::arbitrary<bool>();
  for (const Inputs& frame : frames_of(inputs, typing)) {
    std::set<std::pair<InputKind, int>> changed;
    for (const Input& input : frame) {
      if (input.kind != InputKind::key && input.kind != InputKind::button) continue;
      const bool spells = input.role == KeyRole::text || input.role == KeyRole::shift;
      if (typing && spells) continue;  // their characters count
      RC_ASSERT(changed.insert({input.kind, input.code}).second);
    }
  }
}

RC_GTEST_PROP(InputsOfAnyHands, TakeNoMoreFramesThanTheyAre, ()) {
  const Inputs inputs = Hands().draw();
  const bool typing = *rc::gen::arbitrary<bool>();
  const auto frames = frames_of(inputs, typing);
  const auto buttons = static_cast<std::size_t>(
      std::count_if(inputs.begin(), inputs.end(), [](const Input& i) { return i.kind == InputKind::button; }));
  RC_ASSERT(frames.size() <= inputs.size() + InputQueue::opening * buttons);
}

TEST(Inputs, TypedTextTakesOneFrame) {
  EXPECT_EQ(frames_of(typed("all letters, and 66 figures too"), true).size(), 1u);
  Inputs capital = Inputs{key(shift, true)} + typed("H") + Inputs{key(shift, false)};
  EXPECT_EQ(frames_of(capital + typed("ello ") + capital + typed("ermes"), true).size(), 1u);
}

TEST(Inputs, LettersThatAreCommandsTakeAFrameEach) {
  EXPECT_EQ(seen_by_frames(frames_of(typed("31"), false), false), seen_one_at_a_time(typed("31"), false));
  EXPECT_EQ(frames_of(typed("31"), false).size(), 3u) << "the last lets the key go";
}

TEST(Inputs, LettersWithoutKeysTakeAFrameEachToo) {
  const Inputs letters = {Input::character('3'), Input::character('1')};
  EXPECT_EQ(frames_of(letters, false).size(), 2u);
  EXPECT_EQ(frames_of(letters, true).size(), 1u);
}

TEST(Inputs, ACommandGivenTwiceIsSeenTwiceWhereTextIsTypedToo) {
  const Inputs twice = Inputs{key(control, true)} + tapped('z') + tapped('z') + Inputs{key(control, false)};
  const auto seen = seen_by_frames(frames_of(twice, true), true);
  EXPECT_EQ(seen, (std::vector<Seen>{{"key", 'z', {control}}, {"key", 'z', {control}}}));
}

TEST(Inputs, TextDoesNotOvertakeTheSelectionBeforeIt) {
  const auto frames = frames_of(with_control('a') + typed("text"), true);
  ASSERT_EQ(frames.size(), 2u);
  EXPECT_EQ(frames[0], (Inputs{key(control, true), key('a', true)}));
}

TEST(Inputs, AClickIsWhereThePointerWas) {
  const auto frames = frames_of(clicked(1, 2) + clicked(30, 40), true);
  const auto seen = seen_by_frames(frames, true);
  ASSERT_EQ(seen.size(), 4u);
  EXPECT_EQ(seen[0].x, 1);
  EXPECT_EQ(seen[1].x, 1);
  EXPECT_EQ(seen[2].x, 30);
  EXPECT_EQ(frames.size(), 4u);
}

TEST(Inputs, ATapIsSeenThoughTheFrameIsSlow) {
  EXPECT_EQ(frames_of(tapped(left) + tapped(left) + tapped(enter), true).size(), 5u);
}

TEST(Inputs, TextAfterAClickWaitsForTheFieldThatTheClickOpens) {
  const auto frames = frames_of(clicked(1, 1) + typed("a"), false);
  ASSERT_EQ(frames.size(), 2u + InputQueue::opening + 2u);
  EXPECT_TRUE(frames[2].empty());
  EXPECT_EQ(frames_of(clicked(1, 1) + typed("a"), true).size(), 3u) << "not where a field has the keyboard";
}

TEST(Inputs, AManyMovedPointerIsNoReasonToWait) {
  Inputs inputs;
  for (int i = 0; i < 100; ++i) inputs.push_back(Input::pointer(static_cast<float>(i), 0));
  EXPECT_EQ(frames_of(inputs, false).size(), 1u);
}

TEST(Inputs, LettersOfTheRightAltKeyAreText) {
  const Inputs at_sign = {key(right_alt, true), key('q', true), Input::character('@'), key('q', false),
                          key(right_alt, false)};
  const auto seen = seen_by_frames(frames_of(typed("me") + at_sign + typed("x.org"), true), true);
  std::string text;
  for (const Seen& one : seen) text += static_cast<char>(one.code);
  EXPECT_EQ(text, "me@x.org");
  EXPECT_EQ(frames_of(Inputs{key(control, true), key(right_alt, true)} + typed("@@"), true).size(), 1u) << "no command";
}

TEST(Inputs, KeysHeldWhenTheWindowLosesTheFocusAreHeldNoMore) {
  const Inputs inputs = Inputs{key(control, true), Input::focus(false)} + typed("ab");
  const auto frames = frames_of(inputs, true);
  EXPECT_EQ(frames.back(), typed("ab")) << "and not commands, one a frame";
}

}  // namespace
}  // namespace trust::viz
