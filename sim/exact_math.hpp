// exp and log that give the same bits on every compiler, library and processor, for values that reach a result while an
// organisation is set up or a rate is converted. Plain multiplies, adds and divisions; relative error below 1e-14.
#pragma once

#include <bit>
#include <cstdint>

namespace trust {

/// Natural logarithm of x > 0 (normal numbers).
inline double exact_log(double x) {
  auto bits = std::bit_cast<std::uint64_t>(x);
  int exponent = static_cast<int>(bits >> 52) - 1023;
  double mantissa = std::bit_cast<double>((bits & 0x000FFFFFFFFFFFFFull) | 0x3FF0000000000000ull);
  if (mantissa > 1.4142135623730951) {
    mantissa *= 0.5;
    ++exponent;
  }
  // log m = 2 atanh(s), s = (m-1)/(m+1), |s| < 0.172: eleven terms reach 1e-18.
  const double s = (mantissa - 1) / (mantissa + 1);
  const double square = s * s;
  double sum = 0;
  for (int k = 21; k >= 1; k -= 2) sum = sum * square + 1.0 / k;
  return 2 * s * sum + exponent * 0.6931471805599453;
}

/// e to the power of x, |x| <= 700.
inline double exact_exp(double x) {
  const double turns = x * 1.4426950408889634;
  const int power = static_cast<int>(turns < 0 ? turns - 0.5 : turns + 0.5);
  const double rest = x - power * 0.6931471803691238 - power * 1.9082149292705877e-10;
  double sum = 1;
  for (int k = 14; k >= 1; --k) sum = 1 + sum * rest / k;
  return sum * std::bit_cast<double>(static_cast<std::uint64_t>(power + 1023) << 52);
}

/// base to the power of exponent, base > 0; the relative error grows with |exponent * log(base)|: 5e-16 a unit.
inline double exact_power(double base, double exponent) { return exact_exp(exponent * exact_log(base)); }

}  // namespace trust
