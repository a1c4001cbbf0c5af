// Frames drawn off screen, without any display, by EGL on Mesa's surfaceless platform.
#pragma once

#include <memory>

#include "viz/platform/frame.hpp"
#include "viz/platform/png.hpp"
#include "viz/platform/ui_context.hpp"

namespace trust::viz {

class PictureFrame final : public Frame {
 public:
  /// Throws PlatformError where EGL or OpenGL 3.3 cannot be had.
  PictureFrame(FrameSize size, float scale);
  ~PictureFrame() override;

  bool begin() override;
  void end() override;
  void set_scale(float scale) override;

  const UiContext& context() const { return context_; }

  /// As drawn by the last frame.
  Pixels pixels() const;

 private:
  class Surface;
  FrameSize size_;
  std::unique_ptr<Surface> surface_;
  UiContext context_;
};

}  // namespace trust::viz
