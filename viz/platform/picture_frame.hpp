// Frames drawn off screen, without any display, by EGL on Mesa's surfaceless platform; the last one can be saved as
// PNG.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "viz/platform/frame.hpp"
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

  /// Four bytes a pixel, upper row first, opaque.
  std::vector<std::uint8_t> pixels() const;

  /// Writes the last frame under a temporary name, then renames. Throws PlatformError.
  void save_png(const std::filesystem::path& file) const;

 private:
  class Surface;
  FrameSize size_;
  std::unique_ptr<Surface> surface_;
  UiContext context_;
};

}  // namespace trust::viz
