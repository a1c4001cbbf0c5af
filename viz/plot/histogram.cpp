#include "viz/plot/histogram.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace trust::viz {

Range Histogram::class_of(std::size_t bin) const {
  const double width = range.width() / static_cast<double>(counts.size());
  return {range.low + width * static_cast<double>(bin), range.low + width * static_cast<double>(bin + 1)};
}

std::size_t Histogram::most() const { return counts.empty() ? 0 : *std::max_element(counts.begin(), counts.end()); }

Histogram histogram_of(std::span<const float> values, std::size_t classes, Range range) {
  Histogram result{range, std::vector<std::size_t>(std::max<std::size_t>(classes, 1), 0), 0, 0};
  const auto last = static_cast<double>(result.counts.size() - 1);
  const double per_class = static_cast<double>(result.counts.size()) / range.width();
  double sum = 0;
  for (const float value : values) {
    if (std::isnan(value)) continue;
    const double place = std::floor((static_cast<double>(value) - range.low) * per_class);
    ++result.counts[static_cast<std::size_t>(std::clamp(place, 0.0, last))];
    ++result.values;
    sum += static_cast<double>(value);
  }
  result.mean = result.values > 0 ? sum / static_cast<double>(result.values) : std::numeric_limits<double>::quiet_NaN();
  return result;
}

}  // namespace trust::viz
