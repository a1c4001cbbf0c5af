#include "viz/plot/zoom.hpp"

#include <algorithm>
#include <cmath>

namespace trust::viz {
namespace {

constexpr double factor_per_notch = 0.8;

double end_of(int days) { return std::max(1, days); }

// A range of `width` whose `share` from its beginning lies at `at`, pushed into 0 .. end.
Range placed(double at, double share, double width, double end) {
  width = std::clamp(width, std::min(least_days, end), end);
  const double low = std::clamp(at - share * width, 0.0, end - width);
  return {low, std::min(end, low + width)};
}

}  // namespace

Range visible_days(Range wanted, int days) {
  const double end = end_of(days);
  if (!std::isfinite(wanted.low) || !std::isfinite(wanted.high) || !(wanted.width() > 0)) return {0, end};
  const double width = std::clamp(wanted.width(), std::min(least_days, end), end);
  return placed(std::clamp((wanted.low + wanted.high) / 2, 0.0, end), 0.5, width, end);
}

bool shows_all(Range visible, int days) { return visible.low <= 0 && visible.high >= end_of(days); }

Range zoomed(Range visible, double at, double notches, int days) {
  const Range now = visible_days(visible, days);
  if (!std::isfinite(at) || !std::isfinite(notches)) return now;
  const double inside = std::clamp(at, now.low, now.high);
  const double factor = std::pow(factor_per_notch, std::clamp(notches, -50.0, 50.0));
  return placed(inside, (inside - now.low) / now.width(), now.width() * factor, end_of(days));
}

Range panned(Range visible, double by, int days) {
  const Range now = visible_days(visible, days);
  if (!std::isfinite(by)) return now;
  return placed(std::clamp(now.low + by, -end_of(days), 2 * end_of(days)), 0, now.width(), end_of(days));
}

Range boxed(double one, double other, int days) {
  return visible_days({std::min(one, other), std::max(one, other)}, days);
}

}  // namespace trust::viz
