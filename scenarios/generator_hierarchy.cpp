#include "scenarios/generator_hierarchy.hpp"

#include <algorithm>

namespace trust {
namespace {

using Positions = std::vector<std::uint32_t>;

std::uint32_t add_leader(LeaderTree& tree, std::uint32_t function, Positions reports) {
  const auto position = static_cast<std::uint32_t>(tree.positions.size());
  for (const std::uint32_t report : reports) tree.positions[report].manager = position;
  tree.positions.push_back({.function = function, .reports = std::move(reports)});
  return position;
}

/// Puts leaders over `level`, at most `span` below each, until one is left.
std::uint32_t lead_all(LeaderTree& tree, Positions level, std::uint32_t function, std::uint32_t span) {
  while (level.size() > 1) {
    const std::size_t groups = (level.size() + span - 1) / span;
    Positions above;
    for (std::size_t g = 0; g < groups; ++g) {
      const auto begin = level.begin() + static_cast<std::ptrdiff_t>(g * level.size() / groups);
      const auto end = level.begin() + static_cast<std::ptrdiff_t>((g + 1) * level.size() / groups);
      above.push_back(add_leader(tree, function, Positions(begin, end)));
    }
    level = std::move(above);
  }
  return level.front();
}

std::uint32_t common_function(const LeaderTree& tree, const Positions& positions, std::uint32_t otherwise) {
  const std::uint32_t first = tree.positions[positions.front()].function;
  const bool same = std::ranges::all_of(positions, [&](auto p) { return tree.positions[p].function == first; });
  return same ? first : otherwise;
}

/// One more leader, who takes over half of the reports of the one who has most.
void add_spare_leader(LeaderTree& tree) {
  const auto busiest = std::ranges::max_element(tree.positions, {}, [](const auto& p) { return p.reports.size(); });
  const auto manager = static_cast<std::uint32_t>(busiest - tree.positions.begin());
  const Positions reports = busiest->reports;
  if (reports.empty()) {  // a single team leader: the new one stands above
    add_leader(tree, busiest->function, {manager});
    return;
  }
  const auto half = reports.begin() + static_cast<std::ptrdiff_t>(reports.size() / 2);
  const Positions taken(half, reports.end());
  const std::uint32_t spare = add_leader(tree, common_function(tree, taken, busiest->function), taken);
  tree.positions[spare].manager = manager;
  tree.positions[manager].reports.assign(reports.begin(), half);
  tree.positions[manager].reports.push_back(spare);
}

void measure_depths(LeaderTree& tree) {
  for (std::uint32_t p = 0; p < tree.positions.size(); ++p) {
    if (tree.positions[p].manager == nobody) tree.from_the_top.push_back(p);
  }
  for (std::size_t i = 0; i < tree.from_the_top.size(); ++i) {
    const LeaderPosition& position = tree.positions[tree.from_the_top[i]];
    for (const std::uint32_t report : position.reports) {
      tree.positions[report].depth = position.depth + 1;
      tree.from_the_top.push_back(report);
    }
  }
}

}  // namespace

LeaderTree build_leader_tree(const HeadCount& heads, std::uint32_t span) {
  LeaderTree tree;
  Positions heads_of_functions;
  for (std::uint32_t f = 0; f < heads.functions.size(); ++f) {
    Positions team_leaders;
    for (std::uint32_t t = 0; t < heads.functions[f].teams; ++t) {
      team_leaders.push_back(static_cast<std::uint32_t>(tree.positions.size()));
      tree.positions.push_back({.function = f, .team = t});
    }
    heads_of_functions.push_back(lead_all(tree, std::move(team_leaders), f, span));
  }
  const auto top = std::ranges::find(heads.functions, heads.top_function, &FunctionCount::name);
  lead_all(tree, std::move(heads_of_functions), static_cast<std::uint32_t>(top - heads.functions.begin()), span);
  for (std::uint32_t s = 0; s < heads.spare_leaders; ++s) add_spare_leader(tree);
  measure_depths(tree);
  return tree;
}

}  // namespace trust
