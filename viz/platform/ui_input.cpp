#include "viz/platform/ui_input.hpp"

#include <imgui_internal.h>

#include <algorithm>

namespace trust::viz {

bool is_typing() {
  const ImGuiContext& now = *ImGui::GetCurrentContext();
  return now.ActiveId != 0 && now.ActiveId == now.InputTextState.ID;
}

bool UiInput::holds(KeyRole role) const {
  return std::any_of(modifiers_.begin(), modifiers_.end(), [&](const auto& held) { return held.second == role; });
}

void UiInput::hand_on(const Input& input) {
  ImGuiIO& io = ImGui::GetIO();
  const auto code = static_cast<std::size_t>(input.code);
  switch (input.kind) {
    case InputKind::key:
      if (code < IM_ARRAYSIZE(io.KeysDown)) io.KeysDown[code] = input.down;
      if (input.role == KeyRole::text || input.role == KeyRole::command) return;
      if (input.down) {
        modifiers_[input.code] = input.role;
      } else {
        modifiers_.erase(input.code);
      }
      return;
    case InputKind::character:
      return io.AddInputCharacter(static_cast<unsigned>(input.code));
    case InputKind::button:
      if (code < buttons_.size()) buttons_[code] = input.down;
      return;
    case InputKind::pointer:
      pointer_ = {input.x, input.y};
      return;
    case InputKind::wheel:
      io.MouseWheelH += input.x;
      io.MouseWheel += input.y;
      return;
    case InputKind::focus:
      modifiers_.clear();
      return io.AddFocusEvent(input.down);
  }
}

void UiInput::hand_on() {
  ImGuiContext& now = *ImGui::GetCurrentContext();
  if (!is_typing() && now.WantTextInputNextFrame == 1) now.WantTextInputNextFrame = -1;  // the field was left
  if (behind_) now.IO.DeltaTime = std::min(now.IO.DeltaTime, quick);
  for (const Input& input : queue_.next(is_typing())) hand_on(input);
  behind_ = waiting();
  ImGuiIO& io = now.IO;
  io.MousePos = pointer_;
  std::copy(buttons_.begin(), buttons_.end(), io.MouseDown);
  io.KeyCtrl = holds(KeyRole::control);
  io.KeyShift = holds(KeyRole::shift);
  io.KeyAlt = holds(KeyRole::alt);
  io.KeySuper = holds(KeyRole::super);
}

}  // namespace trust::viz
