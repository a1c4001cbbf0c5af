// Working days only: a published "90 days" is 65 of them. Day 0 is the state before anybody has worked; day d is the
// d-th working day.
#pragma once

namespace trust::calendar {

inline constexpr int days_per_week = 5;
inline constexpr int days_per_quarter = 65;
inline constexpr int days_per_year = 260;
inline constexpr double days_per_month = days_per_year / 12.0;
inline constexpr int calendar_days_per_week = 7;

/// Week, quarter and year (each from 1) of working day `day` >= 1; day 0 counts as the first.
constexpr int week_of(int day) { return day < 1 ? 1 : (day - 1) / days_per_week + 1; }
constexpr int quarter_of(int day) { return day < 1 ? 1 : (day - 1) / days_per_quarter + 1; }
constexpr int year_of(int day) { return day < 1 ? 1 : (day - 1) / days_per_year + 1; }

/// Working days in a span of calendar days, rounded up: 90 -> 65.
constexpr int working_days(int calendar_days) {
  return (calendar_days * days_per_week + calendar_days_per_week - 1) / calendar_days_per_week;
}

}  // namespace trust::calendar
