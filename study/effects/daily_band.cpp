#include "study/effects/daily_band.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/draws.hpp"
#include "study/effects/resamples.hpp"
#include "study/effects/unit_statistics.hpp"

namespace trust {
namespace {

constexpr double outside = 0.05;
constexpr std::size_t sign_patterns = 1000;
constexpr std::size_t units_for_signs = 6;    // below, there are too few sign patterns for a 95th percentile
constexpr std::size_t most_sign_units = 256;  // more are added up to as many groups

// One day over all units.
struct Day {
  double mean = not_a_number;
  double standard_error = not_a_number;
  bool varies = false;
};

Day day_of(const Table& differences, std::size_t d) {
  const std::vector<double> values = differences.column(d);
  if (values.empty() || !all_finite(values)) return {};
  const std::vector<double> rising = sorted(values);
  const double centre = mean_of_sorted(rising);
  return {centre, standard_error_of_sorted(rising, centre), rising.front() != rising.back()};
}

std::vector<Day> days_of(const Table& differences) {
  std::vector<Day> days;
  for (std::size_t d = 0; d < differences.columns(); ++d) days.push_back(day_of(differences, d));
  return days;
}

// The days that vary, each unit's distance from the day's mean.
Table residuals_of(const Table& differences, const std::vector<Day>& days) {
  std::vector<std::size_t> varying;
  for (std::size_t d = 0; d < days.size(); ++d) {
    if (days[d].varies) varying.push_back(d);
  }
  Table residuals(differences.rows(), varying.size());
  for (std::size_t u = 0; u < differences.rows(); ++u) {
    for (std::size_t v = 0; v < varying.size(); ++v) {
      residuals.row(u)[v] = differences.row(u)[varying[v]] - days[varying[v]].mean;
    }
  }
  return residuals;
}

// Places 0 .. units - 1 in an order by luck (Fisher & Yates).
std::vector<std::size_t> shuffled_places(std::size_t units, const CipherKey& key) {
  std::vector<std::size_t> places(units);
  std::iota(places.begin(), places.end(), 0);
  for (std::size_t i = units - 1; i > 0; --i) {
    const DrawAddress at{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(units), 0,
                         static_cast<std::uint8_t>(EffectPurpose::shuffle)};
    std::swap(places[i], places[draw32(key, at, 0) * std::uint64_t{i + 1} >> 32]);
  }
  return places;
}

// Many units as the sums of groups of them, put together by luck: how the days vary together shows in these as well.
Table grouped(const Table& residuals, const CipherKey& key) {
  if (residuals.rows() <= most_sign_units) return residuals;
  const std::vector<std::size_t> places = shuffled_places(residuals.rows(), key);
  Table groups(most_sign_units, residuals.columns());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto from = residuals.row(places[i]);
    const auto to = groups.row(i % most_sign_units);
    std::transform(from.begin(), from.end(), to.begin(), to.begin(), std::plus<>());
  }
  return groups;
}

// Each column divided by the root of its sum of squares. Single precision will do: all that is read off is a
// percentile.
std::vector<float> scaled(const Table& residuals) {
  std::vector<float> values(residuals.rows() * residuals.columns());
  for (std::size_t c = 0; c < residuals.columns(); ++c) {
    const std::vector<double> column = residuals.column(c);
    const double root = std::sqrt(squared_distances(column, 0));
    for (std::size_t u = 0; u < column.size(); ++u) {
      values[u * residuals.columns() + c] = root > 0 ? static_cast<float>(column[u] / root) : 0.0F;
    }
  }
  return values;
}

// Sums of columns, each row with a sign by luck.
class SignedSums {
 public:
  SignedSums(const Table& residuals, const CipherKey& key)
      : key_(key), units_(residuals.rows()), columns_(residuals.columns()), values_(scaled(residuals)) {}

  // The largest sum, without its sign, of sign pattern `pattern`.
  float largest(std::uint32_t pattern) {
    sums_.assign(columns_, 0);
    CipherBlock bits{};
    for (std::size_t u = 0; u < units_; ++u) {
      if (u % 128 == 0) bits = encrypt(key_, draw_counter(address_of(pattern), static_cast<std::uint32_t>(u / 128)));
      add(u, bits.word[u / 32 % 4] >> (u % 32) & 1 ? 1.0F : -1.0F);
    }
    float most = 0;
    for (const float sum : sums_) most = std::max(most, std::abs(sum));
    return most;
  }

 private:
  DrawAddress address_of(std::uint32_t pattern) const {
    return {pattern, static_cast<std::uint32_t>(units_), 0, static_cast<std::uint8_t>(EffectPurpose::sign)};
  }

  void add(std::size_t unit, float sign) {
    const float* row = values_.data() + unit * columns_;
    float* sums = sums_.data();
    for (std::size_t c = 0; c < columns_; ++c) sums[c] += sign * row[c];
  }

  CipherKey key_;
  std::size_t units_;
  std::size_t columns_;
  std::vector<float> values_;
  std::vector<float> sums_;
};

// The 95th percentile, over sign patterns, of the largest t of all days. With squares that add up to 1 the t of a day
// is a rising function of its sum alone: signs change the mean, and what they leave of the squares is the variance.
double sign_flip_critical_value(const Table& residuals, const CipherKey& key) {
  SignedSums sums(residuals, key);
  std::vector<float> largest;
  for (std::uint32_t pattern = 0; pattern < sign_patterns; ++pattern) largest.push_back(sums.largest(pattern));
  std::sort(largest.begin(), largest.end());
  const double sum = largest[static_cast<std::size_t>((1 - outside) * sign_patterns)];
  const auto units = static_cast<double>(residuals.rows());
  const double explained = std::min(sum * sum / units, 1.0);
  return std::sqrt((units - 1) * explained / (1 - explained));
}

double critical_value_of(const Table& residuals, std::uint64_t seed) {
  const std::size_t degrees = residuals.rows() - 1;
  const double one_day = student_t_above(outside / 2, degrees);
  const double each = 1 - std::pow(1 - outside, 1 / static_cast<double>(residuals.columns()));
  const double unrelated_days = student_t_above(each / 2, degrees);
  if (residuals.rows() < units_for_signs) return unrelated_days;
  const CipherKey key = key_of_seed(seed);
  return std::clamp(sign_flip_critical_value(grouped(residuals, key), key), one_day, unrelated_days);
}

bool leaves_out_zero(const Range& band) { return band.low > 0 || band.high < 0; }

void find_first_days(DailyBand& result) {
  const auto days = static_cast<int>(result.band.size());
  for (int d = days - 1; d >= 0; --d) {
    if (!leaves_out_zero(result.band[static_cast<std::size_t>(d)])) continue;
    result.first_day = d;
    if (d == days - 1 || result.lasting_from == d + 1) result.lasting_from = d;
  }
}

}  // namespace

DailyBand daily_band(const Table& differences, std::uint64_t seed) {
  // NaN has no place in an order; a table with one keeps its own.
  const bool complete = all_finite(differences.values());
  const Table ordered = complete ? sorted_rows(differences) : differences;
  const std::vector<Day> days = days_of(ordered);
  const Table residuals = residuals_of(ordered, days);

  DailyBand result;
  if (residuals.columns() > 0) result.critical_value = critical_value_of(residuals, seed);
  for (const Day& day : days) {
    const double reach = result.critical_value * day.standard_error;
    result.difference.push_back(day.mean);
    result.band.push_back({day.mean - reach, day.mean + reach});
  }
  find_first_days(result);
  return result;
}

}  // namespace trust
