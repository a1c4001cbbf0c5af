#include "study/verification/estimate.hpp"

namespace trust::verification {

Estimate estimate(std::span<const double> values) {
  const auto count = static_cast<double>(values.size());
  double mean = 0;
  for (const double value : values) mean += value;
  mean /= count;
  double square = 0;
  for (const double value : values) square += (value - mean) * (value - mean);
  return {mean, std::sqrt(square / (count - 1) / count)};
}

}  // namespace trust::verification
