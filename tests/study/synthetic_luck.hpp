// Luck for made-up comparisons whose true effect is known.
#pragma once

#include <cmath>
#include <cstdint>

#include "sim/draws.hpp"

namespace trust::test {

class SyntheticLuck {
 public:
  explicit SyntheticLuck(std::uint64_t seed) : key_(key_of_seed(seed)) {}

  /// Mean 0, deviation 1, each time another.
  double normal() { return standard_normal(key_, next(), 0); }

  /// Mean 0, deviation 1, skewness 2, never below -1.
  double skewed() { return -std::log(uniform(key_, next(), 0) + 0x1p-33) - 1; }

  std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(uniform(key_, next(), 0) * count); }

 private:
  DrawAddress next() { return {number_++, 0, 0, 250}; }

  CipherKey key_;
  std::uint32_t number_ = 0;
};

}  // namespace trust::test
