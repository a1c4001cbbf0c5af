// Labels side by side in a few rows, none over another: where there are too many, some are left out.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "viz/plot/ticks.hpp"

namespace trust::viz {

struct LabelWish {
  float at;      // where it would begin
  float width;   // pixels
  int rank = 0;  // lower ones are placed first
};

struct LabelPlace {
  float left;
  int row;
};

/// A place for each wish inside `room`, or none. A label that would leave the room at its end is moved to the left.
/// Two of a row are at least `gap` apart.
std::vector<std::optional<LabelPlace>> place_labels(std::span<const LabelWish> wishes, Range room, float gap, int rows);

}  // namespace trust::viz
