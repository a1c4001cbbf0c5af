#include "viz/platform/null_frame.hpp"

#include <string>

namespace trust::viz {

NullFrame::NullFrame(FrameSize size, float scale) : context_(scale), size_(size) {
  ImGuiIO& io = ImGui::GetIO();
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;  // as OpenGL has: many marks in one list
  for (int key = 0; key < ImGuiKey_COUNT; ++key) io.KeyMap[key] = key;
}

bool NullFrame::begin() {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(size_.width), static_cast<float>(size_.height)};
  io.DeltaTime = 1.0F / 60;
  ImGui::NewFrame();
  return true;
}

void NullFrame::end() { ImGui::Render(); }

void NullFrame::move_pointer(float x, float y) { ImGui::GetIO().MousePos = {x, y}; }
void NullFrame::hold_button(ImGuiMouseButton button, bool down) { ImGui::GetIO().MouseDown[button] = down; }
void NullFrame::hold_key(ImGuiKey key, bool down) { ImGui::GetIO().KeysDown[key] = down; }
void NullFrame::hold_control(bool down) { ImGui::GetIO().KeyCtrl = down; }
void NullFrame::hold_shift(bool down) { ImGui::GetIO().KeyShift = down; }
void NullFrame::type(std::string_view text) { ImGui::GetIO().AddInputCharactersUTF8(std::string(text).c_str()); }
void NullFrame::turn_wheel(float notches) { ImGui::GetIO().MouseWheel = notches; }

}  // namespace trust::viz
