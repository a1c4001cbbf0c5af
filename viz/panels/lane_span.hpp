// The arithmetic of lanes: where one goes while it is dragged, and which one of the baseline it comes from.
#pragma once

#include <span>

#include "viz/session/lane.hpp"

namespace trust::viz {

enum class LaneGrip : std::uint8_t { body, start, end };

/// First and last day, both included.
struct LaneSpan {
  int first = 1;
  int last = 1;
  friend bool operator==(const LaneSpan&, const LaneSpan&) = default;
};

inline LaneSpan span_of(const Lane& lane) { return {lane.first_day, lane.last_day}; }

/// Where a lane lies after its body or one end was dragged by so many days: never outside 1 .. `days`, never less than
/// a day. A body keeps its length as far as the run reaches; one without an end keeps none.
LaneSpan dragged(const Lane& lane, LaneGrip grip, int by, int days);

/// The baseline's lane that this one of the what-if comes from, or null: of the same kind and name, and among those the
/// one at the same place.
const Lane* baseline_of(std::span<const Lane> lanes, std::span<const Lane> baseline, const Lane& lane);

}  // namespace trust::viz
