// Draws for all lanes of a batch at once. Lanes may hold any replicates in any order; where each half of the lanes
// holds eight consecutive ones (the packer's aim), a tie costs two cipher blocks and nothing is shuffled.
#pragma once

#include <array>
#include <cstdint>

#include "sim/draws.hpp"
#include "sim/lanes.hpp"

#if defined(TRUST_VECTOR_UNIT) && defined(__AES__)
#include <wmmintrin.h>
#endif

namespace trust {

/// Where each lane finds its bits among the cipher blocks of its batch, for draws of `per_block` replicates a block.
struct LaneAddressing {
  int groups = 0;                                 // distinct cipher blocks
  std::array<std::uint32_t, lane_count> group{};  // their numbers: replicate / per_block, in order of first use
  std::array<std::uint8_t, lane_count> place{};   // of lane l: (index into `group`) * per_block + replicate % per_block
  bool halves_in_order = false;  // place[l] and place[8 + l] count up from a multiple of 8: nothing to shuffle
  bool in_order = false;         // place[l] == l for every lane
};

/// What a batch draws with: the seed's key and the replicates of its lanes.
struct LaneLuck {
  CipherKey key;
  LaneAddressing eights;  // for 16-bit draws
  LaneAddressing fours;   // for 32-bit draws
};

LaneLuck make_lane_luck(std::uint64_t seed, const std::array<std::uint32_t, lane_count>& replicates);

inline namespace TRUST_PATH {

/// Encrypts `count` blocks in place.
template <int count>
TRUST_INLINE void encrypt_blocks(const CipherKey& key, CipherBlock* blocks) {
#if defined(TRUST_VECTOR_UNIT) && defined(__AES__)
  __m128i state[count];
  const auto* round = reinterpret_cast<const __m128i*>(key.round.data());
  for (int b = 0; b < count; ++b) state[b] = _mm_xor_si128(reinterpret_cast<const __m128i*>(blocks)[b], round[0]);
  for (int r = 1; r < 10; ++r) {
    for (int b = 0; b < count; ++b) state[b] = _mm_aesenc_si128(state[b], round[r]);
  }
  for (int b = 0; b < count; ++b) {
    reinterpret_cast<__m128i*>(blocks)[b] = _mm_aesenclast_si128(state[b], round[10]);
  }
#else
  for (int b = 0; b < count; ++b) blocks[b] = encrypt(key, blocks[b]);
#endif
}

/// The eight 16-bit parts of a block, as 32-bit integers.
TRUST_INLINE IntHalf widen(const CipherBlock& block) {
  using EightParts = std::uint16_t __attribute__((vector_size(16)));
  EightParts parts;
  __builtin_memcpy(&parts, &block, sizeof parts);
  return __builtin_convertvector(parts, IntHalf);
}

/// The first `count` cipher blocks of a draw, encrypted.
template <int count>
TRUST_INLINE void draw_blocks(const CipherKey& key, const DrawAddress& at, const LaneAddressing& lanes,
                              CipherBlock* blocks) {
  for (int g = 0; g < count; ++g) blocks[g] = draw_counter(at, lanes.group[static_cast<std::size_t>(g)]);
  encrypt_blocks<count>(key, blocks);
}

/// One `Part` (16 or 32 bits) for each lane, wherever the lanes' replicates put it. Out of line: it is the exception.
template <class Part, int usual>
__attribute__((noinline)) LaneInts shuffled_draws(const CipherKey& key, const DrawAddress& at,
                                                  const LaneAddressing& lanes) {
  alignas(64) CipherBlock blocks[lane_count] = {};
  if (lanes.groups <= usual) {
    draw_blocks<usual>(key, at, lanes, blocks);
  } else {
    draw_blocks<lane_count>(key, at, lanes, blocks);
  }
  std::array<Part, lane_count*(sizeof(CipherBlock) / sizeof(Part))> parts;
  __builtin_memcpy(parts.data(), blocks, sizeof blocks);
  LaneInts result;
  for (std::size_t l = 0; l < 8; ++l) result.low[l] = static_cast<std::int32_t>(parts[lanes.place[l]]);
  for (std::size_t l = 0; l < 8; ++l) result.high[l] = static_cast<std::int32_t>(parts[lanes.place[8 + l]]);
  return result;
}

/// The 16-bit draws of all lanes, each in 0 .. 65535, for `count` ties from sources[0 ..] at once: enough independent
/// blocks to keep the cipher's pipeline full.
template <int count>
TRUST_INLINE void draw16_ties(const LaneLuck& luck, const std::uint32_t* sources, DrawAddress at, LaneInts* draws) {
  const LaneAddressing& lanes = luck.eights;
  if (!lanes.halves_in_order) {
    for (int t = 0; t < count; ++t) {
      at.first = sources[t];
      draws[t] = shuffled_draws<std::uint16_t, 2>(luck.key, at, lanes);
    }
    return;
  }
  alignas(64) CipherBlock blocks[2 * count];
  const std::uint32_t low_group = lanes.group[lanes.place[0] / 8];
  const std::uint32_t high_group = lanes.group[lanes.place[8] / 8];
  for (int t = 0; t < count; ++t) {
    at.first = sources[t];
    blocks[2 * t] = draw_counter(at, low_group);
    blocks[2 * t + 1] = draw_counter(at, high_group);
  }
  encrypt_blocks<2 * count>(luck.key, blocks);
  for (int t = 0; t < count; ++t) draws[t] = {widen(blocks[2 * t]), widen(blocks[2 * t + 1])};
}

/// The 32-bit draws of all lanes, as bits.
TRUST_INLINE LaneInts draw32(const LaneLuck& luck, const DrawAddress& at) {
  const LaneAddressing& lanes = luck.fours;
  if (!lanes.in_order) return shuffled_draws<std::uint32_t, 4>(luck.key, at, lanes);
  alignas(64) CipherBlock blocks[4];
  draw_blocks<4>(luck.key, at, lanes, blocks);
  LaneInts result;
  __builtin_memcpy(&result, blocks, sizeof result);
  return result;
}

/// Whether an event of probability p happens, by 32 bits: u < floor(p * 2^32), compared in two halves of 16 bits, which
/// keeps every bit of p (a float) down to 2^-32 and makes p = 1 certain and p = 0 impossible.
TRUST_INLINE LaneMask happens(LaneInts bits, Lanes p) {
  const Lanes scaled = p * 65536.0F;
  const LaneInts upper = to_ints(scaled);
  const LaneInts lower = to_ints((scaled - to_floats(upper)) * 65536.0F);
  const LaneInts bits_upper = shift_right(bits, 16);
  const LaneInts bits_lower = bits & LaneInts(0xFFFF);
  return (bits_upper < upper) | ((bits_upper == upper) & (bits_lower < lower));
}

/// The threshold below which a 16-bit draw means that an event of probability p happens (65536 for p = 1).
TRUST_INLINE LaneInts threshold16(Lanes p) { return to_ints(p * 65536.0F + 0.5F); }

}  // namespace TRUST_PATH
}  // namespace trust
