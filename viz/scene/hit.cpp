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
  const auto team = team_at(layout, point);
  if (!team) return no_seat;
  Seat best = no_seat;
  float nearest = slack;
  for (const Seat seat : layout.members[*team]) {
    const float distance = length(point - layout.people[seat].centre) - layout.people[seat].radius;
    if (distance > nearest) continue;
    nearest = distance;
    best = seat;
  }
  return best;
}

}  // namespace trust::viz
