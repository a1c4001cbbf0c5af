// Luck that is looked up, not streamed: a draw is a pure function of (seed, replicate, day, entities, purpose).
//
// Two widths. A *tie draw* is 16 bits: one cipher block at (source, target, day and purpose, replicate / 8) serves
// eight replicates; good for whether a tie had contact today, to 1/65536. A *seat draw* is 32 bits: one block at (seat,
// other, day and purpose, replicate / 4) serves four. Purposes are below 256 and no purpose is used in both widths, so
// no two draws ever share bits.
#pragma once

#include <cstdint>

#include "sim/cipher.hpp"

namespace trust {

/// What a draw is about. `first` and `second` are seats (or any other numbering that the purpose fixes).
struct DrawAddress {
  std::uint32_t first = 0;
  std::uint32_t second = 0xFFFFFFFFu;
  std::uint32_t day = 0;  // below 2^24
  std::uint8_t purpose = 0;
};

/// The block that holds the draws of group `group` (replicate / 8 or replicate / 4) at an address.
inline CipherBlock draw_counter(const DrawAddress& at, std::uint32_t group) {
  return {at.first, at.second, at.day << 8 | at.purpose, group};
}

/// 16 bits, for replicate `replicate`.
std::uint16_t draw16(const CipherKey& key, const DrawAddress& at, std::uint32_t replicate);

/// 32 bits, for replicate `replicate`.
std::uint32_t draw32(const CipherKey& key, const DrawAddress& at, std::uint32_t replicate);

/// A number in [0, 1), a multiple of 2^-32, for setting things up (organisations, starting values).
double uniform(const CipherKey& key, const DrawAddress& at, std::uint32_t replicate);

/// A standard normal value (mean 0, deviation 1), by inversion of 32 bits; equal bits everywhere.
double standard_normal(const CipherKey& key, const DrawAddress& at, std::uint32_t replicate);

}  // namespace trust
