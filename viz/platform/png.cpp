#include "viz/platform/png.hpp"

#include <epoxy/gl.h>
#include <stb_image.h>
#include <stb_image_write.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>

#include "study/output_file.hpp"

namespace trust::viz {
namespace {

std::size_t row_bytes(const Pixels& pixels) { return static_cast<std::size_t>(pixels.size.width) * 4; }

int within(float place, int end) { return std::clamp(static_cast<int>(std::lround(place)), 0, end); }

}  // namespace

Pixels read_pixels(FrameSize size) {
  Pixels pixels{size, {}};
  const std::size_t row = row_bytes(pixels);
  const auto rows = static_cast<std::size_t>(size.height);
  auto& data = pixels.bytes;
  data.resize(row * rows);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, size.width, size.height, GL_RGBA, GL_UNSIGNED_BYTE, data.data());
  for (std::size_t y = 0; y < rows / 2; ++y) {  // OpenGL has the lowest row first
    std::swap_ranges(data.begin() + static_cast<std::ptrdiff_t>(y * row),
                     data.begin() + static_cast<std::ptrdiff_t>((y + 1) * row),
                     data.begin() + static_cast<std::ptrdiff_t>((rows - 1 - y) * row));
  }
  for (std::size_t alpha = 3; alpha < data.size(); alpha += 4) data[alpha] = 255;
  return pixels;
}

Pixels cut_out(const Pixels& pixels, const Box& part) {
  const int left = within(part.low.x, pixels.size.width);
  const int top = within(part.low.y, pixels.size.height);
  const int right = within(part.high.x, pixels.size.width);
  const int bottom = within(part.high.y, pixels.size.height);
  if (right <= left || bottom <= top) return pixels;
  Pixels cut{{right - left, bottom - top}, {}};
  for (int y = top; y < bottom; ++y) {
    const auto from =
        pixels.bytes.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(y) * row_bytes(pixels));
    cut.bytes.insert(cut.bytes.end(), from + std::ptrdiff_t{left} * 4, from + std::ptrdiff_t{right} * 4);
  }
  return cut;
}

void write_png(const std::filesystem::path& file, const Pixels& pixels) {
  std::filesystem::path temporary = file;
  temporary += ".part";
  std::string packed;
  const auto append = [](void* text, void* bytes, int count) {
    static_cast<std::string*>(text)->append(static_cast<const char*>(bytes), static_cast<std::size_t>(count));
  };
  stbi_write_png_to_func(append, &packed, pixels.size.width, pixels.size.height, 4, pixels.bytes.data(),
                         static_cast<int>(row_bytes(pixels)));
  try {
    OutputFile out(temporary);
    out.write(packed);
    out.close();
    std::filesystem::rename(temporary, file);
  } catch (const std::filesystem::filesystem_error& error) {
    std::error_code ignored;
    std::filesystem::remove(temporary, ignored);
    throw PlatformError(file.string() + ": cannot be written: " + error.code().message());
  } catch (const OutputError& error) {
    std::error_code ignored;
    std::filesystem::remove(temporary, ignored);
    throw PlatformError(error.what());
  }
}

Pixels read_png(const std::filesystem::path& file) {
  Pixels pixels;
  const std::unique_ptr<stbi_uc, void (*)(void*)> data(
      stbi_load(file.c_str(), &pixels.size.width, &pixels.size.height, nullptr, 4), stbi_image_free);
  if (!data) throw PlatformError(file.string() + ": is no picture that can be read");
  pixels.bytes.assign(data.get(), data.get() + row_bytes(pixels) * static_cast<std::size_t>(pixels.size.height));
  return pixels;
}

}  // namespace trust::viz
