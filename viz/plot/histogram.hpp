// How many values fall into each of equal classes.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "viz/plot/ticks.hpp"

namespace trust::viz {

struct Histogram {
  Range range;
  std::vector<std::size_t> counts;
  std::size_t values = 0;
  double mean = 0;  // not a number for no values

  Range class_of(std::size_t bin) const;
  std::size_t most() const;
};

/// Classes hold their lower end, the last one its upper end too. Values outside count in the class next to them; what
/// is no number counts nowhere. `classes` is 1 or more.
Histogram histogram_of(std::span<const float> values, std::size_t classes, Range range);

}  // namespace trust::viz
