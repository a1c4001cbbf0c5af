// The window on the screen, by GLFW and OpenGL 3.3. It sleeps while nothing changes, and no key tap is lost.
#pragma once

#include <atomic>
#include <deque>
#include <filesystem>
#include <functional>

#include "viz/platform/frame.hpp"
#include "viz/platform/ui_context.hpp"

struct GLFWwindow;

namespace trust::viz {

class WindowFrame final : public Frame {
 public:
  /// `scale` 0: as the screen asks. Throws PlatformError without a display or OpenGL 3.3.
  WindowFrame(FrameSize size, float scale, const char* title);
  ~WindowFrame() override;

  bool begin() override;
  void end() override;
  void set_scale(float scale) override;

  float scale() const { return scale_; }
  const UiContext& context() const { return *context_; }

  /// There is something new to draw. Any thread may call it.
  void wake();

  /// Called with each file that is dropped on the window.
  void on_drop(std::function<void(const std::filesystem::path&)> handler) { drop_ = std::move(handler); }

 private:
  struct KeyChange {
    int key;
    int scancode;
    int action;
    int modifiers;
  };
  struct Callbacks;

  void open(FrameSize size, const char* title);
  void take_callbacks();
  void wait_for_something();
  void hand_on_keys();

  GLFWwindow* window_ = nullptr;
  float scale_;
  std::unique_ptr<UiContext> context_;
  std::deque<KeyChange> keys_;
  std::atomic<bool> news_ = true;
  int frames_wanted_ = 0;  // still to be drawn before sleeping: ImGui needs a few to settle after an input
  std::function<void(const std::filesystem::path&)> drop_;
};

}  // namespace trust::viz
