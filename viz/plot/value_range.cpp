#include "viz/plot/value_range.hpp"

#include <algorithm>
#include <cmath>

namespace trust::viz {
namespace {

constexpr double least_width = 0.02;
constexpr double least_share = 0.02;  // of the values themselves
constexpr double beyond_all_sense = 1e30;

}  // namespace

void ValueRange::include(double value) {
  if (!(std::abs(value) <= beyond_all_sense)) return;
  if (!range_) range_ = Range{value, value};
  range_->low = std::min(range_->low, value);
  range_->high = std::max(range_->high, value);
}

void ValueRange::include(std::span<const float> values, IndexRange which) {
  for (std::size_t i = which.from; i < std::min(which.to, values.size()); ++i) include(static_cast<double>(values[i]));
}

Range ValueRange::axis() const {
  if (!range_) return {0, 1};
  const double size = std::max(std::abs(range_->low), std::abs(range_->high));
  return padded_range(*range_, std::max(least_width, least_share * size));
}

}  // namespace trust::viz
