#include "viz/scene/layout.hpp"

#include <algorithm>
#include <numeric>

#include "viz/scene/org_chart.hpp"
#include "viz/scene/packing.hpp"

namespace trust::viz {
namespace {

constexpr float person_gap = 0.9F;
constexpr float team_margin = 0.9F;
constexpr float team_gap = 1.2F;
constexpr float function_margin = 1.6F;
constexpr float gap_share = 0.04F;    // room between functions, as a share of the largest one's width
constexpr float label_share = 0.09F;  // room above each function, as a share of the largest one's width
constexpr float picture_aspect = 1.7F;

// Gives a team's people their places around (0, 0).
void place_people(const Organisation& organisation, std::uint32_t team, Layout& layout) {
  const auto& members = layout.members[team];
  if (members.empty()) return;
  const bool led = members[0] == organisation.teams[team].leader;
  std::vector<float> radii(members.size(), person_radius);
  if (led) radii[0] = leader_radius;
  const Packing packing = led ? pack_in_rings(radii, person_gap) : pack_snugly(radii, person_gap);
  for (std::size_t i = 0; i < members.size(); ++i) layout.people[members[i]] = {packing.centres[i], radii[i]};
  layout.teams[team].radius = packing.radius + team_margin;
}

void place_teams(std::uint32_t function, Layout& layout) {
  auto& teams = layout.in_function[function];
  if (teams.empty()) return;
  std::stable_sort(teams.begin(), teams.end(),
                   [&](auto a, auto b) { return layout.teams[a].radius > layout.teams[b].radius; });
  std::vector<float> radii;
  for (const auto team : teams) radii.push_back(layout.teams[team].radius);
  const Packing packing = pack_snugly(radii, team_gap);
  for (std::size_t i = 0; i < teams.size(); ++i) layout.teams[teams[i]].centre = packing.centres[i];
  layout.functions[function].radius = packing.radius + function_margin;
}

void place_functions(Layout& layout) {
  std::vector<std::uint32_t> shown;
  std::vector<float> radii;
  for (std::uint32_t function = 0; function < layout.functions.size(); ++function) {
    if (layout.in_function[function].empty()) continue;
    shown.push_back(function);
    radii.push_back(layout.functions[function].radius);
  }
  if (shown.empty()) return;
  const float widest = 2 * *std::max_element(radii.begin(), radii.end());
  const auto centres = pack_in_rows(radii, widest * gap_share, widest * label_share, picture_aspect);
  for (std::size_t i = 0; i < shown.size(); ++i) layout.functions[shown[i]].centre = centres[i];
}

// From places inside the team and inside the function to places in the picture.
void move_into_place(const Organisation& organisation, Layout& layout) {
  for (std::uint32_t team = 0; team < layout.teams.size(); ++team) {
    Circle& circle = layout.teams[team];
    circle.centre = circle.centre + layout.functions[organisation.teams[team].function].centre;
    for (const Seat seat : layout.members[team]) {
      layout.people[seat].centre = layout.people[seat].centre + circle.centre;
    }
  }
}

void measure_bounds(Layout& layout) {
  bool first = true;
  for (const Circle& circle : layout.functions) {
    if (circle.radius == 0) continue;
    const Point reach{circle.radius, circle.radius};
    const Box box{circle.centre - reach, circle.centre + reach};
    if (first) layout.bounds = box;
    first = false;
    layout.bounds.low = {std::min(layout.bounds.low.x, box.low.x), std::min(layout.bounds.low.y, box.low.y)};
    layout.bounds.high = {std::max(layout.bounds.high.x, box.high.x), std::max(layout.bounds.high.y, box.high.y)};
  }
  layout.bounds.low.y = std::min(layout.bounds.low.y, 0.0F);  // rows start at 0, below the room for their names
}

// Teams side by side as they lie in their function, so that a team and a function are each one range.
void put_in_order(Layout& layout) {
  layout.team_range.resize(layout.teams.size());
  layout.function_range.resize(layout.functions.size());
  for (std::size_t function = 0; function < layout.functions.size(); ++function) {
    layout.function_range[function].begin = static_cast<std::uint32_t>(layout.order.size());
    for (const std::uint32_t team : layout.in_function[function]) {
      layout.team_range[team].begin = static_cast<std::uint32_t>(layout.order.size());
      layout.order.insert(layout.order.end(), layout.members[team].begin(), layout.members[team].end());
      layout.team_range[team].end = static_cast<std::uint32_t>(layout.order.size());
    }
    layout.function_range[function].end = static_cast<std::uint32_t>(layout.order.size());
  }
}

}  // namespace

void gather_members(const Organisation& organisation, Layout& layout) {
  layout.members.resize(organisation.teams.size());
  layout.in_function.resize(organisation.functions.size());
  for (Seat seat = 0; seat < organisation.seats(); ++seat) {
    layout.members[organisation.people[seat].team].push_back(seat);
  }
  for (std::uint32_t team = 0; team < organisation.teams.size(); ++team) {
    auto& members = layout.members[team];
    const auto leader = std::find(members.begin(), members.end(), organisation.teams[team].leader);
    if (leader != members.end()) std::rotate(members.begin(), leader, leader + 1);
    if (!members.empty()) layout.in_function[organisation.teams[team].function].push_back(team);
  }
}

Layout circles_layout(const Organisation& organisation) {
  Layout layout;
  layout.people.resize(organisation.people.size());
  layout.teams.resize(organisation.teams.size());
  layout.functions.resize(organisation.functions.size());
  gather_members(organisation, layout);
  for (std::uint32_t team = 0; team < layout.teams.size(); ++team) place_people(organisation, team, layout);
  for (std::uint32_t function = 0; function < layout.functions.size(); ++function) place_teams(function, layout);
  place_functions(layout);
  move_into_place(organisation, layout);
  measure_bounds(layout);
  put_in_order(layout);
  layout.grid = SeatGrid(layout.people);
  return layout;
}

Layout layout_of(const Organisation& organisation, NetworkShape shape) {
  return shape == NetworkShape::circles ? circles_layout(organisation) : org_chart_layout(organisation);
}

}  // namespace trust::viz
