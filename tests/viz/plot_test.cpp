// Ticks at round numbers, and no peak lost on few pixels.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "viz/plot/decimate.hpp"
#include "viz/plot/ticks.hpp"

namespace trust::viz {
namespace {

TEST(Ticks, StandAtRoundSteps) {
  EXPECT_EQ(nice_ticks({0, 65}, 8).at, (std::vector<double>{0, 10, 20, 30, 40, 50, 60}));
  EXPECT_EQ(nice_ticks({0, 1}, 6).decimals, 1);
  const Ticks small = nice_ticks({0.512, 0.533}, 6);
  EXPECT_EQ(small.decimals, 3);
  ASSERT_FALSE(small.at.empty());
  EXPECT_NEAR(small.at.front(), 0.515, 1e-12);
}

TEST(Ticks, AreFewEvenlySpacedInsideAndOfOneTwoOrFive) {
  std::mt19937 random(3);
  for (int trial = 0; trial < 2000; ++trial) {
    const double low = (static_cast<double>(random()) / 4e9 - 0.5) * std::pow(10, static_cast<int>(random() % 9) - 4);
    const double width = (static_cast<double>(random() % 1000) + 1) * std::pow(10, static_cast<int>(random() % 9) - 6);
    const int most = 2 + static_cast<int>(random() % 12);
    const Ticks ticks = nice_ticks({low, low + width}, most);
    EXPECT_LE(static_cast<int>(ticks.at.size()), most);
    if (ticks.at.size() < 2) continue;
    const double step = ticks.at[1] - ticks.at[0];
    const double digit = step / std::pow(10, std::floor(std::log10(step) + 1e-6));
    EXPECT_TRUE(std::abs(digit - 1) < 1e-5 || std::abs(digit - 2) < 1e-5 || std::abs(digit - 5) < 1e-5) << step;
    EXPECT_GE(ticks.at.front(), low - step * 1e-6);
    EXPECT_LE(ticks.at.back(), low + width + step * 1e-6);
    EXPECT_LT(ticks.at.front() - low, step * (1 + 1e-6)) << "no tick is missing";
    EXPECT_LT(low + width - ticks.at.back(), step * (1 + 1e-6));
  }
}

TEST(Ticks, NeighboursReadDifferently) {
  for (const Range range : {Range{0, 1}, Range{0.41, 0.43}, Range{0, 30000}, Range{-2, 7}}) {
    const Ticks ticks = nice_ticks(range, 7);
    for (std::size_t i = 1; i < ticks.at.size(); ++i) {
      EXPECT_NE(format_number(ticks.at[i], ticks.decimals), format_number(ticks.at[i - 1], ticks.decimals));
    }
  }
}

TEST(Ticks, ARangeWithoutWidthHasNone) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_TRUE(nice_ticks({1, 1}, 5).at.empty());
  EXPECT_TRUE(nice_ticks({nan, 1}, 5).at.empty());
  EXPECT_TRUE(nice_ticks({0, std::numeric_limits<double>::infinity()}, 5).at.empty());
}

TEST(Numbers, HaveSeparatorsAndNoNegativeZero) {
  EXPECT_EQ(format_number(1234567, 0), "1,234,567");
  EXPECT_EQ(format_number(-1234.5, 1), "-1,234.5");
  EXPECT_EQ(format_number(999, 0), "999");
  EXPECT_EQ(format_number(-0.001, 2), "0.00");
  EXPECT_EQ(format_number(0.25, 2), "0.25");
}

TEST(Ranges, LeaveRoomAndNeverVanish) {
  const Range flat = padded_range({0.5, 0.5}, 0.02);
  EXPECT_LT(flat.low, 0.5);
  EXPECT_GT(flat.high, 0.5);
  const Range wide = padded_range({1, 3}, 0.02);
  EXPECT_DOUBLE_EQ(wide.low, 0.8);
  EXPECT_DOUBLE_EQ(wide.high, 3.2);
}

TEST(Decimation, KeepsEveryPeakInItsColumn) {
  std::mt19937 random(5);
  std::vector<float> values;
  for (int i = 0; i < 10000; ++i) values.push_back(static_cast<float>(random() % 1000));
  values[4321] = 5000;
  values[8765] = -5000;
  for (const std::size_t columns : {1, 7, 300, 9999}) {
    const auto extents = extents_per_column(values, columns);
    ASSERT_EQ(extents.size(), columns);
    float low = 0;
    float high = 0;
    for (std::size_t i = 0; i < extents.size(); ++i) {
      const std::size_t end = i + 1 < extents.size() ? extents[i + 1].first : values.size();
      const auto [least, most] = std::minmax_element(values.begin() + static_cast<std::ptrdiff_t>(extents[i].first),
                                                     values.begin() + static_cast<std::ptrdiff_t>(end));
      EXPECT_EQ(extents[i].low, *least);
      EXPECT_EQ(extents[i].high, *most);
      low = std::min(low, extents[i].low);
      high = std::max(high, extents[i].high);
    }
    EXPECT_EQ(low, -5000);
    EXPECT_EQ(high, 5000);
  }
}

TEST(Decimation, LeavesFewValuesAlone) {
  const std::vector<float> values{3, 1, 2};
  const auto extents = extents_per_column(values, 100);
  ASSERT_EQ(extents.size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(extents[i].first, i);
    EXPECT_EQ(extents[i].low, values[i]);
    EXPECT_EQ(extents[i].high, values[i]);
  }
  EXPECT_TRUE(extents_per_column({}, 10).empty());
}

}  // namespace
}  // namespace trust::viz
