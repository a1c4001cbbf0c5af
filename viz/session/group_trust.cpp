#include "viz/session/group_trust.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace trust::viz {
namespace {

// Counts are small whole numbers: each has its place without a comparison.
class PlacesByCount {
 public:
  explicit PlacesByCount(std::span<const PairSum> sums) {
    for (const PairSum& sum : sums) most_ = std::max(most_, sum.count);
    for (auto& next : next_) next.assign(std::size_t{most_} + 1, 0);
  }
  std::uint32_t& of(GroupPair pair, PairSum sum) { return next_[pair.from == pair.to ? 1 : 0][most_ - sum.count]; }

  /// From how many there are of each to where the first of them goes. Gives how many pairs of different groups there
  /// are, and how many pairs in all; pairs without a tie are left out.
  std::array<std::uint32_t, 2> add_up() {
    std::array<std::uint32_t, 2> ends{};
    std::uint32_t end = 0;
    for (std::size_t part = 0; part < 2; ++part) {
      for (std::size_t step = 0; step < most_; ++step) end += std::exchange(next_[part][step], end);
      ends[part] = end;
    }
    return ends;
  }

 private:
  std::uint32_t most_ = 0;
  std::array<std::vector<std::uint32_t>, 2> next_;  // of different groups, within one; by steps below the most
};

GroupTrust most_ties_first(std::span<const GroupPair> pairs, const std::vector<PairSum>& sums) {
  PlacesByCount places(sums);
  for (std::size_t i = 0; i < sums.size(); ++i) ++places.of(pairs[i], sums[i]);
  const auto [different, all] = places.add_up();
  GroupTrust result{std::vector<GroupPair>(all), std::vector<PairSum>(all), std::vector<float>(all), different};
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (sums[i].count == 0) continue;
    const std::uint32_t at = places.of(pairs[i], sums[i])++;
    result.pairs[at] = pairs[i];
    result.sums[at] = sums[i];
    result.means[at] = sums[i].mean();
  }
  return result;
}

}  // namespace

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

// Sum and count in one number, so that each tie is one addition without a branch.
std::vector<PairSum> TiePairs::sums(std::span<const TrustByte> trust) const {
  std::array<std::uint64_t, 256> worth{};
  for (std::uint64_t byte = 0; byte < no_tie; ++byte) worth[byte] = byte << 32 | 1;
  std::vector<std::uint64_t> both(pairs_.size(), 0);
  const std::size_t slots = pairs_.empty() ? 0 : std::min(trust.size(), pair_of_.size());
  for (std::size_t slot = 0; slot < slots; ++slot) both[pair_of_[slot]] += worth[trust[slot]];
  std::vector<PairSum> sums(both.size());
  std::transform(both.begin(), both.end(), sums.begin(), [](std::uint64_t one) {
    return PairSum{static_cast<std::uint32_t>(one >> 32), static_cast<std::uint32_t>(one)};
  });
  return sums;
}

std::shared_ptr<const GroupTrust> GroupTrustSummer::of(const Look& look,
                                                       const std::shared_ptr<const Organisation>& organisation,
                                                       bool by_team) {
  const auto& brought = by_team ? look.between_teams : look.between_functions;
  if (brought && look.organisation == organisation) return brought;
  Known& known = known_[by_team ? 1 : 0];
  if (known.ties.lock() != look.ties || known.organisation.lock() != organisation) {
    const std::size_t groups = by_team ? organisation->teams.size() : organisation->functions.size();
    known = {look.ties, organisation,
             TiePairs(*look.ties, groups_of(*organisation, by_team), static_cast<std::uint32_t>(groups))};
  }
  return std::make_shared<const GroupTrust>(most_ties_first(known.pairs.pairs(), known.pairs.sums(look.tie_trust)));
}

std::size_t ties_there(const Look& look) {
  if (!look.between_functions) {
    const auto is_there = [](TrustByte byte) { return byte != no_tie; };
    return static_cast<std::size_t>(std::count_if(look.tie_trust.begin(), look.tie_trust.end(), is_there));
  }
  const auto& sums = look.between_functions->sums;
  return std::accumulate(sums.begin(), sums.end(), std::size_t{0},
                         [](std::size_t count, const PairSum& sum) { return count + sum.count; });
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
