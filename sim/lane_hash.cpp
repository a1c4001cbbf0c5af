#include "sim/lane_hash.hpp"

#include "sim/lanes.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

// Two 32-bit mixes with different keys make the 64 bits: they run over lanes as vectors.
struct Sums {
  LaneInts first{0};
  LaneInts second{0};
};

TRUST_INLINE LaneInts mix32(LaneInts value) {
  value = (value ^ shift_right(value, 16)) * LaneInts(static_cast<std::int32_t>(0x85EBCA6Bu));
  value = (value ^ shift_right(value, 13)) * LaneInts(static_cast<std::int32_t>(0xC2B2AE35u));
  return value ^ shift_right(value, 16);
}

TRUST_INLINE void add_row(Sums& sums, LaneInts bits, std::uint64_t address, LaneMask active) {
  const auto low = LaneInts(static_cast<std::int32_t>(address));
  const auto high = LaneInts(static_cast<std::int32_t>(address >> 32));
  const LaneInts first = mix32((bits ^ low) * LaneInts(static_cast<std::int32_t>(0x9E3779B1u)) + high);
  const LaneInts second = mix32((bits ^ high) * LaneInts(static_cast<std::int32_t>(0x27D4EB2Fu)) + first);
  sums.first += active & first;
  sums.second += active & second;
}

void hand_over(const Sums& sums, LaneHashes& hashes) {
  for (int l = 0; l < lane_count; ++l) {
    const auto low = static_cast<std::uint32_t>(lane(sums.first, l));
    const auto high = static_cast<std::uint32_t>(lane(sums.second, l));
    hashes[static_cast<std::size_t>(l)] += std::uint64_t{high} << 32 | low;
  }
}

void hash_seats(const float* column, Seat rows, std::uint64_t column_key, LaneHashes& hashes) {
  Sums sums;
  for (Seat seat = 0; seat < rows; ++seat) {
    add_row(sums, load_ints(row_of(column, seat)), mix(column_key + seat), LaneInts(-1));
  }
  hand_over(sums, hashes);
}

void hash_ties(const float* column, const float* active, const TieGraph& graph, std::uint64_t column_key,
               LaneHashes& hashes) {
  Sums sums;
  const LaneInts inactive = as_bits(Lanes(-1.0F));  // to the bit: a trust that is out of range or no number is hashed
  for (Seat target = 0; target < graph.seats(); ++target) {
    for (Slot slot = graph.row_begin(target); slot < graph.row_end(target); ++slot) {
      const std::uint64_t address = mix(column_key ^ (std::uint64_t{graph.source(slot)} << 32 | target));
      add_row(sums, load_ints(row_of(column, slot)), address, ~(load_ints(row_of(active, slot)) == inactive));
    }
  }
  hand_over(sums, hashes);
}

}  // namespace

extern const HashKernels hash_table;
const HashKernels hash_table{hash_seats, hash_ties};

}  // namespace TRUST_PATH
}  // namespace trust
