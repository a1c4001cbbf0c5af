// A shuffle of a range of numbers of which any one can be looked up without the others.
#pragma once

#include <cstdint>

#include "sim/cipher.hpp"

namespace trust {

/// Where number `i` of 0 .. count - 1 goes in shuffle `number` (below 2^24): a Feistel network (Luby & Rackoff 1988,
/// doi:10.1137/0217022) over the next larger even power of two, walked until it is back in the range (Black & Rogaway
/// 2002, doi:10.1007/3-540-45760-7_9). `count` at most 2^32.
std::uint64_t shuffled(std::uint64_t i, std::uint64_t count, const CipherKey& key, std::uint32_t number);

}  // namespace trust
