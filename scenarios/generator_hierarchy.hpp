// The tree of leaders: team leaders at the bottom, leaders over leaders, one person at the top.
#pragma once

#include <cstdint>
#include <vector>

#include "scenarios/generator_head_count.hpp"

namespace trust {

inline constexpr std::uint32_t nobody = 0xFFFFFFFFu;

struct LeaderPosition {
  std::uint32_t function;                   // index into HeadCount::functions, or their number: the top function
  std::uint32_t team = nobody;              // of the function, from 0; nobody for leaders who lead leaders only
  std::uint32_t manager = nobody;           // index of another position
  std::vector<std::uint32_t> reports = {};  // leaders who report to this one
  std::uint32_t depth = 0;                  // steps from the top
  bool leads_team() const { return team != nobody; }
};

/// Every leader of the organisation; the first `teams` positions of a function are its team leaders, in order.
struct LeaderTree {
  std::vector<LeaderPosition> positions;
  std::vector<std::uint32_t> from_the_top;  // positions, nearest to the top first
};

LeaderTree build_leader_tree(const HeadCount& heads, std::uint32_t span);

}  // namespace trust
