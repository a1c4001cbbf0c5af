// Which ties to draw. All of them are a solid disc that says nothing: the strongest above a threshold are shown, at
// most a few thousand, and every tie of one person when somebody points at that person.
#pragma once

#include <span>
#include <vector>

#include "viz/session/snapshot.hpp"

namespace trust::viz {

inline constexpr std::size_t most_ties_drawn = 3000;

struct DrawnTie {
  Seat source;
  Seat target;
  TrustByte trust;
  friend bool operator==(const DrawnTie&, const DrawnTie&) = default;
};

struct VisibleTies {
  std::vector<DrawnTie> drawn;  // the strongest, at most `limit`, in the graph's order
  std::size_t above = 0;        // how many reach the threshold
};

/// Ties of trust `threshold` (0 .. 1) or more. Where more than `limit` reach it, the strongest stay.
VisibleTies strongest_ties(const TieGraph& ties, std::span<const TrustByte> trust, float threshold,
                           std::size_t limit = most_ties_drawn);

/// All ties from and to one person.
std::vector<DrawnTie> ties_of(const TieGraph& ties, std::span<const TrustByte> trust, Seat seat);

/// A threshold in steps of 0.05 at which about `wanted` ties are drawn.
float threshold_for(std::span<const TrustByte> trust, std::size_t wanted);

}  // namespace trust::viz
