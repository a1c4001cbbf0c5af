// The band over days against the same band worked out the long way, and its edges.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/cipher.hpp"
#include "sim/draws.hpp"
#include "study/effects/daily_band.hpp"
#include "tests/study/synthetic_luck.hpp"

namespace trust {
namespace {

using test::SyntheticLuck;

constexpr std::uint64_t seed = 3;

// Paths that wander from 0 on.
Table wandering(std::size_t units, std::size_t days, std::uint64_t luck_seed = 1) {
  SyntheticLuck luck(luck_seed);
  Table table(units, days);
  for (std::size_t u = 0; u < units; ++u) {
    double place = 0;
    for (double& value : table.row(u)) value = place += luck.normal();
  }
  return table;
}

double t_of(const std::vector<double>& values) {
  double mean = 0;
  for (const double value : values) mean += value / static_cast<double>(values.size());
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  const auto n = static_cast<double>(values.size());
  return std::abs(mean) / std::sqrt(squares / (n - 1) / n);
}

// Signs drawn one by one, each day's t worked out anew from the values with their signs changed.
double critical_value_the_long_way(Table table) {
  std::vector<std::vector<double>> rows;
  for (std::size_t u = 0; u < table.rows(); ++u) rows.emplace_back(table.row(u).begin(), table.row(u).end());
  std::sort(rows.begin(), rows.end());
  const auto units = static_cast<std::uint32_t>(rows.size());
  std::vector<double> largest;
  for (std::uint32_t pattern = 0; pattern < 1000; ++pattern) {
    double most = 0;
    for (std::size_t d = 0; d < table.columns(); ++d) {
      double mean = 0;
      for (const auto& row : rows) mean += row[d] / units;
      std::vector<double> changed;
      for (std::uint32_t u = 0; u < units; ++u) {
        const CipherBlock block = encrypt(key_of_seed(seed), draw_counter({pattern, units, 0, 221}, u / 128));
        const bool stays = (block.word[u % 128 / 32] >> u % 32 & 1) != 0;
        changed.push_back(stays ? rows[u][d] - mean : mean - rows[u][d]);
      }
      most = std::max(most, t_of(changed));
    }
    largest.push_back(most);
  }
  std::sort(largest.begin(), largest.end());
  return largest[950];
}

TEST(DailyBand, IsTheLongWaysBand) {
  for (const std::size_t units : {9U, 16U, 150U}) {
    const Table table = wandering(units, 12);
    const DailyBand band = daily_band(table, seed);
    EXPECT_NEAR(band.critical_value, critical_value_the_long_way(table), 1e-4) << units;
    for (std::size_t d = 0; d < 12; ++d) {
      const std::vector<double> column = table.column(d);
      double mean = 0;
      for (const double value : column) mean += value / static_cast<double>(units);
      EXPECT_NEAR(band.difference[d], mean, 1e-12);
      const double error = std::abs(mean) / t_of(column);
      EXPECT_NEAR(band.band[d].high - mean, band.critical_value * error, 1e-10);
      EXPECT_NEAR(mean - band.band[d].low, band.critical_value * error, 1e-10);
    }
  }
}

TEST(DailyBand, OfOneDayIsStudentsInterval) {
  // t(15) = 2.131450; signs drawn anew give about the same, but never less.
  for (std::uint64_t luck = 0; luck < 20; ++luck) {
    const double critical_value = daily_band(wandering(16, 1, luck), seed).critical_value;
    EXPECT_GE(critical_value, 2.13144954);
    EXPECT_LE(critical_value, 2.13144955);  // one day is also as many unrelated days
  }
}

TEST(DailyBand, LiesBetweenOneDayAndUnrelatedDays) {
  // Days that all say the same are as one day; ten unrelated ones take t at 1 - 0.95^(1/10), which for 31 degrees of
  // freedom is 3.0075.
  SyntheticLuck luck(2);
  Table same(32, 10);
  Table unrelated(32, 10);
  for (std::size_t u = 0; u < 32; ++u) {
    const double value = luck.normal();
    for (std::size_t d = 0; d < 10; ++d) {
      same.row(u)[d] = value * static_cast<double>(d + 1);
      unrelated.row(u)[d] = luck.normal();
    }
  }
  EXPECT_NEAR(daily_band(same, seed).critical_value, 2.0395, 0.15);
  EXPECT_GE(daily_band(same, seed).critical_value, 2.0395);
  EXPECT_NEAR(daily_band(unrelated, seed).critical_value, 3.0, 0.15);
}

TEST(DailyBand, IsNeverNarrowerThanOneDays) {
  for (std::uint64_t luck_seed = 0; luck_seed < 20; ++luck_seed) {
    SyntheticLuck luck(luck_seed);
    Table table(12, 2);
    for (std::size_t u = 0; u < 12; ++u) {
      table.row(u)[0] = luck.skewed();
      table.row(u)[1] = -2 * table.row(u)[0];
    }
    EXPECT_GE(daily_band(table, seed).critical_value, 2.200985);  // t(11)
  }
}

TEST(DailyBand, FewUnitsTakeTheBandOfUnrelatedDays) {
  // Two days: t at 1 - 0.95^(1/2) = 0.0253206, half of it in each tail. With 2 degrees of freedom, t has the
  // distribution 1/2 + t / (2 sqrt(2 + t^2)).
  const double share = 1 - (1 - std::sqrt(0.95)) / 2;
  const double y = 2 * share - 1;
  EXPECT_NEAR(daily_band(wandering(3, 2), seed).critical_value, y * std::sqrt(2 / (1 - y * y)), 1e-9);
}

TEST(DailyBand, ManyUnitsAreGroupedWithoutChangingTheBandMuch) {
  const DailyBand few = daily_band(wandering(256, 20, 4), seed);
  const DailyBand many = daily_band(wandering(1500, 20, 5), seed);
  EXPECT_NEAR(many.critical_value / few.critical_value, 1, 0.06);
  EXPECT_NEAR((many.band[9].high - many.band[9].low) / (few.band[9].high - few.band[9].low), std::sqrt(256.0 / 1500),
              0.05);
}

TEST(DailyBand, DaysOnWhichNothingDiffersNeverLeaveZero) {
  Table table = wandering(16, 10);
  for (std::size_t u = 0; u < 16; ++u) {
    for (std::size_t d = 0; d < 10; ++d) table.row(u)[d] = d < 4 ? 0 : table.row(u)[d] + 100;
  }
  const DailyBand band = daily_band(table, seed);
  for (std::size_t d = 0; d < 4; ++d) {
    EXPECT_EQ(band.difference[d], 0);
    EXPECT_EQ(band.band[d].low, 0);
    EXPECT_EQ(band.band[d].high, 0);
  }
  EXPECT_EQ(band.first_day, 4);
  EXPECT_EQ(band.lasting_from, 4);
}

TEST(DailyBand, TheSameDifferenceInAllUnitsLeavesZeroAtOnce) {
  Table table(16, 5);
  for (std::size_t u = 0; u < 16; ++u) table.row(u)[2] = -0.1;
  const DailyBand band = daily_band(table, seed);
  EXPECT_EQ(band.first_day, 2);
  EXPECT_FALSE(band.lasting_from);
  EXPECT_EQ(band.band[2].low, -0.1);
  EXPECT_EQ(band.band[2].high, -0.1);
  EXPECT_EQ(band.critical_value, 0);
}

TEST(DailyBand, TellsTheFirstDayFromTheLastingOne) {
  Table table(8, 6);
  for (std::size_t u = 0; u < 8; ++u) {
    for (const std::size_t d : {1U, 2U, 4U, 5U}) table.row(u)[d] = 5 + 0.01 * static_cast<double>(u);
  }
  EXPECT_EQ(daily_band(table, seed).first_day, 1);
  EXPECT_EQ(daily_band(table, seed).lasting_from, 4);
}

TEST(DailyBand, NothingAtAllHasNoFirstDay) {
  const DailyBand band = daily_band(Table(64, 30), seed);
  EXPECT_FALSE(band.first_day);
  EXPECT_FALSE(band.lasting_from);
}

TEST(DailyBand, ADayThatIsNotANumberIsNotOneAndLeavesTheOthersAlone) {
  Table table = wandering(16, 4);
  Table without = wandering(16, 4);
  for (std::size_t u = 0; u < 16; ++u) {
    table.row(u)[1] = u == 5 ? std::numeric_limits<double>::quiet_NaN() : 100;
    without.row(u)[1] = 0;
  }
  const DailyBand band = daily_band(table, seed);
  EXPECT_TRUE(std::isnan(band.difference[1]));
  EXPECT_TRUE(std::isnan(band.band[1].low));
  EXPECT_TRUE(std::isnan(band.band[1].high));
  EXPECT_NE(band.first_day, 1);
  EXPECT_NEAR(band.critical_value, daily_band(without, seed).critical_value, 0.2);
  EXPECT_EQ(band.difference[0], daily_band(without, seed).difference[0]);
}

TEST(DailyBand, OneUnitHasNoBand) {
  const DailyBand band = daily_band(wandering(1, 3), seed);
  EXPECT_TRUE(std::isnan(band.band[0].low));
  EXPECT_FALSE(std::isnan(band.difference[0]));
  EXPECT_FALSE(band.first_day);
}

TEST(DailyBand, NoUnitsOrNoDaysAreNoTrouble) {
  EXPECT_TRUE(daily_band(Table(4, 0), seed).band.empty());
  EXPECT_TRUE(std::isnan(daily_band(Table(0, 2), seed).difference[1]));
}

TEST(DailyBand, OneUnitAmongManySaysNothing) {
  Table table(16, 3);
  table.row(7)[1] = 1;
  table.row(7)[2] = 1;
  const DailyBand band = daily_band(table, seed);
  EXPECT_FALSE(band.first_day);
  EXPECT_LT(band.band[1].low, 0);
  EXPECT_TRUE(std::isfinite(band.band[1].low));
}

TEST(DailyBand, NoOrderOfUnitsChangesABitAndScaleFollows) {
  for (const std::size_t units : {16U, 300U}) {
    const Table table = wandering(units, 7);
    Table turned(units, 7);
    Table larger(units, 7);
    for (std::size_t u = 0; u < units; ++u) {
      for (std::size_t d = 0; d < 7; ++d) {
        turned.row((u * 7 + 3) % units)[d] = table.row(u)[d];
        larger.row(u)[d] = 1024 * table.row(u)[d];
      }
    }
    const DailyBand one = daily_band(table, seed);
    for (std::size_t d = 0; d < 7; ++d) {
      EXPECT_EQ(daily_band(turned, seed).band[d].low, one.band[d].low);
      EXPECT_EQ(daily_band(larger, seed).band[d].low, 1024 * one.band[d].low);
      EXPECT_EQ(daily_band(larger, seed).band[d].high, 1024 * one.band[d].high);
    }
  }
}

}  // namespace
}  // namespace trust
