#include "viz/scene/label_placer.hpp"

#include <algorithm>

namespace trust::viz {
namespace {

bool overlap(const Box& a, const Box& b) {
  return a.low.x < b.high.x && b.low.x < a.high.x && a.low.y < b.high.y && b.low.y < a.high.y;
}

}  // namespace

LabelPlacer::LabelPlacer(const Box& canvas, float line) : canvas_(canvas), side_(std::max(8.0F, 4 * line)) {}

template <typename Visit>
void LabelPlacer::squares(const Box& box, const Visit& visit) const {
  const auto index = [&](float at) { return static_cast<std::int64_t>(std::floor(at / side_)); };
  for (std::int64_t row = index(box.low.y); row <= index(box.high.y); ++row) {
    for (std::int64_t column = index(box.low.x); column <= index(box.high.x); ++column) visit(row * (1 << 20) + column);
  }
}

void LabelPlacer::block(const Box& part) {
  const Box inside{{std::max(part.low.x, canvas_.low.x), std::max(part.low.y, canvas_.low.y)},
                   {std::min(part.high.x, canvas_.high.x), std::min(part.high.y, canvas_.high.y)}};
  if (!(inside.width() > 0 && inside.height() > 0)) return;
  const auto number = static_cast<std::uint32_t>(taken_.size());
  taken_.push_back(inside);
  squares(inside, [&](std::int64_t square) { by_square_[square].push_back(number); });
}

bool LabelPlacer::free(const Box& label) const {
  bool found = false;
  squares(label, [&](std::int64_t square) {
    const auto here = by_square_.find(square);
    if (found || here == by_square_.end()) return;
    found = std::any_of(here->second.begin(), here->second.end(),
                        [&](std::uint32_t other) { return overlap(label, taken_[other]); });
  });
  return !found;
}

bool LabelPlacer::place(const Box& label) {
  const bool inside = label.low.x >= canvas_.low.x && label.low.y >= canvas_.low.y && label.high.x <= canvas_.high.x &&
                      label.high.y <= canvas_.high.y;
  if (!inside || !free(label)) return false;
  block(label);
  return true;
}

}  // namespace trust::viz
