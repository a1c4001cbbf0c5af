#include "viz/scene/visible_ties.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace trust::viz {
namespace {

std::array<std::size_t, 256> count_by_trust(std::span<const TrustByte> trust) {
  std::array<std::size_t, 256> counts{};
  for (const TrustByte byte : trust) ++counts[byte];
  return counts;
}

TrustByte lowest_shown(float threshold) {
  return static_cast<TrustByte>(std::ceil(std::clamp(threshold, 0.0F, 1.0F) * 254.0F));
}

// What to draw: every tie above `level`, and the first `at_level` of those that are exactly there.
struct Cut {
  int level;
  std::size_t at_level;
  std::size_t above;
};

Cut find_cut(const std::array<std::size_t, 256>& counts, int lowest, std::size_t limit) {
  std::size_t above = 0;
  for (int level = 254; level >= lowest; --level) above += counts[static_cast<std::size_t>(level)];
  std::size_t room = limit;
  for (int level = 254; level >= lowest; --level) {
    const std::size_t here = counts[static_cast<std::size_t>(level)];
    if (here > room) return {level, room, above};
    room -= here;
  }
  return {lowest - 1, 0, above};
}

}  // namespace

VisibleTies strongest_ties(const TieGraph& ties, std::span<const TrustByte> trust, float threshold, std::size_t limit) {
  Cut cut = find_cut(count_by_trust(trust), lowest_shown(threshold), limit);
  VisibleTies result;
  result.above = cut.above;
  result.drawn.reserve(std::min(cut.above, limit));
  for (Seat target = 0; target < ties.seats(); ++target) {
    for (Slot slot = ties.row_begin(target); slot < ties.row_end(target); ++slot) {
      const TrustByte byte = trust[slot];
      if (byte == no_tie || byte < cut.level) continue;
      if (byte == cut.level) {
        if (cut.at_level == 0) continue;
        --cut.at_level;
      }
      result.drawn.push_back({ties.source(slot), target, byte});
    }
  }
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

float threshold_for(std::span<const TrustByte> trust, std::size_t wanted) {
  const auto counts = count_by_trust(trust);
  float best = 1;
  for (int step = 20; step >= 0; --step) {
    const float threshold = static_cast<float>(step) * 0.05F;
    best = threshold;
    if (find_cut(counts, lowest_shown(threshold), 0).above >= wanted) break;
  }
  return best;
}

}  // namespace trust::viz
