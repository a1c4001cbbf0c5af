#include "viz/plot/decimate.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace trust::viz {
namespace {

Extent extent_of(std::span<const float> values, std::size_t from, std::size_t to) {
  constexpr float none = std::numeric_limits<float>::quiet_NaN();
  Extent extent{from, none, none, none};
  for (std::size_t i = from; i < to; ++i) {
    const float value = values[i];
    if (!std::isfinite(value)) continue;
    if (std::isnan(extent.start)) extent.start = extent.low = extent.high = value;
    extent.low = std::min(extent.low, value);
    extent.high = std::max(extent.high, value);
  }
  return extent;
}

}  // namespace

IndexRange visible_indexes(std::size_t count, Range days) {
  if (count == 0 || !(days.width() > 0)) return {};
  const auto last = static_cast<double>(count - 1);
  if (days.high < 0 || days.low > last) return {};
  const double from = std::clamp(std::floor(days.low) - 1, 0.0, last);
  const double to = std::clamp(std::ceil(days.high) + 1, 0.0, last);
  return {static_cast<std::size_t>(from), static_cast<std::size_t>(to) + 1};
}

std::size_t days_per_column(Range days, double pixels) {
  if (!(pixels >= 1) || !(days.width() > 0) || !std::isfinite(days.width())) return 1;
  return static_cast<std::size_t>(std::max(1.0, std::ceil(std::min(days.width() / pixels, 1e9))));
}

std::vector<Extent> extents_of_runs(std::span<const float> values, IndexRange which, std::size_t run) {
  std::vector<Extent> extents;
  run = std::max<std::size_t>(run, 1);
  const std::size_t end = std::min(which.to, values.size());
  for (std::size_t at = which.from / run * run; at < end; at += run) {
    extents.push_back(extent_of(values, at, std::min(at + run, values.size())));
  }
  return extents;
}

}  // namespace trust::viz
