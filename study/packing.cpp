#include "study/packing.hpp"

#include <algorithm>

#include "models/reorganisation.hpp"

namespace trust {
namespace {

constexpr std::uint64_t replicates_of_draw_block = 8;

PackedBatch make_batch(std::uint64_t begin, std::uint64_t end, const std::vector<std::uint32_t>& plans,
                       std::uint32_t draw) {
  PackedBatch batch{.draw = draw, .replicates = static_cast<std::uint32_t>(end - begin), .lanes = {}};
  for (const std::uint32_t plan : plans) {
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

// The plans of each company.
std::vector<std::vector<std::uint32_t>> plans_apart(std::uint32_t plans, const std::vector<std::uint32_t>& company) {
  std::vector<std::vector<std::uint32_t>> apart(1);
  for (std::uint32_t plan = 0; plan < plans; ++plan) {
    const std::uint32_t number = company.empty() ? 0 : company.at(plan);
    if (number >= apart.size()) apart.resize(number + 1);
    apart[number].push_back(plan);
  }
  std::erase_if(apart, [](const auto& together) { return together.empty(); });
  return apart;
}

}  // namespace

std::vector<PackedBatch> pack_batches(std::uint32_t first, std::uint32_t count, std::uint32_t plans,
                                      const std::function<std::uint32_t(std::uint32_t)>& draw_of,
                                      const std::vector<std::uint32_t>& company) {
  std::vector<PackedBatch> batches;
  const std::vector<std::vector<std::uint32_t>> apart = plans_apart(plans, company);
  std::size_t most = 1;
  for (const auto& together : apart) most = std::max(most, together.size());
  const std::uint64_t last = std::uint64_t{first} + count;
  const std::uint64_t room = std::max<std::uint64_t>(1, lanes_of_batch / most);
  for (std::uint64_t begin = first; begin < last;) {
    const std::uint32_t draw = draw_of(static_cast<std::uint32_t>(begin));
    const std::uint64_t limit = std::min(last, aligned_end(begin, room));
    std::uint64_t end = begin + 1;
    while (end < limit && draw_of(static_cast<std::uint32_t>(end)) == draw) ++end;
    for (const auto& together : apart) batches.push_back(make_batch(begin, end, together, draw));
    begin = end;
  }
  return batches;
}

std::vector<std::uint32_t> company_of(std::span<const Plan* const> plans) {
  std::vector<std::uint32_t> company;
  std::vector<const Plan*> first_of;  // of each company
  for (const Plan* plan : plans) {
    const auto found = std::find_if(first_of.begin(), first_of.end(),
                                    [&](const Plan* other) { return same_reorganisations(*plan, *other); });
    company.push_back(static_cast<std::uint32_t>(found - first_of.begin()));
    if (found == first_of.end()) first_of.push_back(plan);
  }
  return company;
}

}  // namespace trust
