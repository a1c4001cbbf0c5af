// What the tour does not speak about is dimmed and takes no input.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "viz/panels/controls.hpp"
#include "viz/scene/geometry.hpp"

namespace trust::viz {

/// The parts of a window of that size that lie in none of `holes`, as boxes that do not overlap. Whole pixels.
std::vector<Box> cover_around(Point size, std::span<const Box> holes);

/// Where the controls lie whose names begin with one of `beginnings`. The parts of a lever are one box, its name
/// included.
std::vector<Box> boxes_of(const Controls& controls, std::span<const std::string_view> beginnings);

/// Adds a box with round corners to `holes`: as steps so fine that no edge of the cover is seen.
void add_rounded(const Box& box, float radius, std::vector<Box>& holes);

/// Draws the cover; it swallows what is pointed at and clicked.
void draw_cover(std::span<const Box> cover, const Theme& theme);

}  // namespace trust::viz
