// The functions for lanes against the double-precision mathematical library, over millions of values and on every path.
#include "sim/lane_math.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "sim/columns.hpp"
#include "sim/lane_hash.hpp"
#include "tests/sim/lane_probe.hpp"

namespace trust::test {
namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();

/// Applies an operation of one argument to every value.
std::vector<float> applied(InstructionSet set, const char* expression, const std::vector<float>& values) {
  const std::size_t rows = (values.size() + lane_columns - 1) / lane_columns;
  LaneColumn in(rows), out(rows);
  std::ranges::copy(values, in.row(0));
  operation(set, expression)(in.row(0), in.row(0), in.row(0), out.row(0), rows);
  return {out.row(0), out.row(0) + values.size()};
}

float applied(InstructionSet set, const char* expression, float value) {
  return applied(set, expression, std::vector<float>{value}).front();
}

/// Values from `first` to `last` (of one sign), every `stride`-th float between them, both ends included.
std::vector<float> sweep(float first, float last, std::uint32_t stride) {
  std::vector<float> values;
  const auto end = std::bit_cast<std::uint32_t>(last);
  for (auto bits = std::bit_cast<std::uint32_t>(first); bits < end; bits += stride) {
    values.push_back(std::bit_cast<float>(bits));
  }
  values.push_back(last);
  return values;
}

std::vector<float> even_steps(float first, float last, int steps) {
  std::vector<float> values;
  for (int i = 0; i <= steps; ++i)
    values.push_back(first + (last - first) * static_cast<float>(i) / static_cast<float>(steps));
  return values;
}

/// The largest |found - wanted| / max(|wanted|, floor).
double worst_error(const std::vector<float>& values, const std::vector<float>& found, double (*wanted)(double),
                   double floor = 0) {
  double worst = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double truth = wanted(values[i]);
    const double error = std::abs(found[i] - truth);
    if (error > 0) worst = std::max(worst, error / std::max(std::abs(truth), floor));
  }
  return worst;
}

constexpr double claimed = 3e-7;  // by sim/lane_math.hpp

class LaneMath : public testing::TestWithParam<InstructionSet> {
 protected:
  double error_of(const char* expression, const std::vector<float>& values, double (*wanted)(double),
                  double floor = 0) const {
    return worst_error(values, applied(GetParam(), expression, values), wanted, floor);
  }
};

