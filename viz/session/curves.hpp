// The course of every measure in one arm, as far as it was run.
#pragma once

#include <array>
#include <vector>

#include "models/measures.hpp"

namespace trust::viz {

/// One measure, a value a day from day 0 on: the replicate looked at, and the lowest and highest of all replicates that
/// run beside it.
struct Series {
  std::vector<float> value;
  std::vector<float> low;
  std::vector<float> high;
};

struct Curves {
  std::array<Series, measure_count> series;  // [measure]

  const Series& of(Measure measure) const { return series[static_cast<std::size_t>(measure)]; }
};

}  // namespace trust::viz
