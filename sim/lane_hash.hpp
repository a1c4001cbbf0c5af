// A 64-bit hash of a column, a lane at a time. Every cell is mixed with its address (the column's name, and the seat or
// the two seats of the tie) and the results are added, so that the hash depends neither on the order of the work nor on
// slots, padding, packing or threads. An inactive tie (trust exactly -1) adds nothing.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "sim/instruction_set.hpp"
#include "sim/lane_rows.hpp"
#include "sim/tie_graph.hpp"

namespace trust {

using LaneHashes = std::array<std::uint64_t, lane_columns>;

/// A well-mixed 64-bit function of `value` (the finaliser of SplitMix64: Steele, Lea & Flood 2014).
constexpr std::uint64_t mix(std::uint64_t value) {
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ull;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBull;
  return value ^ (value >> 31);
}

/// Adds `next` to a hash of a sequence: order matters.
constexpr std::uint64_t chain(std::uint64_t hash, std::uint64_t next) {
  return mix(hash * 0x9E3779B97F4A7C15ull + next + 1);
}

/// Hash of a name, the same everywhere.
constexpr std::uint64_t hash_of(std::string_view name) {
  std::uint64_t hash = name.size();
  for (const char letter : name) hash = chain(hash, static_cast<unsigned char>(letter));
  return hash;
}

struct HashKernels {
  /// Adds the cells of rows [0, rows) of a seat column.
  void (*seats)(const float* column, Seat rows, std::uint64_t column_key, LaneHashes& sums);
  /// Adds the cells of a tie column; `active` is the trust column, whose -1 masks a tie.
  void (*ties)(const float* column, const float* active, const TieGraph& graph, std::uint64_t column_key,
               LaneHashes& sums);
};

const HashKernels& hash_kernels(InstructionSet set);

}  // namespace trust
