#include "study/compare/influence.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>
#include <numeric>

#include "study/statistics.hpp"

namespace trust {
namespace {

// From 1; equal values share the mean of their ranks.
std::vector<double> ranks(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin + 1;
    while (end < order.size() && values[order[end]] == values[order[begin]]) ++end;
    for (std::size_t i = begin; i < end; ++i) ranks[order[i]] = static_cast<double>(begin + end + 1) / 2;
    begin = end;
  }
  return ranks;
}

double correlation(std::span<const double> a, std::span<const double> b) {
  const double mean_a = mean(a);
  const double mean_b = mean(b);
  double ab = 0, aa = 0, bb = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    ab += (a[i] - mean_a) * (b[i] - mean_b);
    aa += (a[i] - mean_a) * (a[i] - mean_a);
    bb += (b[i] - mean_b) * (b[i] - mean_b);
  }
  return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : 0;
}

// The smallest correlation that one in twenty studies would show for the largest of `tests` levers without any.
double beyond_luck(std::size_t pairs, std::size_t tests) {
  const double freedom = static_cast<double>(pairs) - 2;
  const boost::math::students_t distribution(freedom);
  const double t = boost::math::quantile(complement(distribution, 0.025 / static_cast<double>(tests)));
  return t / std::sqrt(freedom + t * t);
}

}  // namespace

double rank_correlation(std::span<const double> a, std::span<const double> b) {
  const auto is_none = [](double value) { return std::isnan(value); };
  if (a.size() < 3 || std::ranges::any_of(a, is_none) || std::ranges::any_of(b, is_none))
    return std::numeric_limits<double>::quiet_NaN();
  return correlation(ranks(a), ranks(b));
}

std::vector<Influence> influences(const ParameterDraws& draws, std::uint32_t first_replicate,
                                  std::span<const double> effect) {
  std::vector<Influence> found;
  if (effect.size() < 3) return found;
  const double threshold = beyond_luck(effect.size(), draws.levers().size());
  for (const Lever lever : draws.levers()) {
    std::vector<double> shares;
    for (std::uint32_t r = 0; r < effect.size(); ++r) shares.push_back(draws.share(lever, first_replicate + r));
    const double correlation = rank_correlation(shares, effect);
    found.push_back({lever, correlation, std::abs(correlation) > threshold});
  }
  std::stable_sort(found.begin(), found.end(), [](const Influence& a, const Influence& b) {
    return std::abs(a.correlation) > std::abs(b.correlation);
  });
  return found;
}

bool rests_on_design(Lever lever) { return parameter(lever).source.starts_with("[design]"); }

}  // namespace trust
