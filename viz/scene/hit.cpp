#include "viz/scene/hit.hpp"

namespace trust::viz {

std::optional<std::uint32_t> team_at(const Layout& layout, Point point) {
  for (std::size_t function = 0; function < layout.functions.size(); ++function) {
    if (!contains(layout.functions[function], point)) continue;
    for (const std::uint32_t team : layout.in_function[function]) {
      if (contains(layout.teams[team], point)) return team;
    }
  }
  return std::nullopt;
}

Seat person_at(const Layout& layout, Point point, float slack) {
  return layout.grid.nearest(layout.people, point, slack);
}

}  // namespace trust::viz
