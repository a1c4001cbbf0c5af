// The one table of keys: what handles them, the tooltips and the help page are all made from it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace trust::viz {

/// What a key or a button of the bar does.
enum class Action : std::uint8_t {
  run,
  step,
  step_back,
  week_forward,
  week_back,
  back,
  end,
  faster,
  slower,
  baseline,
  what_if,
  compare,
  undo,
  redo,
  save,
  exporting,
  open,
  theme,
  tour,
  fold_levers,
  fold_side,
  help,
  close,
  count
};

struct KeyRow {
  Action action;
  int key;                // as the window system numbers it; 0 where a letter stands for it
  char letter;            // that is typed, wherever it lies on the keyboard; 0 where a key stands for it
  bool control;           // held with it
  bool shift;             // ... of a key; a letter has its own
  bool repeats;           // while it is held down
  std::string_view text;  // "Ctrl+S"
  std::string_view sentence;
};

std::span<const KeyRow> key_rows();

/// What the mouse does, for the help page.
struct GestureRow {
  std::string_view gesture;
  std::string_view sentence;
};

std::span<const GestureRow> gesture_rows();

/// Whether the key of that row went down in this frame, with exactly its modifiers.
bool pressed(const KeyRow& row);

/// " (Space)", to be added to a tooltip; empty where no key does it.
std::string keys_of(Action action);

/// The keys alone: "Ctrl+Y, Ctrl+Shift+Z".
std::string key_names(Action action);

}  // namespace trust::viz