TEST_P(LaneMath, ExponentialIsWithinItsClaim) {
  const auto wanted = [](double x) { return std::exp(x); };
  EXPECT_LT(error_of("exponential(a)", sweep(0x1p-30F, 87.0F, 997), wanted), claimed);
  EXPECT_LT(error_of("exponential(a)", sweep(-0x1p-30F, -87.0F, 997), wanted), claimed);
  EXPECT_LT(error_of("exponential(a)", even_steps(-87, 87, 400'000), wanted), claimed);
}

TEST_P(LaneMath, LogarithmIsWithinItsClaim) {
  const auto wanted = [](double x) { return std::log(x); };
  EXPECT_LT(error_of("logarithm(a)", sweep(0x1p-126F, infinity, 4001), wanted), claimed);
  EXPECT_LT(error_of("logarithm(a)", sweep(0.5F, 2.0F, 31), wanted), claimed);
}

TEST_P(LaneMath, LogarithmIsWithinItsClaimCloseToOne) {
  // Where the result goes through 0 and digits would be lost first.
  const auto wanted = [](double x) { return std::log(x); };
  EXPECT_LT(error_of("logarithm(a)", sweep(0.999F, 1.001F, 1), wanted), claimed);
}

TEST_P(LaneMath, LogisticIsWithinItsClaim) {
  const auto wanted = [](double x) { return 1 / (1 + std::exp(-x)); };
  EXPECT_LT(error_of("logistic(a)", sweep(0x1p-30F, 200.0F, 997), wanted), claimed);
  EXPECT_LT(error_of("logistic(a)", sweep(-0x1p-30F, -87.0F, 997), wanted), claimed);
}

TEST_P(LaneMath, LogOddsIsWithinItsClaim) {
  const auto wanted = [](double p) { return std::log(p) - std::log1p(-p); };
  EXPECT_LT(error_of("log_odds(a)", sweep(1e-6F, 0.999999F, 499), wanted, 1.0), claimed);
  EXPECT_LT(error_of("log_odds(a)", sweep(0.4999F, 0.5001F, 1), wanted, 1.0), claimed);
}

TEST_P(LaneMath, RisesWhereTheFunctionRises) {
  struct Case {
    const char* expression;
    float from, to;
  };
  for (const Case& c : {Case{"exponential(a)", -87, 87}, Case{"logarithm(a)", 0.001F, 20}, Case{"logistic(a)", -80, 8},
                        Case{"log_odds(a)", 1e-6F, 0.999F}}) {
    const auto found = applied(GetParam(), c.expression, even_steps(c.from, c.to, 20'000));
    EXPECT_EQ(std::ranges::adjacent_find(found, std::greater_equal<>()), found.end()) << c.expression;
  }
}

TEST_P(LaneMath, IsExactWhereTheAnswerIsSimple) {
  EXPECT_EQ(applied(GetParam(), "exponential(a)", 0.0F), 1.0F);
  EXPECT_EQ(applied(GetParam(), "exponential(a)", -0.0F), 1.0F);
  EXPECT_EQ(applied(GetParam(), "logarithm(a)", 1.0F), 0.0F);
  EXPECT_EQ(applied(GetParam(), "logistic(a)", 0.0F), 0.5F);
  EXPECT_EQ(applied(GetParam(), "log_odds(a)", 0.5F), 0.0F);
}

TEST_P(LaneMath, KeepsItsArgumentsWithinTheRangesThatItStates) {
  const auto at = [](const char* expression, float value) { return applied(GetParam(), expression, value); };
  for (const float beyond : {87.1F, 88.8F, 1e6F, std::numeric_limits<float>::max(), infinity}) {
    EXPECT_EQ(at("exponential(a)", beyond), at("exponential(a)", 87.0F)) << beyond;
    EXPECT_EQ(at("exponential(a)", -beyond), at("exponential(a)", -87.0F)) << beyond;
    EXPECT_EQ(at("logistic(a)", beyond), 1.0F) << beyond;
    EXPECT_EQ(at("logistic(a)", -beyond), at("logistic(a)", -87.0F)) << beyond;
  }
  for (const float beyond : {0x1p-127F, std::numeric_limits<float>::denorm_min(), 0.0F, -0.0F, -1.0F, -infinity}) {
    EXPECT_EQ(at("logarithm(a)", beyond), at("logarithm(a)", 0x1p-126F)) << beyond;
    EXPECT_EQ(at("log_odds(a)", beyond), at("log_odds(a)", 1e-6F)) << beyond;
  }
  for (const float beyond : {0.9999995F, 1.0F, 1.5F, infinity}) {
    EXPECT_EQ(at("log_odds(a)", beyond), at("log_odds(a)", 0.999999F)) << beyond;
  }
}

TEST_P(LaneMath, StaysFiniteAndInRange) {
  for (const float sign : {1.0F, -1.0F}) {
    const auto values = sweep(sign * 0.0F, sign * infinity, 65'537);
    for (const float e : applied(GetParam(), "exponential(a)", values)) ASSERT_TRUE(std::isnormal(e) && e > 0);
    for (const float l : applied(GetParam(), "logarithm(a)", values)) ASSERT_TRUE(std::abs(l) < 89.0F);
    for (const float p : applied(GetParam(), "logistic(a)", values)) ASSERT_TRUE(p > 0.0F && p <= 1.0F);
    for (const float l : applied(GetParam(), "log_odds(a)", values)) ASSERT_TRUE(std::abs(l) < 14.0F);
  }
}

TEST_P(LaneMath, GivesTheBitsOfThePortablePath) {
  for (const char* expression : {"exponential(a)", "logarithm(a)", "logistic(a)", "log_odds(a)"}) {
    for (const float sign : {1.0F, -1.0F}) {
      const auto values = sweep(sign * 0.0F, sign * infinity, 4093);
      const auto found = applied(GetParam(), expression, values);
      const auto wanted = applied(InstructionSet::portable, expression, values);
      ASSERT_EQ(std::ranges::mismatch(found, wanted).in1, found.end()) << expression;
    }
  }
}

// The bits themselves, so that a compiler that computes otherwise is found without the other one at hand.
TEST_P(LaneMath, GivesTheseBits) {
  std::uint64_t hash = 0;
  for (const char* expression : {"exponential(a)", "logarithm(a)", "logistic(a)", "log_odds(a)"}) {
    for (const float value : applied(GetParam(), expression, even_steps(-20, 20, 40'000))) {
      hash = chain(hash, std::bit_cast<std::uint32_t>(value));
    }
  }
  EXPECT_EQ(hash, 11022471018798863100u);
}

INSTANTIATE_TEST_SUITE_P(Path, LaneMath, testing::ValuesIn(available_sets()),
                         [](const auto& param_info) { return std::string(name_of(param_info.param)); });

TEST(LaneMathErrors, OfOneDigitTooManyAreSeen) {
  const std::vector<float> values{1.0F, 2.0F};
  const std::vector<float> found{1.0F, 2.000001F};
  EXPECT_GT(worst_error(values, found, [](double x) { return x; }), claimed);
}

}  // namespace
}  // namespace trust::test
