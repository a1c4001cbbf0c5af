// The hand that brings inputs to ImGui: what is down stays down, and the pointer where it is, until another input says
// otherwise.
#pragma once

#include <imgui.h>

#include <array>
#include <map>
#include <vector>

#include "viz/platform/input_queue.hpp"

namespace trust::viz {

/// Whether a text field of ImGui has the keyboard, as of the frame drawn last. ImGui's own WantTextInput says it of the
/// frame before that, so that a key pressed just after Enter would be lost.
bool is_typing();

class UiInput {
 public:
  void add(const Input& input) { queue_.add(input); }
  bool waiting() const { return !queue_.empty(); }

  /// Tells ImGui what the next frame is to know; call just before NewFrame, after a back end has set its own. Frames
  /// that only catch up with the inputs of a slow one last no longer than `quick`: what happened at once is not
  /// taken for a key that was held, nor two quick clicks for two slow ones.
  void hand_on();

  static constexpr float quick = 1.0F / 60;  // seconds

 private:
  void hand_on(const Input& input);
  bool holds(KeyRole role) const;

  InputQueue queue_;
  ImVec2 pointer_{nowhere, nowhere};
  std::array<bool, ImGuiMouseButton_COUNT> buttons_{};
  std::map<int, KeyRole> modifiers_;
  bool behind_ = false;  // the frame before left something
};

}  // namespace trust::viz
