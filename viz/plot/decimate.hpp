// A long line on few pixels: of the values that fall on one column of pixels the lowest and the highest are kept, so
// that no peak is lost however far one looks from.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace trust::viz {

struct Extent {
  std::size_t first;  // index of the first value of the column
  float low;
  float high;
};

/// Cuts the values into at most `columns` runs of neighbours. With no more values than columns each stands alone.
std::vector<Extent> extents_per_column(std::span<const float> values, std::size_t columns);

}  // namespace trust::viz
