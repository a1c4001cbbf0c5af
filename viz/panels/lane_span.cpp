#include "viz/panels/lane_span.hpp"

#include <algorithm>

namespace trust::viz {
namespace {

bool same(const Lane& a, const Lane& b) { return a.kind == b.kind && a.name == b.name; }

}  // namespace

LaneSpan dragged(const Lane& lane, LaneGrip grip, int by, int days) {
  days = std::max(1, days);
  const int first = std::clamp(lane.first_day, 1, days);
  const int last = std::clamp(lane.last_day, first, days);
  by = std::clamp(by, -days, days);
  if (grip == LaneGrip::start) return {std::clamp(first + by, 1, last), last};
  if (grip == LaneGrip::end) return {first, std::clamp(last + by, first, days)};
  const int moved = std::clamp(first + by, 1, days);
  if (lane.once) return {moved, moved};
  return {moved, lane.open_end ? days : std::min(days, moved + last - first)};
}

const Lane* baseline_of(std::span<const Lane> lanes, std::span<const Lane> baseline, const Lane& lane) {
  if (!lane.of_baseline) return nullptr;
  const auto before = std::count_if(lanes.begin(), lanes.end(), [&](const Lane& one) {
    return one.of_baseline && one.index < lane.index && same(one, lane);
  });
  auto left = before;
  for (const Lane& one : baseline) {
    if (same(one, lane) && left-- == 0) return &one;
  }
  return nullptr;
}

}  // namespace trust::viz
