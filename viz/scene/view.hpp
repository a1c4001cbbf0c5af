// From layout units to pixels and back: what part of the picture is looked at, and how near.
#pragma once

#include "viz/scene/geometry.hpp"

namespace trust::viz {

struct View {
  float pixels = 1;  // a layout unit
  Point origin;      // where the layout's (0, 0) lies on the screen

  Point to_screen(Point p) const { return p * pixels + origin; }
  Point to_layout(Point p) const { return (p - origin) * (1 / pixels); }
  Circle to_screen(const Circle& c) const { return {to_screen(c.centre), c.radius * pixels}; }
};

/// How the user moved the picture: 1 and (0, 0) show all of it.
struct Zoom {
  float factor = 1;
  Point shift;  // in pixels of the fitted picture, times `factor`
};

inline constexpr float nearest_zoom = 400;

/// Shows `bounds` as large as `canvas` allows (`margin` pixels free on each side), then zooms.
View look_at(const Box& bounds, const Box& canvas, float margin, const Zoom& zoom);

/// Zooms by `step` so that what lies under `pointer` stays there. Kept between 1 and nearest_zoom.
Zoom zoom_at(const Zoom& zoom, const Box& canvas, Point pointer, float step);

}  // namespace trust::viz
