// Standard normal values for all lanes at once, from the bits of a draw: sim/draws.hpp has the same for one replicate
// in double precision. Equal bits on every compiler and processor.
#pragma once

#include "sim/lane_math.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// The standard normal quantile of p = (bits + 1/2) / 2^32, `bits` read as unsigned: sqrt(2) times the inverse error
/// function of 2p - 1 by the single-precision polynomials of Giles 2011 (GPU Computing Gems, Jade edition, chapter 10).
/// Within 1e-6, but for one draw in 10^8 (beyond 5.6), where it is within 0.003. Mirrored about the middle: of ~bits it
/// is the negative.
TRUST_INLINE Lanes normal_quantile(LaneInts bits) {
  const LaneMask upper = bits < LaneInts(0);
  const LaneInts below = choose(upper, ~bits, bits);  // in the lower half: 0 .. 2^31 - 1
  const Lanes p = (to_floats(below) + 0.5F) * 2.3283064365386963e-10F;
  const Lanes w = -logarithm(4.0F * p * (1.0F - p));

  const Lanes near = w - 2.5F;
  Lanes middle = 2.81022636e-08F;
  middle = middle * near + 3.43273939e-07F;
  middle = middle * near - 3.5233877e-06F;
  middle = middle * near - 4.39150654e-06F;
  middle = middle * near + 2.1858087e-04F;
  middle = middle * near - 1.25372503e-03F;
  middle = middle * near - 4.17768164e-03F;
  middle = middle * near + 2.46640727e-01F;
  middle = middle * near + 1.50140941F;

  const Lanes far = exponential(0.5F * logarithm(w)) - 3.0F;  // sqrt(w) - 3
  Lanes tail = -2.00214257e-04F;
  tail = tail * far + 1.00950558e-04F;
  tail = tail * far + 1.34934322e-03F;
  tail = tail * far - 3.67342844e-03F;
  tail = tail * far + 5.73950773e-03F;
  tail = tail * far - 7.6224613e-03F;
  tail = tail * far + 9.43887047e-03F;
  tail = tail * far + 1.00167406F;
  tail = tail * far + 2.83297682F;

  const Lanes lower = 1.41421356F * choose(w < 5.0F, middle, tail) * (2.0F * p - 1.0F);
  return choose(upper, -lower, lower);
}

}  // namespace TRUST_PATH
}  // namespace trust
