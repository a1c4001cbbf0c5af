// exp, log and the logistic function for Lanes, by plain multiplies and adds: equal bits on every compiler and
// processor, which no vendor's mathematical library promises. Relative error below 3e-7, held by a test (log_odds:
// 3e-7 of the larger of 1 and the result, which goes through 0 at p = 1/2).
#pragma once

#include "sim/lanes.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// e to the power of x; x is first kept within [-87, 87].
TRUST_INLINE Lanes exponential(Lanes x) {
  x = clamp(x, -87.0F, 87.0F);
  const Lanes turns = x * 1.44269504F;
  const LaneInts power = to_ints(turns + choose(turns < 0.0F, Lanes(-0.5F), Lanes(0.5F)));
  const Lanes whole = to_floats(power);
  const Lanes rest = x - whole * 0.693359375F + whole * 2.12194440e-4F;  // ln 2 in two parts: no digits are lost
  Lanes sum = 1.9875691500e-4F;
  sum = sum * rest + 1.3981999507e-3F;
  sum = sum * rest + 8.3334519073e-3F;
  sum = sum * rest + 4.1665795894e-2F;
  sum = sum * rest + 1.6666665459e-1F;
  sum = sum * rest + 5.0000001201e-1F;
  sum = sum * (rest * rest) + rest + 1.0F;
  return sum * as_floats(shift_left(power + LaneInts(127), 23));
}

/// Natural logarithm of x; values below the smallest normal number count as that number.
TRUST_INLINE Lanes logarithm(Lanes x) {
  x = max(x, 1.17549435e-38F);
  const LaneInts bits = as_bits(x);
  LaneInts exponent = shift_right(bits, 23) - LaneInts(126);
  Lanes mantissa = as_floats((bits & LaneInts(0x007FFFFF)) | LaneInts(0x3F000000));  // in [0.5, 1)
  const LaneMask small = mantissa < 0.707106781F;
  exponent = exponent - (small & LaneInts(1));
  mantissa = mantissa + where(small, mantissa) - 1.0F;
  const Lanes square = mantissa * mantissa;
  Lanes sum = 7.0376836292e-2F;
  sum = sum * mantissa - 1.1514610310e-1F;
  sum = sum * mantissa + 1.1676998740e-1F;
  sum = sum * mantissa - 1.2420140846e-1F;
  sum = sum * mantissa + 1.4249322787e-1F;
  sum = sum * mantissa - 1.6668057665e-1F;
  sum = sum * mantissa + 2.0000714765e-1F;
  sum = sum * mantissa - 2.4999993993e-1F;
  sum = sum * mantissa + 3.3333331174e-1F;
  const Lanes whole = to_floats(exponent);
  Lanes tail = sum * mantissa * square - whole * 2.12194440e-4F;
  tail = tail - 0.5F * square;
  return mantissa + tail + whole * 0.693359375F;
}

/// 1 / (1 + e^-x).
TRUST_INLINE Lanes logistic(Lanes x) { return 1.0F / (1.0F + exponential(-x)); }

/// ln(p / (1 - p)), p first kept within [1e-6, 1 - 1e-6].
TRUST_INLINE Lanes log_odds(Lanes p) {
  p = clamp(p, 1e-6F, 0.999999F);
  return logarithm(p / (1.0F - p));
}

}  // namespace TRUST_PATH
}  // namespace trust
