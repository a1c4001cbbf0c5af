// A long line on few pixels: of the values that fall on one column of pixels the lowest and the highest are kept, so
// that no peak is lost however far one looks from.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "viz/plot/ticks.hpp"

namespace trust::viz {

struct Extent {
  std::size_t first;  // index of the first value of the run
  float low;          // both not a number where no value of the run is one
  float high;
  float start;  // the first number of the run, so that a line enters where its values do
};

/// Which values (from, to: one past the last) of a line of `count` values lie in the visible days, with one neighbour
/// on either side, so that lines leave the picture at its edge.
struct IndexRange {
  std::size_t from = 0;
  std::size_t to = 0;
};
IndexRange visible_indexes(std::size_t count, Range days);

/// How many days share a column of pixels: 1 where each has its own.
std::size_t days_per_column(Range days, double pixels);

/// Runs of `run` (1 or more) neighbours, from whole multiples of `run` on, so that they stay the same as the picture
/// moves. What is no finite number counts as absent.
std::vector<Extent> extents_of_runs(std::span<const float> values, IndexRange which, std::size_t run);

}  // namespace trust::viz
