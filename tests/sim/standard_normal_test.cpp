// The normal quantile at chosen bits (the cipher run backwards finds an address that draws them), and its draws.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <functional>
#include <numbers>
#include <vector>

#include "sim/draws.hpp"
#include "tests/sim/cipher_oracle.hpp"

namespace trust {
namespace {

// How far x is from the quantile of p, by one Newton step on the distribution function.
double quantile_error(double x, long double p) {
  const long double lower = p < 0.5L ? std::erfc(-x / std::numbers::sqrt2_v<long double>) / 2 - p
                                     : (1 - p) - std::erfc(x / std::numbers::sqrt2_v<long double>) / 2;
  const long double density = std::exp(-0.5L * x * x) / std::sqrt(2 * std::numbers::pi_v<long double>);
  return static_cast<double>(std::abs(lower / density));
}

double normal_of_bits(std::uint32_t bits) {
  const auto [at, replicate] = oracle::address_drawing(5, bits);
  return standard_normal(key_of_seed(5), at, replicate);
}

long double chance_below(std::uint32_t bits) { return (bits + 0.5L) * 0x1p-32L; }

// Bit patterns into both tails, at the seams between the formulas and in between.
std::vector<std::uint32_t> telling_bits() {
  std::vector<std::uint32_t> all;
  const auto add = [&](double value) {
    const auto bits = static_cast<std::uint32_t>(std::clamp(value, 0.0, 4294967295.0));
    all.push_back(bits);
    all.push_back(~bits);
  };
  for (double tail = 0; tail < 3e9; tail = tail * 1.6 + 1) add(tail);
  for (const double seam : {0.02425, 0.5}) {
    for (const double by : {-2.0, -1.0, 0.0, 1.0, 2.0}) add(seam * 4294967296.0 + by);
  }
  for (int i = 1; i < 64; ++i) add(i * 33554432.0);
  return all;
}

TEST(StandardNormal, IsTheQuantileOfItsBits) {
  for (const std::uint32_t bits : telling_bits()) {
    const double found = normal_of_bits(bits);
    EXPECT_LT(quantile_error(found, chance_below(bits)), 1.2e-9 * std::abs(found) + 1e-15) << bits;
  }
}

TEST(StandardNormal, IsSymmetric) {
  for (const std::uint32_t bits : telling_bits()) EXPECT_EQ(normal_of_bits(bits), -normal_of_bits(~bits)) << bits;
}

TEST(StandardNormal, RisesWithItsBits) {
  std::vector<std::uint32_t> sorted = telling_bits();
  std::ranges::sort(sorted);
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  std::vector<double> found;
  for (const std::uint32_t bits : sorted) found.push_back(normal_of_bits(bits));
  EXPECT_EQ(std::ranges::adjacent_find(found, std::greater_equal<>()), found.end());
}

TEST(StandardNormal, HasTheMomentsAndTheTailsOfOne) {
  constexpr int values = 200'000;
  const CipherKey key = key_of_seed(6);
  double mean = 0, variance = 0, skew = 0;
  std::array<int, 4> beyond{};
  for (std::uint32_t seat = 0; seat < values; ++seat) {
    const double value = standard_normal(key, {.first = seat, .day = 0, .purpose = 11}, seat % 64);
    mean += value / values;
    variance += value * value / values;
    skew += value * value * value / values;
    for (std::size_t size = 0; size < beyond.size(); ++size)
      beyond[size] += std::abs(value) > static_cast<double>(size);
  }
  EXPECT_NEAR(mean, 0, 5 / std::sqrt(values));
  EXPECT_NEAR(variance, 1, 5 * std::sqrt(2.0 / values));
  EXPECT_NEAR(skew, 0, 5 * std::sqrt(15.0 / values));
  for (std::size_t size = 1; size < beyond.size(); ++size) {
    const double wanted = values * std::erfc(static_cast<double>(size) / std::numbers::sqrt2);
    EXPECT_NEAR(beyond[size], wanted, 5 * std::sqrt(wanted)) << "beyond " << size << " deviations";
  }
}

TEST(StandardNormal, GivesTheseBits) {
  // A compiler that computes otherwise is found without the other one at hand.
  const CipherKey key = key_of_seed(6);
  std::uint64_t hash = 0;
  for (std::uint32_t seat = 0; seat < 10'000; ++seat) {
    const auto bits = std::bit_cast<std::uint64_t>(standard_normal(key, {.first = seat, .purpose = 12}, 0));
    hash = (hash ^ bits) * 0x9E3779B97F4A7C15u;
  }
  EXPECT_EQ(hash, 16225344011576612756u);
}

}  // namespace
}  // namespace trust
