// A polyline cut into dashes.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "viz/scene/geometry.hpp"

namespace trust::viz {

/// Dashes of `on` pixels with `off` between, that run on around corners. Points that are no numbers end the line.
std::vector<std::pair<Point, Point>> dashes(std::span<const Point> points, float on, float off);

}  // namespace trust::viz
