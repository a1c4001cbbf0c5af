#include "cli/sparkline.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>
#include <vector>

#include "study/statistics.hpp"

namespace trust::cli {
namespace {

constexpr std::size_t levels = 8;
constexpr std::array<std::string_view, levels> blocks = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr std::array<std::string_view, levels> letters = {"_", ".", "-", "~", "=", "+", "*", "#"};

std::vector<double> squeezed(std::span<const double> values, std::size_t width) {
  if (values.size() <= width) return {values.begin(), values.end()};
  std::vector<double> columns;
  for (std::size_t c = 0; c < width; ++c) {
    const std::size_t begin = c * values.size() / width;
    const std::size_t end = (c + 1) * values.size() / width;
    columns.push_back(mean(values.subspan(begin, end - begin)));
  }
  return columns;
}

// What differs only by rounding is drawn as level.
bool is_flat(double low, double high) { return high - low <= 1e-9 * std::max(std::abs(low), std::abs(high)); }

std::size_t level_of(double value, double low, double high) {
  if (is_flat(low, high)) return levels / 2 - 1;
  const auto level = static_cast<std::size_t>((value - low) / (high - low) * levels);
  return std::min(level, levels - 1);
}

}  // namespace

std::string sparkline(std::span<const double> values, std::size_t width, bool utf8) {
  const std::vector<double> columns = squeezed(values, width);
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  for (const double value : columns) {
    if (std::isnan(value)) continue;
    low = std::min(low, value);
    high = std::max(high, value);
  }
  std::string line;
  for (const double value : columns) {
    line += std::isnan(value) ? " " : (utf8 ? blocks : letters)[level_of(value, low, high)];
  }
  return line;
}

}  // namespace trust::cli
