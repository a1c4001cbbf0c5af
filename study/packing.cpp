#include "study/packing.hpp"

#include <algorithm>

namespace trust {
namespace {

constexpr std::uint64_t replicates_of_draw_block = 8;

PackedBatch make_batch(std::uint64_t begin, std::uint64_t end, std::uint32_t plans, std::uint32_t draw) {
  PackedBatch batch{.draw = draw, .replicates = static_cast<std::uint32_t>(end - begin), .lanes = {}};
  for (std::uint32_t plan = 0; plan < plans; ++plan) {
    for (std::uint64_t r = begin; r < end; ++r) batch.lanes.push_back({static_cast<std::uint32_t>(r), plan});
  }
  return batch;
}

// One past the last replicate of a batch that starts at `begin` and has room for `room` of them: the last multiple of
// eight in reach, if there is one.
std::uint64_t aligned_end(std::uint64_t begin, std::uint64_t room) {
  const std::uint64_t end = (begin + room) / replicates_of_draw_block * replicates_of_draw_block;
  return end > begin ? end : begin + room;
}

}  // namespace

std::vector<PackedBatch> pack_batches(std::uint32_t first, std::uint32_t count, std::uint32_t plans,
                                      const std::function<std::uint32_t(std::uint32_t)>& draw_of) {
  std::vector<PackedBatch> batches;
  const std::uint64_t last = std::uint64_t{first} + count;
  const std::uint64_t room = std::max(1u, lanes_of_batch / plans);
  for (std::uint64_t begin = first; begin < last;) {
    const std::uint32_t draw = draw_of(static_cast<std::uint32_t>(begin));
    const std::uint64_t limit = std::min(last, aligned_end(begin, room));
    std::uint64_t end = begin + 1;
    while (end < limit && draw_of(static_cast<std::uint32_t>(end)) == draw) ++end;
    batches.push_back(make_batch(begin, end, plans, draw));
    begin = end;
  }
  return batches;
}

}  // namespace trust
