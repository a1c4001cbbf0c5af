#include "study/statistics.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace trust {
namespace {

const double nan = std::numeric_limits<double>::quiet_NaN();

TEST(Statistics, PercentilesAreThoseOfType7) {
  // quantile(c(1, 2, 4, 8, 16), c(0, .05, .1, .25, .5, .95, 1), type = 7) in R.
  const std::vector<double> values = {16, 1, 8, 2, 4};
  EXPECT_DOUBLE_EQ(percentile(values, 0), 1);
  EXPECT_DOUBLE_EQ(percentile(values, 0.05), 1.2);
  EXPECT_DOUBLE_EQ(percentile(values, 0.1), 1.4);
  EXPECT_DOUBLE_EQ(percentile(values, 0.25), 2);
  EXPECT_DOUBLE_EQ(percentile(values, 0.5), 4);
  EXPECT_DOUBLE_EQ(percentile(values, 0.95), 14.4);
  EXPECT_DOUBLE_EQ(percentile(values, 1), 16);
}

TEST(Statistics, OneValueIsItsOwnRange) {
  const std::vector<double> values = {3.5};
  EXPECT_EQ(middle_90(values).low, 3.5);
  EXPECT_EQ(middle_90(values).high, 3.5);
  EXPECT_EQ(mean(values), 3.5);
}

TEST(Statistics, NothingIsNotANumber) {
  EXPECT_TRUE(std::isnan(mean({})));
  EXPECT_TRUE(std::isnan(percentile({}, 0.5)));
  EXPECT_TRUE(std::isnan(share_better({}, Better::higher)));
}

TEST(Statistics, WhatIsNotANumberIsNotDropped) {
  const std::vector<double> values = {1, nan, 3};
  EXPECT_TRUE(std::isnan(mean(values)));
  EXPECT_TRUE(std::isnan(percentile(values, 0.5)));
  EXPECT_TRUE(std::isnan(mean_with_interval(values).interval.low));
  EXPECT_TRUE(std::isnan(share_better(values, Better::lower)));
}

TEST(Statistics, IntervalsAreStudents) {
  // t.test(c(1, 2, 4, 8, 16)) in R: mean 6.2, 95 % interval -1.373133 .. 13.773133.
  const MeanWithInterval found = mean_with_interval(std::vector<double>{1, 2, 4, 8, 16});
  EXPECT_DOUBLE_EQ(found.mean, 6.2);
  const double reach = 2.776445105198 * std::sqrt(37.2 / 5);
  EXPECT_NEAR(found.interval.low, 6.2 - reach, 1e-9);
  EXPECT_NEAR(found.interval.high, 6.2 + reach, 1e-9);
}

TEST(Statistics, OneValueHasNoInterval) {
  const MeanWithInterval found = mean_with_interval(std::vector<double>{2});
  EXPECT_EQ(found.mean, 2);
  EXPECT_TRUE(std::isnan(found.interval.low));
  EXPECT_TRUE(std::isnan(found.interval.high));
}

TEST(Statistics, DifferencesOfZeroAreExactlyZero) {
  const MeanWithInterval found = mean_with_interval(std::vector<double>(7, 0.0));
  EXPECT_EQ(found.mean, 0);
  EXPECT_EQ(found.interval.low, 0);
  EXPECT_EQ(found.interval.high, 0);
}

TEST(Statistics, EqualIsNotBetter) {
  const std::vector<double> differences = {1, 0, -1, 2};
  EXPECT_EQ(share_better(differences, Better::higher), 0.5);
  EXPECT_EQ(share_better(differences, Better::lower), 0.25);
}

// 19 of 20 intervals hold the truth: 2,000 samples of uniform numbers from a fixed sequence.
TEST(Statistics, IntervalsCoverAsOftenAsTheySay) {
  std::uint64_t state = 1;
  int held = 0;
  constexpr int samples = 2000;
  for (int s = 0; s < samples; ++s) {
    std::vector<double> values;
    for (int v = 0; v < 12; ++v) {
      state = state * 6364136223846793005u + 1442695040888963407u;
      values.push_back(static_cast<double>(state >> 11) * 0x1p-53);
    }
    const Range interval = mean_with_interval(values).interval;
    held += interval.low <= 0.5 && 0.5 <= interval.high;
  }
  EXPECT_NEAR(held / static_cast<double>(samples), 0.95, 0.02);
}

}  // namespace
}  // namespace trust
