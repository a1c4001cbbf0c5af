#include "viz/scene/org_chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "viz/scene/reporting_tree.hpp"
#include "viz/scene/tidy_tree.hpp"

namespace trust::viz {
namespace {

constexpr float picture_aspect = 1.6F;
constexpr float margin = 2;
constexpr float no_wrapping = std::numeric_limits<float>::infinity();

// How wide a branch may be for its height before it is wrapped; the first is how charts are drawn on paper.
constexpr std::array wrappings{no_wrapping, 12.0F, 6.0F, 4.0F, 2.8F, 2.0F, 1.4F, 1.0F};

float scale_in_picture(const Box& bounds) {
  return std::min(picture_aspect / std::max(bounds.width(), 1e-3F), 1 / std::max(bounds.height(), 1e-3F));
}

TidyTree best_tree(const ReportingTree& tree) {
  TidyTree best = place_tree(tree, wrappings[0]);
  for (std::size_t i = 1; i < wrappings.size(); ++i) {
    TidyTree other = place_tree(tree, wrappings[i]);
    // A little more room is not worth a branch that is torn in rows.
    if (scale_in_picture(other.bounds) > 1.05F * scale_in_picture(best.bounds)) best = std::move(other);
  }
  return best;
}

}  // namespace

Layout org_chart_layout(const Organisation& organisation) {
  Layout layout;
  layout.shape = NetworkShape::org_chart;
  layout.people.resize(organisation.people.size());
  layout.teams.resize(organisation.teams.size());
  layout.functions.resize(organisation.functions.size());
  gather_members(organisation, layout);
  if (organisation.people.empty()) return layout;
  const ReportingTree tree = reporting_tree(organisation);
  TidyTree placed = best_tree(tree);
  for (std::size_t place = 0; place < tree.order.size(); ++place) {
    layout.people[tree.order[place]] = {placed.centres[place], tree.leads(place) ? leader_radius : person_radius};
  }
  layout.order = tree.order;
  layout.branches = std::move(placed.branches);
  layout.lines = std::move(placed.lines);
  const Point room{margin, margin};
  layout.bounds = {placed.bounds.low - room, placed.bounds.high + room};
  layout.grid = SeatGrid(layout.people);
  return layout;
}

}  // namespace trust::viz
