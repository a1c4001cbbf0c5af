// What the user does, in the order in which it was done, until a frame is there to take it. ImGui 1.86 looks once a
// frame at which keys and buttons are down, and acts on characters before keys: two taps of one key within a frame are
// one, a click and a move make a click at the wrong place, and text overtakes the Ctrl+A before it. So a frame is
// handed only what comes to the same as if each input had had a frame of its own. Dear ImGui 1.87 does alike ("input
// trickling"); here text that is typed into a field still arrives as fast as it is typed.
#pragma once

#include <deque>
#include <map>
#include <vector>

namespace trust::viz {

/// What a key is for.
enum class KeyRole {
  text,     // gives a character, which comes as an input of its own after the press
  command,  // arrows, Enter, Delete, function keys, ...
  control,
  shift,
  alt,
  super
};

/// Where the pointer is when it is not in the window, as ImGui writes it.
inline constexpr float nowhere = -3.4e38F;

enum class InputKind { key, character, button, pointer, wheel, focus };

/// One thing that the user did.
struct Input {
  InputKind kind = InputKind::key;
  int code = 0;  // the number of the key or button, or the character's code point
  KeyRole role = KeyRole::command;
  bool down = false;  // of a key or button; of the window: it has the focus
  float x = 0;        // of the pointer in pixels; of the wheel in notches
  float y = 0;

  static Input key(int code, KeyRole role, bool down) { return {InputKind::key, code, role, down, 0, 0}; }
  static Input character(unsigned letter) {
    return {InputKind::character, static_cast<int>(letter), KeyRole::text, true, 0, 0};
  }
  static Input button(int button, bool down) { return {InputKind::button, button, KeyRole::command, down, 0, 0}; }
  static Input pointer(float x, float y) { return {InputKind::pointer, 0, KeyRole::command, false, x, y}; }
  static Input wheel(float x, float y) { return {InputKind::wheel, 0, KeyRole::command, false, x, y}; }
  static Input focus(bool given) { return {InputKind::focus, 0, KeyRole::command, given, 0, 0}; }

  bool operator==(const Input&) const = default;
};

class InputQueue {
 public:
  void add(const Input& input) { waiting_.push_back(input); }
  bool empty() const { return waiting_.empty(); }

  /// What the next frame is to take, in order. `typing`: a text field has the keyboard, so that text keys mean their
  /// characters and nothing else. Nothing although something waits: text that follows a click at once, while the
  /// click may still be opening the field it is meant for; for `opening` frames at most.
  std::vector<Input> next(bool typing);

  static constexpr int opening = 2;

 private:
  struct Portion;

  bool commands() const;
  void note(const Input& input);

  std::deque<Input> waiting_;
  std::map<int, KeyRole> held_;  // modifiers, as the frames know them
  int opening_ = 0;              // frames left
};

}  // namespace trust::viz
