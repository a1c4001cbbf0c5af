// The window on the screen, by GLFW and OpenGL 3.3. It sleeps while nothing changes, and nothing typed or clicked is
// lost or overtaken.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>

#include "viz/platform/frame.hpp"
#include "viz/platform/png.hpp"
#include "viz/platform/ui_context.hpp"
#include "viz/platform/ui_input.hpp"

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

  /// All that the user did was drawn, and ImGui has had the frames that it needs to settle.
  bool resting() const { return frames_wanted_ == 0 && !input_.waiting(); }
  const UiContext& context() const { return *context_; }

  /// There is something new to draw. Any thread may call it.
  void wake();

  /// Called with the pixels of the next frame, before they are shown.
  void on_picture(std::function<void(const Pixels&)> handler) { picture_ = std::move(handler); }

  /// Called with each file that is dropped on the window.
  void on_drop(std::function<void(const std::filesystem::path&)> handler) { drop_ = std::move(handler); }

 private:
  struct Callbacks;

  void open(FrameSize size, const char* title);
  void take_callbacks();
  void wait_for_something();

  GLFWwindow* window_ = nullptr;
  float scale_;
  std::unique_ptr<UiContext> context_;
  UiInput input_;
  int buttons_ = 0;  // of the mouse, down
  std::atomic<bool> news_ = true;
  int frames_wanted_ = 0;  // still to be drawn before sleeping: ImGui needs a few to settle after an input
  std::function<void(const std::filesystem::path&)> drop_;
  std::function<void(const Pixels&)> picture_;
};

}  // namespace trust::viz
