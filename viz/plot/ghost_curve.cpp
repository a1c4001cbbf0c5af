#include "viz/plot/ghost_curve.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "viz/plot/plot.hpp"

namespace trust::viz {
namespace {

struct Label {
  ImVec2 low, high;
};

bool meet(const Label& a, const Label& b) {
  return a.low.x < b.high.x && b.low.x < a.high.x && a.low.y < b.high.y && b.low.y < a.high.y;
}

// At the line's end, moved to the left past names that stand there already.
Label place(const Plot& plot, const GhostCurve& ghost, const std::vector<Label>& taken, float gap) {
  const ImVec2 size = text_size(ghost.label);
  const float end = plot.y_of(static_cast<double>(ghost.values.back()));
  const float top = std::round(std::clamp(end - size.y - gap / 2, plot.inner_low().y, plot.inner_high().y - size.y));
  Label label{{std::round(plot.inner_high().x - gap - size.x), top}, {}};
  label.high = {label.low.x + size.x, label.low.y + size.y};
  for (bool moved = true; moved;) {
    moved = false;
    for (const Label& other : taken) {
      if (!meet(label, other)) continue;
      label.low.x = std::round(other.low.x - gap * 2 - size.x);
      label.high.x = label.low.x + size.x;
      moved = true;
    }
  }
  return label;
}

}  // namespace

void draw_ghosts(Plot& plot, TextPen& pen, std::span<const GhostCurve> ghosts, Measure measure, unsigned int colour,
                 float scale) {
  std::vector<Label> taken;
  const ImU32 faded = (colour & ~IM_COL32_A_MASK) | (ImU32{150} << IM_COL32_A_SHIFT);
  for (const GhostCurve& ghost : ghosts) {
    if (ghost.measure != measure || ghost.values.empty()) continue;
    plot.line(ghost.values, faded, 1.25F);
    taken.push_back(place(plot, ghost, taken, 6 * scale));
    if (taken.back().low.x < plot.inner_low().x) continue;  // no room for its name
    pen.write(ImGui::GetWindowDrawList(), taken.back().low, colour, ghost.label);
  }
}

GhostRange range_of(std::span<const GhostCurve> ghosts, Measure measure) {
  GhostRange range;
  for (const GhostCurve& ghost : ghosts) {
    if (ghost.measure != measure || ghost.values.empty()) continue;
    const auto [low, high] = std::minmax_element(ghost.values.begin(), ghost.values.end());
    range =
        range.empty() ? GhostRange{*low, *high} : GhostRange{std::min(range.low, *low), std::max(range.high, *high)};
  }
  return range;
}

}  // namespace trust::viz
