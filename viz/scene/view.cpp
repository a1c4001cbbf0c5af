#include "viz/scene/view.hpp"

#include <algorithm>

namespace trust::viz {

View look_at(const Box& bounds, const Box& canvas, float margin, const Zoom& zoom) {
  const float wide = std::max(1.0F, canvas.width() - 2 * margin) / std::max(bounds.width(), 1e-3F);
  const float high = std::max(1.0F, canvas.height() - 2 * margin) / std::max(bounds.height(), 1e-3F);
  const float pixels = std::min(wide, high) * zoom.factor;
  const Point middle = (canvas.low + canvas.high) * 0.5F;
  return {pixels, middle + zoom.shift - (bounds.low + bounds.high) * (0.5F * pixels)};
}

Zoom zoom_at(const Zoom& zoom, const Box& canvas, Point pointer, float step) {
  const float factor = std::clamp(zoom.factor * step, 1.0F, nearest_zoom);
  if (factor == 1.0F) return {};
  const Point from_middle = pointer - (canvas.low + canvas.high) * 0.5F;
  return {factor, from_middle - (from_middle - zoom.shift) * (factor / zoom.factor)};
}

}  // namespace trust::viz
