// AES-128 (FIPS-197) as a source of bits: a keyed permutation whose output at a counter is a pure function of the two.
// All ten rounds; the portable path and the processor's own instructions give equal bits.
#pragma once

#include <array>
#include <cstdint>

namespace trust {

/// Four 32-bit words; word w holds bytes 4w .. 4w+3 of the block, least significant byte first.
struct alignas(16) CipherBlock {
  std::uint32_t word[4];
  friend bool operator==(const CipherBlock&, const CipherBlock&) = default;
};

/// The eleven round keys.
struct CipherKey {
  std::array<CipherBlock, 11> round;
};

/// The key schedule of FIPS-197, section 5.2.
CipherKey expand_key(const CipherBlock& key);

/// The key that a run's seed stands for.
CipherKey key_of_seed(std::uint64_t seed);

/// One block, by tables; equal to what the hardware path gives.
CipherBlock encrypt(const CipherKey& key, CipherBlock block);

}  // namespace trust
