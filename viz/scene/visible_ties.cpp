#include "viz/scene/visible_ties.hpp"

#include <algorithm>
#include <cmath>

namespace trust::viz {
namespace {

constexpr int strongest_byte = 254;
using Counts = std::array<std::size_t, 256>;

// Four tables, so that ties of equal trust in a row do not wait for one another.
Counts count_by_trust(std::span<const TrustByte> trust) {
  std::array<std::array<std::uint32_t, 256>, 4> tables{};
  std::size_t i = 0;
  for (; i + 4 <= trust.size(); i += 4) {
    for (std::size_t table = 0; table < 4; ++table) ++tables[table][trust[i + table]];
  }
  for (; i < trust.size(); ++i) ++tables[0][trust[i]];
  Counts counts{};
  for (std::size_t byte = 0; byte < 255; ++byte) {
    for (const auto& table : tables) counts[byte] += table[byte];
  }
  return counts;
}

template <typename Visit>
void each_tie(const TieGraph& ties, std::span<const TrustByte> trust, const GroupFilter& filter, const Visit& visit) {
  for (Seat target = 0; target < ties.seats(); ++target) {
    if (filter.to && filter.group_of[target] != *filter.to) continue;
    for (Slot slot = ties.row_begin(target); slot < ties.row_end(target); ++slot) {
      if (trust[slot] == no_tie || !filter.passes(ties.source(slot), target)) continue;
      visit(DrawnTie{ties.source(slot), target, trust[slot]});
    }
  }
}

Counts count_by_trust(const TieGraph& ties, std::span<const TrustByte> trust, const GroupFilter& filter) {
  if (filter.empty()) return count_by_trust(trust);
  Counts counts{};
  each_tie(ties, trust, filter, [&](const DrawnTie& tie) { ++counts[tie.trust]; });
  return counts;
}

// How far down (or up) from the end one must go for `limit` ties: every tie beyond `level`, and `at_level` of those
// that are exactly there.
struct Cut {
  int level;
  std::size_t at_level;
};

Cut find_cut(const Counts& counts, bool weakest, std::size_t limit) {
  std::size_t room = limit;
  for (int step = 0; step <= strongest_byte; ++step) {
    const int level = weakest ? step : strongest_byte - step;
    const std::size_t here = counts[static_cast<std::size_t>(level)];
    if (here >= room) return {level, room};
    room -= here;
  }
  return {weakest ? strongest_byte : 0, limit};
}

bool is_beyond(TrustByte byte, int level, bool weakest) { return weakest ? byte < level : byte > level; }

// Those beyond the cut, without looking at rows where nothing is to be found.
std::vector<DrawnTie> take(const TieGraph& ties, std::span<const TrustByte> trust, bool weakest, Cut cut,
                           std::size_t most) {
  std::vector<DrawnTie> taken;
  taken.reserve(most);
  const auto begins = ties.row_begins();
  for (Slot slot = 0; slot < ties.slots(); ++slot) {
    const TrustByte byte = trust[slot];
    const bool beyond = is_beyond(byte, cut.level, weakest);
    if ((!beyond && (byte != cut.level || cut.at_level == 0)) || byte == no_tie) continue;
    if (!beyond) --cut.at_level;
    const auto row = std::upper_bound(begins.begin(), begins.end(), slot) - begins.begin() - 1;
    taken.push_back({ties.source(slot), static_cast<Seat>(row), byte});
  }
  return taken;
}

std::vector<DrawnTie> take(const TieGraph& ties, std::span<const TrustByte> trust, bool weakest, Cut cut,
                           const GroupFilter& filter) {
  std::vector<DrawnTie> taken;
  each_tie(ties, trust, filter, [&](const DrawnTie& tie) {
    const bool beyond = is_beyond(tie.trust, cut.level, weakest);
    if (!beyond && (tie.trust != cut.level || cut.at_level == 0)) return;
    if (!beyond) --cut.at_level;
    taken.push_back(tie);
  });
  return taken;
}

void rank(std::vector<DrawnTie>& ties, bool weakest) {
  std::stable_sort(ties.begin(), ties.end(), [weakest](const DrawnTie& a, const DrawnTie& b) {
    return weakest ? a.trust < b.trust : a.trust > b.trust;
  });
}

TrustByte lowest_shown(float threshold) {
  return static_cast<TrustByte>(std::ceil(std::clamp(threshold, 0.0F, 1.0F) * 254.0F));
}

TrustByte highest_shown(float threshold) {
  return static_cast<TrustByte>(std::floor(std::clamp(threshold, 0.0F, 1.0F) * 254.0F));
}

bool reaches_threshold(TrustByte byte, float threshold, bool weakest) {
  return weakest ? byte <= highest_shown(threshold) : byte >= lowest_shown(threshold);
}

}  // namespace

TieRanking::TieRanking(const TieGraph& ties, std::span<const TrustByte> trust, bool weakest, const GroupFilter& filter,
                       std::size_t limit)
    : weakest_(weakest), counts_(count_by_trust(ties, trust, filter)) {
  const Cut cut = find_cut(counts_, weakest, limit);
  ranked_ = filter.empty() ? take(ties, trust, weakest, cut, limit) : take(ties, trust, weakest, cut, filter);
  rank(ranked_, weakest);
}

VisibleTies TieRanking::beyond(float threshold) const {
  VisibleTies result;
  for (std::size_t byte = 0; byte <= strongest_byte; ++byte) {
    result.total += counts_[byte];
    if (reaches_threshold(static_cast<TrustByte>(byte), threshold, weakest_)) result.above += counts_[byte];
  }
  result.drawn.assign(ranked_.begin(),
                      ranked_.begin() + static_cast<std::ptrdiff_t>(std::min(result.above, ranked_.size())));
  return result;
}

VisibleTies ties_among(const TieGraph& ties, std::span<const TrustByte> trust, std::span<const Seat> seats,
                       bool weakest, float threshold, const GroupFilter& filter, std::size_t limit) {
  VisibleTies result;
  std::vector<std::uint8_t> there(ties.seats(), 0);
  for (const Seat seat : seats) there[seat] = 1;
  for (const Seat target : seats) {
    for (Slot slot = ties.row_begin(target); slot < ties.row_end(target); ++slot) {
      const Seat source = ties.source(slot);
      if (trust[slot] == no_tie || !there[source]) continue;
      if (!filter.empty() && !filter.passes(source, target)) continue;
      ++result.total;
      if (!reaches_threshold(trust[slot], threshold, weakest)) continue;
      result.drawn.push_back({source, target, trust[slot]});
    }
  }
  result.above = result.drawn.size();
  rank(result.drawn, weakest);
  if (result.drawn.size() > limit) result.drawn.resize(limit);
  return result;
}

std::vector<DrawnTie> ties_of(const TieGraph& ties, std::span<const TrustByte> trust, Seat seat) {
  std::vector<DrawnTie> result;
  for (Slot slot = ties.row_begin(seat); slot < ties.row_end(seat); ++slot) {
    if (trust[slot] != no_tie) result.push_back({ties.source(slot), seat, trust[slot]});
  }
  for (const OutgoingTie& tie : ties.outgoing(seat)) {
    if (trust[tie.slot] != no_tie) result.push_back({seat, tie.target, trust[tie.slot]});
  }
  return result;
}

float threshold_for(std::span<const TrustByte> trust, std::size_t wanted, bool weakest) {
  const auto counts = count_by_trust(trust);
  float threshold = 0;
  for (int step = 0; step <= 20; ++step) {
    threshold = static_cast<float>(weakest ? step : 20 - step) * 0.05F;
    std::size_t reached = 0;
    for (std::size_t byte = 0; byte <= strongest_byte; ++byte) {
      if (reaches_threshold(static_cast<TrustByte>(byte), threshold, weakest)) reached += counts[byte];
    }
    if (reached >= wanted) break;
  }
  return threshold;
}

}  // namespace trust::viz
