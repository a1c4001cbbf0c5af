// Which ties to draw. All of them are a solid disc that says nothing: the strongest above a threshold are shown, at
// most a few thousand, or the weakest below one, and every tie of one person when somebody points at that person.
#pragma once

#include <array>
#include <optional>
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
  std::vector<DrawnTie> drawn;  // at most `limit`: the strongest first, or the weakest
  std::size_t above = 0;        // how many reach the threshold
  std::size_t total = 0;        // how many there are
};

/// Leaves only the ties from one group to another.
struct GroupFilter {
  std::span<const std::uint32_t> group_of;  // by seat
  std::optional<std::uint32_t> from, to;    // absent: any

  bool passes(Seat source, Seat target) const {
    return (!from || group_of[source] == *from) && (!to || group_of[target] == *to);
  }
  bool empty() const { return !from && !to; }
};

/// The ties of one day in order of trust, as far as they could be drawn: the threshold then costs next to nothing.
class TieRanking {
 public:
  TieRanking() = default;

  /// `weakest`: from the lowest trust up instead of from the highest down. Ties of equal trust keep the graph's order.
  /// Cost: linear in slots.
  TieRanking(const TieGraph& ties, std::span<const TrustByte> trust, bool weakest, const GroupFilter& filter = {},
             std::size_t limit = most_ties_drawn);

  /// The ties of trust `threshold` (0 .. 1) or more; where the weakest are ranked, or less. Where more than the limit
  /// reach it, those ranked first stay. Cost: of what is drawn.
  VisibleTies beyond(float threshold) const;

 private:
  bool weakest_ = false;
  std::array<std::size_t, 256> counts_{};  // by trust
  std::vector<DrawnTie> ranked_;
};

/// As TieRanking::beyond(), of ties between two people of `seats` alone. Cost: linear in their ties.
VisibleTies ties_among(const TieGraph& ties, std::span<const TrustByte> trust, std::span<const Seat> seats,
                       bool weakest, float threshold, const GroupFilter& filter = {},
                       std::size_t limit = most_ties_drawn);

/// All ties from and to one person.
std::vector<DrawnTie> ties_of(const TieGraph& ties, std::span<const TrustByte> trust, Seat seat);

/// A threshold in steps of 0.05 at which about `wanted` ties are drawn.
float threshold_for(std::span<const TrustByte> trust, std::size_t wanted, bool weakest = false);

}  // namespace trust::viz
