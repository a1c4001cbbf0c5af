#include "viz/scene/detail.hpp"

#include <algorithm>

namespace trust::viz {
namespace {

constexpr float least_person = 3;  // pixels of radius
constexpr float least_team = 4.5F;

}  // namespace

Detail detail_for(const Layout& layout, const View& view, const Box& canvas) {
  if (layout.shape == NetworkShape::org_chart || layout.people.size() <= few_people) return Detail::people;
  const double wide = static_cast<double>(layout.bounds.width() * view.pixels);
  const double high = static_cast<double>(layout.bounds.height() * view.pixels);
  const double seen = static_cast<double>(canvas.width()) * static_cast<double>(canvas.height());
  const double share = std::min(1.0, seen / std::max(1.0, wide * high));
  const auto fits = [&](std::size_t count) { return share * static_cast<double>(count) <= most_marks; };
  if (fits(layout.people.size()) && view.pixels * person_radius >= least_person) return Detail::people;
  double radii = 0;
  for (const Circle& team : layout.teams) radii += static_cast<double>(team.radius);
  const auto mean_radius =
      static_cast<float>(radii / static_cast<double>(std::max<std::size_t>(1, layout.teams.size())));
  if (fits(layout.teams.size()) && view.pixels * mean_radius >= least_team) return Detail::teams;
  return Detail::functions;
}

}  // namespace trust::viz
