// Keeps a drawn picture, so that a window that changes elsewhere need not draw thousands of discs again. What it is
// kept in is the platform's affair; without one, pictures are drawn anew every frame and look the same.
#pragma once

#include <imgui.h>

namespace trust::viz {

class PictureCache {
 public:
  virtual ~PictureCache() = default;

  /// Draws `marks`, of which the part from `low` to `high` (whole pixels, opaque everywhere) is kept. Upside down: its
  /// upper left corner is (0, 1). Stays until the next call. Null where it cannot be kept.
  virtual ImTextureID keep(ImDrawList& marks, ImVec2 low, ImVec2 high) = 0;
};

}  // namespace trust::viz
