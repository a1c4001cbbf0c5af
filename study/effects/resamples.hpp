// The luck of the bootstrap: which units a resample holds, and how often. Looked up like all luck (sim/draws.hpp), so
// an interval is a pure function of the seed and the data. Made once and shared by all measures of a comparison.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace trust {

/// What study/effects draws luck for, as purposes of sim/draws.hpp.
enum class EffectPurpose : std::uint8_t {
  resample = 220,  // seat draw at (resample, number of units), one a place of the resample: the unit that stands there
  sign = 221,      // a whole block at (resample, number of units), one bit a unit
  shuffle = 222,   // seat draw at (place, number of units): what is put there
};

class Resamples {
 public:
  static constexpr std::size_t count = 2000;
  static constexpr std::size_t most_units = 4096;

  Resamples() = default;  // of no units

  /// At most `most_units`.
  Resamples(std::uint64_t seed, std::size_t units);

  std::size_t units() const { return units_; }

  /// The mean of each resample of `values`, one value a unit.
  std::vector<double> means(std::span<const double> values) const;

 private:
  std::size_t units_ = 0;
  std::vector<std::uint16_t> picks_;  // [resample][place]: a unit
};

}  // namespace trust
