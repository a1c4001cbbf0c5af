// The pixels that OpenGL has just drawn, and their way into a PNG file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "viz/platform/frame.hpp"
#include "viz/scene/geometry.hpp"

namespace trust::viz {

struct Pixels {
  FrameSize size;
  std::vector<std::uint8_t> bytes;  // four a pixel, upper row first
};

/// What the current framebuffer holds, opaque.
Pixels read_pixels(FrameSize size);

/// The part that lies in the picture, in whole pixels; all of it where that would be empty.
Pixels cut_out(const Pixels& pixels, const Box& part);

/// Writes under a temporary name, then renames. Throws PlatformError.
void write_png(const std::filesystem::path& file, const Pixels& pixels);

/// Throws PlatformError where the file is no picture that can be read.
Pixels read_png(const std::filesystem::path& file);

}  // namespace trust::viz
