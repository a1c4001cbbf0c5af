// What the tour needs to know of a snapshot.
#pragma once

#include "viz/panels/panel.hpp"
#include "viz/tour/tour_state.hpp"

namespace trust::viz {

TourFacts facts_of(const Snapshot& snapshot, const ViewState& view, const TourState& tour);

}  // namespace trust::viz
