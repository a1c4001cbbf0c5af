// Ticks at round numbers, no peak lost on few pixels, ranges that no data can break.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "viz/plot/dashes.hpp"
#include "viz/plot/decimate.hpp"
#include "viz/plot/histogram.hpp"
#include "viz/plot/label_places.hpp"
#include "viz/plot/ticks.hpp"
#include "viz/plot/value_range.hpp"

namespace trust::viz {
namespace {

constexpr float nan = std::numeric_limits<float>::quiet_NaN();
constexpr float infinity = std::numeric_limits<float>::infinity();

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

TEST(Ticks, OfDaysAndCountsAreWhole) {
  for (const Range range : {Range{0, 4}, Range{11.3, 15.4}, Range{0, 1.08}, Range{0, 13000}, Range{40.2, 44.2}}) {
    for (const int most : {2, 5, 20}) {
      const Ticks ticks = whole_ticks(range, most);
      EXPECT_FALSE(ticks.at.empty());
      EXPECT_EQ(ticks.decimals, 0);
      for (const double at : ticks.at) EXPECT_EQ(at, std::round(at));
    }
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
  const double no_number = std::numeric_limits<double>::quiet_NaN();
  EXPECT_TRUE(nice_ticks({1, 1}, 5).at.empty());
  EXPECT_TRUE(nice_ticks({no_number, 1}, 5).at.empty());
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

// --- Lines on few pixels ---------------------------------------------------------------------------------------------

std::vector<float> random_line(std::size_t count, std::uint32_t seed, bool hostile) {
  std::mt19937 random(seed);
  std::vector<float> values;
  for (std::size_t i = 0; i < count; ++i) {
    const auto value = static_cast<float>(random() % 100000) / 100 - 500;
    const auto dice = random() % 10;
    values.push_back(hostile && dice == 0 ? nan : hostile && dice == 1 ? infinity : value);
  }
  return values;
}

TEST(Decimation, HasTheExtentsOfTheWholeLine) {
  for (const bool hostile : {false, true}) {
    for (const std::size_t count : {std::size_t{1}, std::size_t{2}, std::size_t{129}, std::size_t{13000}}) {
      const std::vector<float> values = random_line(count, 5, hostile);
      ValueRange whole;
      whole.include(values, {0, count});
      for (const std::size_t run : {1, 2, 7, 13, 20000}) {
        ValueRange few;
        for (const Extent& extent : extents_of_runs(values, {0, count}, run)) {
          if (std::isnan(extent.low)) continue;
          EXPECT_LE(extent.low, extent.start);
          EXPECT_LE(extent.start, extent.high);
          few.include(static_cast<double>(extent.low));
          few.include(static_cast<double>(extent.high));
        }
        EXPECT_EQ(few.empty(), whole.empty());
        EXPECT_EQ(few.axis().low, whole.axis().low) << count << " values in runs of " << run;
        EXPECT_EQ(few.axis().high, whole.axis().high);
      }
    }
  }
}

TEST(Decimation, KeepsEachPeakInItsOwnColumn) {
  std::vector<float> values(13000, 0);
  values[4321] = 5000;
  for (const std::size_t run : {1, 7, 13}) {
    for (const Extent& extent : extents_of_runs(values, {0, values.size()}, run)) {
      const bool here = extent.first <= 4321 && 4321 < extent.first + run;
      EXPECT_EQ(extent.high, here ? 5000.0F : 0.0F) << extent.first;
    }
  }
}

TEST(Decimation, LeavesFewValuesAlone) {
  const std::vector<float> values{3, 1, 2};
  const auto extents = extents_of_runs(values, {0, 3}, days_per_column({0, 3}, 100));
  ASSERT_EQ(extents.size(), 3u);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(extents[i].first, i);
    EXPECT_EQ(extents[i].low, values[i]);
    EXPECT_EQ(extents[i].high, values[i]);
  }
  EXPECT_TRUE(extents_of_runs({}, {0, 0}, 10).empty());
}

TEST(Decimation, RunsStayTheSameWhileThePictureMoves) {
  const std::vector<float> values = random_line(1000, 9, false);
  const auto before = extents_of_runs(values, {100, 700}, 7);
  for (const Extent& after : extents_of_runs(values, {103, 703}, 7)) {
    for (const Extent& one : before) {
      EXPECT_TRUE(one.first != after.first || one.high == after.high);
    }
    EXPECT_EQ(after.first % 7, 0u);
  }
}

TEST(Decimation, NoMoreColumnsThanPixels) {
  for (const double pixels : {1.0, 17.0, 900.0}) {
    const std::size_t run = days_per_column({0, 13000}, pixels);
    EXPECT_LE(13001 / run, static_cast<std::size_t>(pixels) + 1);
  }
  EXPECT_EQ(days_per_column({0, 5}, 900), 1u);
  EXPECT_EQ(days_per_column({0, 5}, 0), 1u);
}

TEST(Decimation, VisibleDaysHaveANeighbourOnEitherSide) {
  const IndexRange some = visible_indexes(100, {10.5, 20.2});
  EXPECT_EQ(some.from, 9u);
  EXPECT_EQ(some.to, 23u);
  EXPECT_EQ(visible_indexes(100, {0, 99}).to, 100u);
  EXPECT_EQ(visible_indexes(5, {20, 30}).to, 0u) << "the line ends before";
  EXPECT_EQ(visible_indexes(0, {0, 30}).to, 0u);
}

// --- What the y axis shows -------------------------------------------------------------------------------------------

TEST(ValueRanges, AreNeverEmptyNorNoNumbers) {
  const std::vector<std::vector<float>> hostile{{},
                                                {nan},
                                                {infinity, -infinity},
                                                {3},
                                                {3, nan, infinity},
                                                {std::numeric_limits<float>::max(), -std::numeric_limits<float>::max()},
                                                std::vector<float>(13000, 0),
                                                {1e-30F}};
  for (const auto& values : hostile) {
    ValueRange range;
    range.include(values, {0, values.size()});
    const Range axis = range.axis();
    EXPECT_TRUE(std::isfinite(axis.low) && std::isfinite(axis.high));
    EXPECT_GT(axis.width(), 0);
    EXPECT_GE(nice_ticks(axis, 5).at.size(), 1u);
  }
}

TEST(ValueRanges, HoldAllThatCanBeSeenWithRoom) {
  ValueRange range;
  range.include(std::vector<float>{0.4F, 0.6F, 9}, {0, 2});
  EXPECT_LT(range.axis().low, 0.4);
  EXPECT_GT(range.axis().high, 0.6);
  EXPECT_LT(range.axis().high, 0.7) << "the third is out of sight";
}

// --- Labels, dashes, classes -----------------------------------------------------------------------------------------

TEST(Labels, AreInsideAndNeverOverEachOther) {
  std::mt19937 random(8);
  for (int trial = 0; trial < 300; ++trial) {
    std::vector<LabelWish> wishes;
    for (std::uint32_t i = 0; i < random() % 40; ++i) {
      wishes.push_back({static_cast<float>(random() % 1100) - 50, static_cast<float>(random() % 200), 0});
    }
    const int rows = 1 + static_cast<int>(random() % 3);
    const auto places = place_labels(wishes, {0, 1000}, 10, rows);
    ASSERT_EQ(places.size(), wishes.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (!places[i]) continue;
      EXPECT_GE(places[i]->left, 0);
      EXPECT_LE(places[i]->left + wishes[i].width, 1000);
      EXPECT_LT(places[i]->row, rows);
      for (std::size_t j = 0; j < i; ++j) {
        if (!places[j] || places[j]->row != places[i]->row) continue;
        EXPECT_TRUE(places[i]->left + wishes[i].width + 10 <= places[j]->left ||
                    places[j]->left + wishes[j].width + 10 <= places[i]->left);
      }
    }
    EXPECT_TRUE(wishes.size() != 1 || places[0]) << "one alone always has a place";
  }
}

TEST(Labels, WhatMattersMoreIsPlacedFirst) {
  const std::vector<LabelWish> wishes{{100, 50, 1}, {110, 50, 0}, {nan, 50, 0}, {100, 5000, 0}};
  const auto places = place_labels(wishes, {0, 1000}, 10, 1);
  EXPECT_FALSE(places[0]);
  EXPECT_TRUE(places[1]);
  EXPECT_FALSE(places[2]);
  EXPECT_FALSE(places[3]) << "wider than all room";
}

TEST(Dashes, CoverTheirShareOfTheLineAndRunAroundCorners) {
  const std::vector<Point> corner{{0, 0}, {100, 0}, {100, 100}};
  float drawn = 0;
  for (const auto& [from, to] : dashes(corner, 6, 4)) drawn += length(to - from);
  EXPECT_NEAR(drawn, 120, 0.5);
  EXPECT_TRUE(dashes(std::vector<Point>{{0, 0}, {nan, 1}}, 6, 4).empty());
  EXPECT_TRUE(dashes(corner, 0, 0).empty()) << "no dashes rather than no end of them";
  EXPECT_LE(dashes(std::vector<Point>{{0, 0}, {1e9F, 0}}, 1, 1).size(), 20000u);
}

TEST(Histograms, CountEveryNumberOnce) {
  std::mt19937 random(4);
  for (int trial = 0; trial < 100; ++trial) {
    std::vector<float> values{0, 1, nan, -3, 7, infinity};
    for (std::uint32_t i = 0; i < random() % 500; ++i) values.push_back(static_cast<float>(random() % 1001) / 1000);
    const Histogram histogram = histogram_of(values, 20, {0, 1});
    std::size_t sum = 0;
    for (const std::size_t count : histogram.counts) sum += count;
    EXPECT_EQ(sum, values.size() - 1) << "all but the one that is no number";
    EXPECT_EQ(histogram.values, sum);
  }
}

TEST(Histograms, ClassesHoldTheirLowerEndAndTheLastItsUpperToo) {
  const Histogram histogram = histogram_of(std::vector<float>{0, 0.25F, 0.5F, 0.75F, 1}, 4, {0, 1});
  EXPECT_EQ(histogram.counts, (std::vector<std::size_t>{1, 1, 1, 2}));
  EXPECT_DOUBLE_EQ(histogram.mean, 0.5);
  EXPECT_DOUBLE_EQ(histogram.class_of(1).low, 0.25);
  EXPECT_DOUBLE_EQ(histogram.class_of(1).high, 0.5);
  EXPECT_TRUE(std::isnan(histogram_of({}, 4, {0, 1}).mean));
}

}  // namespace
}  // namespace trust::viz
