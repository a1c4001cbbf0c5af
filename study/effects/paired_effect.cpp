#include "study/effects/paired_effect.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "sim/assert.hpp"
#include "study/effects/unit_statistics.hpp"

namespace trust {
namespace {

constexpr double tail = 0.025;

std::vector<double> differences_between(std::span<const double> baseline, std::span<const double> what_if) {
  std::vector<double> differences;
  differences.reserve(baseline.size());
  for (std::size_t r = 0; r < baseline.size(); ++r) differences.push_back(what_if[r] - baseline[r]);
  return differences;
}

Range t_interval(std::span<const double> rising, double centre) {
  if (rising.size() < 2) return {not_a_number, not_a_number};
  const double reach = student_t_above(tail, rising.size() - 1) * standard_error_of_sorted(rising, centre);
  return {centre - reach, centre + reach};
}

// How fast the standard error of a mean grows with the mean: from the skewness of the values.
double acceleration(std::span<const double> rising, double centre) {
  double cubes = 0;
  for (const double value : rising) cubes += (value - centre) * (value - centre) * (value - centre);
  const double squares = squared_distances(rising, centre);
  return cubes / (6 * squares * std::sqrt(squares));
}

// The share of resampled means below the mean itself, as a normal deviate. Equal ones count half.
double bias_correction(std::span<const double> rising_means, double centre) {
  const auto [first, last] = std::equal_range(rising_means.begin(), rising_means.end(), centre);
  const auto count = static_cast<double>(rising_means.size());
  const double below = static_cast<double>((first - rising_means.begin()) + (last - rising_means.begin())) / 2;
  return boost::math::quantile(boost::math::normal(), std::clamp(below / count, 0.5 / count, 1 - 0.5 / count));
}

// The share of the resampled means at which the interval ends whose end point is `deviate` where nothing is skewed.
double share_at(double deviate, double correction, double acceleration) {
  const double shifted = correction + deviate;
  const double stretched = 1 - acceleration * shifted;
  if (stretched <= 0) return shifted < 0 ? 0 : 1;
  return boost::math::cdf(boost::math::normal(), correction + shifted / stretched);
}

Range bca_interval(std::span<const double> rising, double centre, const Resamples& resamples) {
  const std::vector<double> means = sorted(resamples.means(rising));
  const auto count = static_cast<double>(rising.size());
  const double deviate = student_t_above(tail, rising.size() - 1) * std::sqrt(count / (count - 1));
  const double correction = bias_correction(means, centre);
  const double skew = acceleration(rising, centre);
  return {percentile(means, share_at(-deviate, correction, skew)),
          percentile(means, share_at(deviate, correction, skew))};
}

Range interval_of(std::span<const double> rising, double centre, const Resamples& resamples) {
  if (rising.empty()) return {not_a_number, not_a_number};
  const bool varies = rising.front() != rising.back();
  return varies && is_bootstrapped(rising.size()) ? bca_interval(rising, centre, resamples)
                                                  : t_interval(rising, centre);
}

double variance(std::span<const double> values) {
  const std::vector<double> rising = sorted(values);
  return squared_distances(rising, mean_of_sorted(rising)) / static_cast<double>(rising.size() - 1);
}

}  // namespace

bool is_bootstrapped(std::size_t units) { return units >= units_for_bootstrap && units <= Resamples::most_units; }

PairedEffect paired_effect(std::span<const double> baseline, std::span<const double> what_if, Better direction,
                           const Units& units, const Resamples& resamples) {
  TRUST_ASSERT(baseline.size() == what_if.size());
  const std::vector<double> differences = differences_between(baseline, what_if);
  const std::vector<double> without = units.means(baseline);
  const std::vector<double> with = units.means(what_if);

  PairedEffect effect;
  effect.baseline = ordered_mean(without);
  effect.what_if = ordered_mean(with);
  effect.method = is_bootstrapped(units.count()) ? "BCa" : "t";
  effect.units = units.count();
  effect.organisations_vary = units.organisations_vary();
  effect.difference = not_a_number;
  effect.interval = {not_a_number, not_a_number};
  effect.share_better = not_a_number;
  effect.pairing_gain = pairing_gain(without, with);
  if (!all_finite(differences)) return effect;

  const std::vector<double> rising = sorted(units.means(differences));
  effect.difference = mean_of_sorted(rising);
  effect.units_that_differ = rising.size() - static_cast<std::size_t>(std::count(rising.begin(), rising.end(), 0.0));
  effect.interval = interval_of(rising, effect.difference, resamples);
  effect.share_better = share_better(differences, direction);
  return effect;
}

PairedEffect paired_effect(const PairedSample& sample, Better direction, std::uint64_t seed) {
  const Units units(sample.organisation);
  const Resamples resamples = is_bootstrapped(units.count()) ? Resamples(seed, units.count()) : Resamples();
  return paired_effect(sample.baseline, sample.what_if, direction, units, resamples);
}

double pairing_gain(std::span<const double> baseline, std::span<const double> what_if) {
  const std::vector<double> differences = differences_between(baseline, what_if);
  if (baseline.size() < 2 || !all_finite(differences)) return not_a_number;
  return (variance(baseline) + variance(what_if)) / variance(differences);  // x / 0 is infinity, 0 / 0 not a number
}

double unseen_share(std::size_t units) { return 1 - std::pow(0.05, 1 / static_cast<double>(units)); }

double half_width(const Range& interval) { return (interval.high - interval.low) / 2; }

const Range& wider_of(const Range& one, const Range& other) {
  const double width = half_width(one);
  return std::isnan(width) || half_width(other) <= width ? one : other;
}

}  // namespace trust
