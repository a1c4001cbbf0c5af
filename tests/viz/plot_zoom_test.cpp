// Which days are seen: whatever one does with wheel and mouse, some days are, and they are of the run.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "viz/plot/day_axis.hpp"
#include "viz/plot/zoom.hpp"

namespace trust::viz {
namespace {

void expect_sound(Range range, int days) {
  EXPECT_TRUE(std::isfinite(range.low) && std::isfinite(range.high));
  EXPECT_GE(range.low, 0);
  EXPECT_LE(range.high, std::max(1, days));
  EXPECT_GT(range.width(), 0);
  EXPECT_GE(range.width(), std::min(least_days, static_cast<double>(std::max(1, days))) - 1e-9);
}

TEST(Zoom, NothingWantedShowsAll) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  for (const Range wanted : {Range{0, 0}, Range{5, 5}, Range{9, 2}, Range{none, 4}, Range{0, INFINITY}}) {
    EXPECT_EQ(visible_days(wanted, 65).low, 0);
    EXPECT_EQ(visible_days(wanted, 65).high, 65);
    EXPECT_TRUE(shows_all(visible_days(wanted, 65), 65));
  }
}

TEST(Zoom, AnySequenceKeepsDaysInSight) {
  std::mt19937 random(12);
  const auto any = [&](double scale) { return (static_cast<double>(random()) / 4294967295.0 - 0.5) * scale; };
  for (const int days : {0, 1, 3, 65, 13000}) {
    Range now{0, static_cast<double>(days)};
    for (int step = 0; step < 2000; ++step) {
      switch (random() % 4) {
        case 0:
          now = zoomed(now, any(3.0 * days), any(20), days);
          break;
        case 1:
          now = panned(now, any(3.0 * days), days);
          break;
        case 2:
          now = boxed(any(3.0 * days), any(3.0 * days), days);
          break;
        default:
          now = zoomed(now, step % 7 == 0 ? NAN : any(1e9), step % 11 == 0 ? INFINITY : any(1e6), days);
      }
      expect_sound(now, days);
    }
  }
}

TEST(Zoom, TheDayUnderThePointerKeepsItsPlace) {
  std::mt19937 random(2);
  int kept = 0;
  for (int trial = 0; trial < 1000; ++trial) {
    const double low = static_cast<double>(random() % 8000);
    const Range before{low, low + 50 + static_cast<double>(random() % 3000)};
    const double at = before.low + before.width() * (static_cast<double>(random() % 1001) / 1000);
    const double notches = static_cast<double>(random() % 9) - 4;
    const Range after = zoomed(before, at, notches, 13000);
    const bool free = after.low > 0 && after.high < 13000;
    if (!free && notches < 0) continue;  // pushed off the end of the run
    ++kept;
    EXPECT_NEAR((at - before.low) / before.width(), (at - after.low) / after.width(), 1e-9);
  }
  EXPECT_GT(kept, 700);
}

TEST(Zoom, InAndOutAgainIsWhereOneWas) {
  const Range before{40, 90};
  const Range after = zoomed(zoomed(before, 60, 3, 130), 60, -3, 130);
  EXPECT_NEAR(after.low, before.low, 1e-9);
  EXPECT_NEAR(after.high, before.high, 1e-9);
}

TEST(Zoom, PanningKeepsTheWidthAndStopsAtTheEnds) {
  EXPECT_EQ(panned({40, 60}, 15, 130).low, 55);
  EXPECT_EQ(panned({40, 60}, 15, 130).high, 75);
  EXPECT_EQ(panned({40, 60}, 1000, 130).low, 110);
  EXPECT_EQ(panned({40, 60}, -1000, 130).low, 0);
  EXPECT_EQ(panned({40, 60}, -1000, 130).high, 20);
}

TEST(Zoom, ABoxIsTheSameWhicheverEndIsFirst) {
  EXPECT_EQ(boxed(20, 50, 130).low, boxed(50, 20, 130).low);
  EXPECT_EQ(boxed(20, 50, 130).high, 50);
}

TEST(DayAxes, GoFromDayToPixelAndBack) {
  const DayAxis axis{100, 900, {12.5, 71}};
  for (int day = 13; day <= 71; ++day) EXPECT_EQ(axis.whole_day_of(axis.x_of(day)), day);
  EXPECT_EQ(axis.whole_day_of(-500), 13) << "the first whole day in sight";
  EXPECT_EQ(axis.whole_day_of(5000), 71);
}

}  // namespace
}  // namespace trust::viz
