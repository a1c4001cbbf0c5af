#include "study/effects/unit_statistics.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>

namespace trust {

bool all_finite(std::span<const double> values) {
  return std::all_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
}

std::vector<double> sorted(std::span<const double> values) {
  std::vector<double> rising(values.begin(), values.end());
  std::sort(rising.begin(), rising.end());
  return rising;
}

double mean_of_sorted(std::span<const double> rising) {
  if (rising.empty()) return not_a_number;
  if (rising.front() == rising.back()) return rising.front();
  return mean(rising);
}

double ordered_mean(std::span<const double> values) {
  if (!all_finite(values)) return not_a_number;
  return mean_of_sorted(sorted(values));
}

double squared_distances(std::span<const double> rising, double centre) {
  double squares = 0;
  for (const double value : rising) squares += (value - centre) * (value - centre);
  return squares;
}

double standard_error_of_sorted(std::span<const double> rising, double centre) {
  if (rising.size() < 2) return not_a_number;
  const auto count = static_cast<double>(rising.size());
  return std::sqrt(squared_distances(rising, centre) / (count - 1) / count);
}

double student_t_above(double tail, std::size_t degrees) {
  const boost::math::students_t distribution(static_cast<double>(degrees));
  return boost::math::quantile(boost::math::complement(distribution, tail));
}

Table sorted_rows(const Table& table) {
  std::vector<std::size_t> order(table.rows());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto left = table.row(a);
    const auto right = table.row(b);
    return std::lexicographical_compare(left.begin(), left.end(), right.begin(), right.end());
  });
  Table result(table.rows(), table.columns());
  for (std::size_t r = 0; r < order.size(); ++r) {
    const auto from = table.row(order[r]);
    std::copy(from.begin(), from.end(), result.row(r).begin());
  }
  return result;
}

}  // namespace trust
