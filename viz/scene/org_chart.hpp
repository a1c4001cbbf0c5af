// The organisation chart: a tidy tree by reporting lines, after E. Reingold and J. Tilford, "Tidier drawings of trees"
// (1981, doi 10.1109/TSE.1981.234519), and C. Buchheim, M. Juenger and S. Leipert, "Improving Walker's algorithm to run
// in linear time" (2002, doi 10.1007/3-540-36151-0_32): branches lie as close as their outlines allow, and outlines are
// merged at the cost of the shallower one. Unlike theirs, wide levels are wrapped: those who lead nobody stand in a
// block under their manager, and branches that are too wide together stand in rows, so that a thousand people fit a
// screen.
#pragma once

#include "viz/scene/layout.hpp"

namespace trust::viz {

/// Everybody stands below their manager; those without one stand side by side. Reporting lines that go round in a
/// circle are cut at the lowest seat. How widely levels are wrapped is what fills a picture of 16:10 best.
/// Cost: linear in people, but for outlines of wrapped rows, which are copied once a level.
Layout org_chart_layout(const Organisation& organisation);

}  // namespace trust::viz
