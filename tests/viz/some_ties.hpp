// Ties between people in groups, as luck has them.
#pragma once

#include <cstdint>
#include <vector>

#include "viz/scene/visible_ties.hpp"

namespace trust::viz {

struct SomeTies {
  TieGraph graph;
  std::vector<TrustByte> trust;
  std::vector<std::uint32_t> group_of;
};

inline SomeTies some_ties(Seat people, std::uint32_t groups, std::uint32_t luck) {
  SomeTies some;
  std::vector<Arc> arcs;
  std::uint32_t state = luck * 2654435761U + 1;
  const auto draw = [&] {
    state = state * 1664525U + 1013904223U;
    return state >> 8;
  };
  for (Seat i = 0; i < people; ++i) {
    for (Seat j = 0; j < people; ++j) {
      if (i != j && draw() % 5 == 0) arcs.push_back({i, j});
    }
    some.group_of.push_back(draw() % groups);
  }
  some.graph = TieGraph(people, arcs);
  some.trust.assign(some.graph.slots(), no_tie);
  for (const Arc& arc : arcs) {
    const std::uint32_t byte = draw() % 280;  // some have ended
    some.trust[some.graph.find(arc.source, arc.target)] = byte > 254 ? no_tie : static_cast<TrustByte>(byte);
  }
  return some;
}

inline std::vector<DrawnTie> all_ties(const SomeTies& some) {
  std::vector<DrawnTie> all;
  for (Seat target = 0; target < some.graph.seats(); ++target) {
    for (Slot slot = some.graph.row_begin(target); slot < some.graph.row_end(target); ++slot) {
      if (some.trust[slot] != no_tie) all.push_back({some.graph.source(slot), target, some.trust[slot]});
    }
  }
  return all;
}

}  // namespace trust::viz
