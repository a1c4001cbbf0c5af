// Which days are looked at: the arithmetic of wheel, drag and double click. Ranges in, ranges out; none is ever empty,
// turned round, outside the run or not a number.
#pragma once

#include "viz/plot/ticks.hpp"

namespace trust::viz {

inline constexpr double least_days = 4;  // that can be looked at, where the run has as many

/// The wanted days brought into 0 .. `days`: all of them where they are none, or no numbers.
Range visible_days(Range wanted, int days);

/// Whether all days of the run can be seen.
bool shows_all(Range visible, int days);

/// A turn of the wheel (above 0: nearer) over day `at`, which keeps its place on the screen as far as the run's ends
/// allow.
Range zoomed(Range visible, double at, double notches, int days);

/// Moved by so many days (above 0: later), as far as the run's ends allow.
Range panned(Range visible, double by, int days);

/// What a box from one day to the other leaves, whichever is first.
Range boxed(double one, double other, int days);

}  // namespace trust::viz
