#include "study/effects/resamples.hpp"

#include "sim/assert.hpp"
#include "sim/draws.hpp"

namespace trust {
namespace {

// One of `units`, of 32 bits: by their upper end, so that no division is needed.
std::uint16_t pick(std::uint32_t bits, std::size_t units) {
  return static_cast<std::uint16_t>(bits * std::uint64_t{units} >> 32);
}

}  // namespace

Resamples::Resamples(std::uint64_t seed, std::size_t units) : units_(units), picks_(count * units) {
  TRUST_ASSERT(units <= most_units);
  const CipherKey key = key_of_seed(seed);
  for (std::uint32_t resample = 0; resample < count; ++resample) {
    const DrawAddress at{resample, static_cast<std::uint32_t>(units), 0,
                         static_cast<std::uint8_t>(EffectPurpose::resample)};
    CipherBlock four{};
    for (std::size_t place = 0; place < units; ++place) {
      if (place % 4 == 0) four = encrypt(key, draw_counter(at, static_cast<std::uint32_t>(place / 4)));
      picks_[resample * units + place] = pick(four.word[place % 4], units);
    }
  }
}

std::vector<double> Resamples::means(std::span<const double> values) const {
  TRUST_ASSERT(values.size() == units_);
  std::vector<double> result;
  result.reserve(count);
  for (std::size_t resample = 0; resample < count; ++resample) {
    double sum = 0;
    for (std::size_t place = 0; place < units_; ++place) sum += values[picks_[resample * units_ + place]];
    result.push_back(sum / static_cast<double>(units_));
  }
  return result;
}

}  // namespace trust
