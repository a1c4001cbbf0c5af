// Lane code behind ordinary pointers, so that tests can run it on each path that this processor has: the file behind
// this header is compiled once for each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/instruction_set.hpp"
#include "sim/lane_draws.hpp"
#include "sim/lane_rows.hpp"

namespace trust::test {

/// Applies one operation to `rows` rows of 16 lanes: out[r] = operation(a[r], b[r], c[r]). Integers travel as bits.
using RowKernel = void (*)(const float* a, const float* b, const float* c, float* out, std::size_t rows);

struct LaneOperation {
  const char* expression;  // as the table spells it: a, b, c are Lanes; i, j, k the same bits as LaneInts
  RowKernel run;
};

struct LaneProbe {
  const LaneOperation* operations;
  std::size_t operation_count;
  /// encrypt_blocks<count>; count is 1, 2, 4, 8 or 16.
  void (*encrypt)(const CipherKey& key, CipherBlock* blocks, int count);
  /// draw16_ties<count>, into `count` rows of integers; count is 1, 2 or 4.
  void (*draw16_ties)(const LaneLuck& luck, const std::uint32_t* sources, int count, const DrawAddress& at,
                      float* draws);
  /// draw32, into a row of integers.
  void (*draw32)(const LaneLuck& luck, const DrawAddress& at, float* draws);
};

const LaneProbe& lane_probe(InstructionSet set);

/// The paths that can run here.
std::vector<InstructionSet> available_sets();

/// The operation that the table spells `expression`; throws std::out_of_range if there is none.
RowKernel operation(InstructionSet set, const char* expression);

}  // namespace trust::test
