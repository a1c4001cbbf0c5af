// Where days lie across the window: one axis for all plots and lanes.
#pragma once

#include <algorithm>
#include <cmath>

#include "viz/plot/ticks.hpp"

namespace trust::viz {

struct DayAxis {
  float left = 0;  // pixels
  float right = 1;
  Range days;

  float width() const { return right - left; }
  float x_of(double day) const { return left + static_cast<float>((day - days.low) / days.width()) * width(); }
  double day_of(float x) const { return days.low + static_cast<double>((x - left) / width()) * days.width(); }

  /// The nearest whole day that can be seen.
  int whole_day_of(float x) const {
    return static_cast<int>(std::lround(std::clamp(day_of(x), std::ceil(days.low), std::floor(days.high))));
  }
  bool shows(double day) const { return day >= days.low && day <= days.high; }
};

}  // namespace trust::viz
