// Puts circles beside one another without overlap: in rings around a middle, or in rows. Plain arithmetic on the given
// order, so that the same organisation always gives the same picture.
#pragma once

#include <span>
#include <vector>

#include "viz/scene/geometry.hpp"

namespace trust::viz {

struct Packing {
  std::vector<Point> centres;  // in the order of the radii; the middle of the whole is (0, 0)
  float radius = 0;            // of the circle around all of them
};

/// Rings of circles around the first one, at least `gap` apart, filled outwards in the order of the radii.
Packing pack_in_rings(std::span<const float> radii, float gap);

/// Circles as close together as is quick to find, at least `gap` apart: up to six stand in a ring, some dozens lie
/// snugly, more fill rings. Best with the largest first.
Packing pack_snugly(std::span<const float> radii, float gap);

/// One centre a circle, in rows read like a text, each row centred. Of all numbers of rows the one is taken that fills
/// a rectangle of `aspect` (width / height) best. `gap` is kept between circles, `row_gap` above each row.
std::vector<Point> pack_in_rows(std::span<const float> radii, float gap, float row_gap, float aspect);

}  // namespace trust::viz
