// Places for the people of a reporting tree (org_chart.hpp says after whom).
#pragma once

#include <vector>

#include "viz/scene/layout.hpp"
#include "viz/scene/reporting_tree.hpp"

namespace trust::viz {

struct TidyTree {
  std::vector<Point> centres;    // by place
  std::vector<Branch> branches;  // by place
  std::vector<Segment> lines;
  Box bounds;
};

/// `wrapping`: how many times as wide as high a branch may be before it is wrapped; infinity: never.
TidyTree place_tree(const ReportingTree& tree, float wrapping);

}  // namespace trust::viz
