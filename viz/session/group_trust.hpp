// Trust between groups: which ties run from which group to which, found once for a graph, and their sums on a day.
// Trust comes in whole steps (TrustByte), so that sums are of whole numbers: exact, in whatever order.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "viz/session/look.hpp"

namespace trust::viz {

/// All ties from people of one group to people of another, or of the same.
struct PairSum {
  std::uint32_t sum = 0;    // of trust bytes
  std::uint32_t count = 0;  // of ties that are there
  friend bool operator==(const PairSum&, const PairSum&) = default;

  /// 0 .. 1; 0 where there is no tie.
  float mean() const {
    return count == 0 ? 0.0F : static_cast<float>(static_cast<double>(sum) / static_cast<double>(count) / 254.0);
  }
};

struct GroupPair {
  std::uint32_t from;  // who trusts
  std::uint32_t to;    // who is trusted
  friend bool operator==(const GroupPair&, const GroupPair&) = default;
};

class TiePairs {
 public:
  TiePairs() = default;

  /// `group_of` is by seat, each below `groups`. Cost: linear in slots.
  TiePairs(const TieGraph& ties, std::span<const std::uint32_t> group_of, std::uint32_t groups);

  /// Only pairs between which there is a tie in the graph, in order of `to`.
  std::span<const GroupPair> pairs() const { return pairs_; }

  /// By pair. Cost: linear in slots.
  std::vector<PairSum> sums(std::span<const TrustByte> trust) const;

 private:
  std::vector<GroupPair> pairs_;
  std::vector<std::uint32_t> pair_of_;  // by slot; padding counts for pair 0 and never has trust
};

/// Between which groups there is trust on a day, and how much: three lists of the same length. First come the pairs of
/// different groups, then those within a group; in either part those with most ties first, and of as many ties in order
/// of `to`.
struct GroupTrust {
  std::vector<GroupPair> pairs;  // between which there is a tie on that day
  std::vector<PairSum> sums;
  std::vector<float> means;
  std::size_t different = 0;  // so many pairs are of different groups
};

/// Sums looks one after the other, and keeps what looks of the same graph and organisation have in common.
class GroupTrustSummer {
 public:
  /// Between the teams or the functions of `organisation`, which has the look's people: what the look brings along if
  /// it is its own organisation, or else summed now. Cost: linear in slots.
  std::shared_ptr<const GroupTrust> of(const Look& look, const std::shared_ptr<const Organisation>& organisation,
                                       bool by_team);

 private:
  struct Known {
    std::weak_ptr<const TieGraph> ties;
    std::weak_ptr<const Organisation> organisation;
    TiePairs pairs;
  };
  std::array<Known, 2> known_;  // of functions, of teams
};

/// How many ties there are on the look's day: the graph also has places of ties that ended, and of some to come.
std::size_t ties_there(const Look& look);

/// Everybody's team, or the function that the team is in, by seat.
std::vector<std::uint32_t> groups_of(const Organisation& organisation, bool by_team);

}  // namespace trust::viz
