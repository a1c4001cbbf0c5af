// What a y axis shows: all that is drawn on the visible days, with room, and never so little that noise looks like
// news.
#pragma once

#include <optional>
#include <span>

#include "viz/plot/decimate.hpp"

namespace trust::viz {

/// Grows by values; empty at first. What is no finite number, or beyond 1e30, is passed over.
class ValueRange {
 public:
  void include(double value);
  void include(std::span<const float> values, IndexRange which);

  bool empty() const { return !range_; }

  /// With room above and below. 0 .. 1 while empty.
  Range axis() const;

 private:
  std::optional<Range> range_;
};

}  // namespace trust::viz
