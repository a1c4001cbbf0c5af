#include "study/design/permutation.hpp"

#include <bit>

#include "sim/draws.hpp"
#include "study/design/purposes.hpp"

namespace trust {

namespace {

constexpr std::uint32_t rounds = 8;  // four are enough for wide halves; narrow ones gain by more

/// A permutation of the numbers of 2 * `bits` bits.
std::uint64_t permuted(std::uint64_t number, int bits, const CipherKey& key, std::uint32_t shuffle) {
  const std::uint64_t mask = (std::uint64_t{1} << bits) - 1;
  std::uint64_t left = number >> bits, right = number & mask;
  for (std::uint32_t round = 0; round < rounds; ++round) {
    const DrawAddress at{static_cast<std::uint32_t>(right), shuffle << 8 | round, 0,
                         static_cast<std::uint8_t>(DesignPurpose::shuffle)};
    const std::uint64_t mixed = left ^ (draw32(key, at, 0) & mask);
    left = right;
    right = mixed;
  }
  return left << bits | right;
}

}  // namespace

std::uint64_t shuffled(std::uint64_t i, std::uint64_t count, const CipherKey& key, std::uint32_t number) {
  const int bits = (static_cast<int>(std::bit_width(count - 1)) + 1) / 2;
  if (bits == 0) return i;  // one number only
  do i = permuted(i, bits, key, number);
  while (i >= count);
  return i;
}

}  // namespace trust
