#include "viz/plot/decimate.hpp"

#include <algorithm>

namespace trust::viz {

std::vector<Extent> extents_per_column(std::span<const float> values, std::size_t columns) {
  std::vector<Extent> extents;
  const std::size_t runs = std::min(std::max<std::size_t>(columns, 1), values.size());
  extents.reserve(runs);
  for (std::size_t run = 0; run < runs; ++run) {
    const std::size_t begin = run * values.size() / runs;
    const std::size_t end = (run + 1) * values.size() / runs;
    const auto [low, high] = std::minmax_element(values.begin() + static_cast<std::ptrdiff_t>(begin),
                                                 values.begin() + static_cast<std::ptrdiff_t>(end));
    extents.push_back({begin, *low, *high});
  }
  return extents;
}

}  // namespace trust::viz
