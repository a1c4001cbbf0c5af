#include "sim/exact_math.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>

#include "sim/lane_hash.hpp"
#include "tests/sim/random_arcs.hpp"

namespace trust {
namespace {

double relative_error(double found, long double wanted) {
  if (wanted == 0) return found == 0 ? 0 : 1;
  return static_cast<double>(std::abs((found - wanted) / wanted));
}

double between(oracle::SplitMix& random, double low, double high) {
  return low + (high - low) * (static_cast<double>(random.next() >> 11) * 0x1p-53);
}

// A normal positive number with any exponent and any digits.
double any_normal(oracle::SplitMix& random) {
  const std::uint64_t exponent = 1 + random.next() % 2046;
  return std::bit_cast<double>(exponent << 52 | random.next() >> 12);
}

constexpr double claimed = 1e-14;  // by sim/exact_math.hpp

TEST(ExactLog, IsWithinItsClaimOverAllNormalNumbers) {
  oracle::SplitMix random(31);
  double worst = 0;
  for (int i = 0; i < 300'000; ++i) {
    const double x = any_normal(random);
    worst = std::max(worst, relative_error(exact_log(x), std::log(static_cast<long double>(x))));
  }
  EXPECT_LT(worst, claimed);
}

TEST(ExactLog, IsWithinItsClaimCloseToOne) {
  double worst = 0;
  for (double distance = 0.5; distance > 0x1p-52; distance *= 0.83) {
    for (const double x : {1 - distance, 1 + distance}) {
      worst = std::max(worst, relative_error(exact_log(x), std::log(static_cast<long double>(x))));
    }
  }
  EXPECT_LT(worst, claimed);
}

TEST(ExactLog, IsWithinItsClaimAtItsSeams) {
  using Limits = std::numeric_limits<double>;
  for (const double seam :
       {std::numbers::sqrt2, std::numbers::sqrt2 / 2, 1.0, 2.0, 0.5, Limits::min(), Limits::max()}) {
    for (const double x : {seam, std::nextafter(seam, 1e-300), std::nextafter(seam, 1e300)}) {
      if (!std::isnormal(x)) continue;
      EXPECT_LT(relative_error(exact_log(x), std::log(static_cast<long double>(x))), claimed) << x;
    }
  }
  EXPECT_EQ(exact_log(1.0), 0.0);
}

TEST(ExactExp, IsWithinItsClaim) {
  oracle::SplitMix random(32);
  double worst = 0;
  for (int i = 0; i < 300'000; ++i) {
    const double x = between(random, -700, 700) * (i % 2 == 0 ? 1 : 1e-3);
    worst = std::max(worst, relative_error(exact_exp(x), std::exp(static_cast<long double>(x))));
  }
  for (const double x : {-700.0, 700.0, 1e-300, -1e-17, 0.34657359, -0.34657359, 0.3465735903, -0.3465735903}) {
    worst = std::max(worst, relative_error(exact_exp(x), std::exp(static_cast<long double>(x))));
  }
  EXPECT_LT(worst, claimed);
  EXPECT_EQ(exact_exp(0.0), 1.0);
}

TEST(ExactExp, UndoesExactLog) {
  oracle::SplitMix random(33);
  for (int i = 0; i < 10'000; ++i) {
    const double x = between(random, 1e-6, 1000);
    ASSERT_LT(relative_error(exact_exp(exact_log(x)), static_cast<long double>(x)), claimed) << x;
  }
}

TEST(ExactPower, IsWithinItsClaim) {
  oracle::SplitMix random(34);
  double worst = 0;
  for (int i = 0; i < 300'000; ++i) {
    const double base = exact_exp(between(random, -5, 5));
    const double exponent = between(random, -3, 3);
    worst = std::max(worst, relative_error(exact_power(base, exponent), std::pow(static_cast<long double>(base),
                                                                                 static_cast<long double>(exponent))));
  }
  EXPECT_LT(worst, claimed);
}

TEST(ExactPower, LosesDigitsNoFasterThanItsHeaderSays) {
  oracle::SplitMix random(35);
  for (int i = 0; i < 100'000; ++i) {
    const double logarithm = between(random, -5, 5);
    const double base = exact_exp(logarithm);
    const double exponent = between(random, -690, 690) / std::max(std::abs(logarithm), 0.1);
    const auto wanted = std::pow(static_cast<long double>(base), static_cast<long double>(exponent));
    ASSERT_LT(relative_error(exact_power(base, exponent), wanted), 5e-16 * (1 + std::abs(exponent * logarithm)));
  }
}

TEST(ExactPower, OfWholeExponentsIsRepeatedMultiplication) {
  for (const double base : {0.3, 0.97, 1.0, 1.7, 12.0}) {
    long double product = 1;
    for (int exponent = 0; exponent <= 6; ++exponent, product *= base) {
      EXPECT_LT(relative_error(exact_power(base, exponent), product), claimed) << base << " to the " << exponent;
    }
  }
}

// The bits themselves, so that a compiler that computes otherwise is found without the other one at hand.
TEST(ExactMath, GivesTheseBits) {
  std::uint64_t logs = 0, powers = 0;
  for (int i = 1; i <= 10'000; ++i) {
    logs = chain(logs, std::bit_cast<std::uint64_t>(exact_log(i * 0.37)));
    powers = chain(powers, std::bit_cast<std::uint64_t>(exact_exp(i * 0.01 - 50)));
  }
  EXPECT_EQ(logs, 4270814099216833598u);
  EXPECT_EQ(powers, 4527167831232413764u);
}

}  // namespace
}  // namespace trust
