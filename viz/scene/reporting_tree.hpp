// Who reports to whom, in the order in which a chart is read: everybody before those who report to them.
#pragma once

#include <cstdint>
#include <vector>

#include "models/organisation.hpp"

namespace trust::viz {

inline constexpr std::uint32_t no_place = 0xFFFFFFFFu;

struct ReportingTree {
  std::vector<Seat> order;             // preorder: a branch is one range
  std::vector<std::uint32_t> end;      // by place: one past the last of the branch
  std::vector<std::uint32_t> manager;  // by place: the manager's place, or no_place

  bool leads(std::size_t place) const { return end[place] > place + 1; }
};

/// Reports stand in order of their seats. Circles of reporting lines are cut at their lowest seat. Linear in people.
ReportingTree reporting_tree(const Organisation& organisation);

}  // namespace trust::viz
