// The tour's words, with what a run showed and who was met filled in.
#pragma once

#include <string>

#include "viz/session/snapshot.hpp"
#include "viz/tour/tour_state.hpp"

namespace trust::viz {

/// A value as a card says it: "0.472", "0.67", "14 %".
std::string told(TourUnit unit, float value);

/// What that person says of themselves and of whom they trust most; empty where nobody has the id.
std::string introduction(const Look& look, const std::string& id);

/// "On day 10, Dara trusts Lea 0.52 and Ines 0.31."; empty where nobody has the id.
std::string most_and_least_trusted(const Look& look, const std::string& id, int day);

/// What the card of the tour's step says.
std::string card_text(const TourState& tour, const Snapshot& snapshot, const std::string& person);

/// "0.05: 0.426   0.03: 0.481": what was tried, the baseline first; empty before anything was.
std::string tried_text(const TourState& tour);

}  // namespace trust::viz
