#include "sim/calendar.hpp"

#include <gtest/gtest.h>

namespace trust::calendar {
namespace {

TEST(Calendar, CountsWeeksQuartersAndYearsAsDaysGoBy) {
  int week = 1, quarter = 1, year = 1;
  int in_week = 0, in_quarter = 0, in_year = 0;
  for (int day = 1; day <= 4 * 260; ++day) {
    if (++in_week > 5) in_week = 1, ++week;
    if (++in_quarter > 65) in_quarter = 1, ++quarter;
    if (++in_year > 260) in_year = 1, ++year;
    ASSERT_EQ(week_of(day), week) << "day " << day;
    ASSERT_EQ(quarter_of(day), quarter) << "day " << day;
    ASSERT_EQ(year_of(day), year) << "day " << day;
  }
}

TEST(Calendar, CountsTheDayBeforeTheFirstAsTheFirst) {
  EXPECT_EQ(week_of(0), 1);
  EXPECT_EQ(quarter_of(0), 1);
  EXPECT_EQ(year_of(0), 1);
}

TEST(Calendar, FitsTogether) {
  EXPECT_EQ(days_per_year, 4 * days_per_quarter);
  EXPECT_EQ(days_per_year, 52 * days_per_week);
  EXPECT_DOUBLE_EQ(12 * days_per_month, days_per_year);
}

TEST(Calendar, TurnsCalendarDaysIntoWorkingDays) {
  EXPECT_EQ(working_days(90), 65);  // as published spans are meant
  EXPECT_EQ(working_days(0), 0);
  EXPECT_EQ(working_days(1), 1);
  EXPECT_EQ(working_days(7), 5);
  EXPECT_EQ(working_days(364), days_per_year);
  for (int days = 0; days < 4000; ++days) {
    // The fewest working days that are at least 5/7 of the span.
    const int found = working_days(days);
    ASSERT_GE(found * 7, days * 5) << days;
    ASSERT_LT((found - 1) * 7, days * 5) << days;
  }
}

TEST(Calendar, IsKnownWhileCompiling) {
  static_assert(week_of(6) == 2 && quarter_of(66) == 2 && year_of(261) == 2 && working_days(30) == 22);
}

}  // namespace
}  // namespace trust::calendar
