#include "study/statistics.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>
#include <vector>

namespace trust {
namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

bool all_numbers(std::span<const double> values) {
  return std::none_of(values.begin(), values.end(), [](double value) { return std::isnan(value); });
}

double standard_error(std::span<const double> values, double centre) {
  double squares = 0;
  for (const double value : values) squares += (value - centre) * (value - centre);
  const auto count = static_cast<double>(values.size());
  return std::sqrt(squares / (count - 1) / count);
}

}  // namespace

double mean(std::span<const double> values) {
  if (values.empty()) return not_a_number;
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

double percentile(std::span<const double> values, double share) {
  if (values.empty() || !all_numbers(values)) return not_a_number;
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto below = std::min(static_cast<std::size_t>(place), sorted.size() - 1);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

Range middle_90(std::span<const double> values) { return {percentile(values, 0.05), percentile(values, 0.95)}; }

MeanWithInterval mean_with_interval(std::span<const double> values) {
  const double centre = mean(values);
  if (values.size() < 2 || std::isnan(centre)) return {centre, {not_a_number, not_a_number}};
  const boost::math::students_t distribution(static_cast<double>(values.size() - 1));
  const double reach = boost::math::quantile(distribution, 0.975) * standard_error(values, centre);
  return {centre, {centre - reach, centre + reach}};
}

double share_better(std::span<const double> differences, Better direction) {
  if (differences.empty() || !all_numbers(differences)) return not_a_number;
  const auto better = std::count_if(differences.begin(), differences.end(), [&](double difference) {
    return direction == Better::higher ? difference > 0 : difference < 0;
  });
  return static_cast<double>(better) / static_cast<double>(differences.size());
}

}  // namespace trust
