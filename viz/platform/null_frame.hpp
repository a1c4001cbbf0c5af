// Frames that go nowhere: no display, no OpenGL. Tests move the pointer and press keys here, and see what the window
// does about it.
#pragma once

#include <imgui.h>

#include <string_view>

#include "viz/platform/frame.hpp"
#include "viz/platform/ui_context.hpp"

namespace trust::viz {

class NullFrame final : public Frame {
 public:
  explicit NullFrame(FrameSize size, float scale = 1);

  bool begin() override;
  void end() override;
  void set_scale(float scale) override { context_.set_scale(scale); }

  void resize(FrameSize size) { size_ = size; }
  void move_pointer(float x, float y);
  void hold_button(ImGuiMouseButton button, bool down);
  void hold_key(ImGuiKey key, bool down);
  void hold_control(bool down);
  void hold_shift(bool down);
  void type(std::string_view text);
  void turn_wheel(float notches);

 private:
  UiContext context_;
  FrameSize size_;
};

}  // namespace trust::viz
