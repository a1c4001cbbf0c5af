#include "viz/scene/tie_pairs.hpp"

#include <algorithm>
#include <numeric>

namespace trust::viz {

TiePairs::TiePairs(const TieGraph& ties, std::span<const std::uint32_t> group_of, std::uint32_t groups)
    : pair_of_(ties.slots(), 0) {
  // Everybody, group by group, so that a group's pairs get their numbers before those of the next.
  std::vector<Seat> targets(ties.seats());
  std::iota(targets.begin(), targets.end(), 0u);
  std::stable_sort(targets.begin(), targets.end(), [&](Seat a, Seat b) { return group_of[a] < group_of[b]; });
  std::vector<std::uint32_t> number(groups, 0);    // of the pair from that group to the one at hand
  std::vector<std::uint32_t> known_to(groups, 0);  // that group at hand, plus 1, for which `number` was given
  for (const Seat target : targets) {
    const std::uint32_t to = group_of[target];
    for (Slot slot = ties.row_begin(target); slot < ties.row_end(target); ++slot) {
      const std::uint32_t from = group_of[ties.source(slot)];
      if (known_to[from] != to + 1) {
        known_to[from] = to + 1;
        number[from] = static_cast<std::uint32_t>(pairs_.size());
        pairs_.push_back({from, to});
      }
      pair_of_[slot] = number[from];
    }
  }
}

std::vector<PairSum> TiePairs::sums(std::span<const TrustByte> trust) const {
  std::vector<PairSum> sums(pairs_.size());
  const std::size_t slots = std::min(trust.size(), pair_of_.size());
  for (std::size_t slot = 0; slot < slots; ++slot) {
    if (trust[slot] == no_tie) continue;
    PairSum& pair = sums[pair_of_[slot]];
    pair.sum += trust[slot];
    ++pair.count;
  }
  return sums;
}

std::vector<std::uint32_t> groups_of(const Organisation& organisation, bool by_team) {
  std::vector<std::uint32_t> groups;
  groups.reserve(organisation.people.size());
  for (const Person& person : organisation.people) {
    groups.push_back(by_team ? person.team : organisation.teams[person.team].function);
  }
  return groups;
}

}  // namespace trust::viz
