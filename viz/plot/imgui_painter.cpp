#include "viz/plot/imgui_painter.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "viz/plot/dashes.hpp"

namespace trust::viz {
namespace {

ImVec2 vec(Point p) { return {p.x, p.y}; }

}  // namespace

void ImGuiPainter::polyline(std::span<const Point> points, const Stroke& stroke) {
  if (points.size() < 2) return;
  if (stroke.dash == Dash::dashed) return dashed(points, stroke);
  std::vector<ImVec2> there;
  there.reserve(points.size());
  for (const Point& point : points) there.push_back(vec(point));
  draw_->AddPolyline(there.data(), static_cast<int>(there.size()), stroke.colour, 0, stroke.width);
}

void ImGuiPainter::dashed(std::span<const Point> points, const Stroke& stroke) {
  for (const auto& [from, to] : dashes(points, 4 * stroke.width, 3 * stroke.width)) {
    draw_->AddLine(vec(from), vec(to), stroke.colour, stroke.width);
  }
}

void ImGuiPainter::area(std::span<const Point> upper, std::span<const Point> lower, PlotColour colour) {
  const ImDrawListFlags flags = draw_->Flags;
  draw_->Flags &= ~ImDrawListFlags_AntiAliasedFill;  // soft edges would show as stripes between the pieces
  for (std::size_t i = 0; i + 1 < std::min(upper.size(), lower.size()); ++i) {
    draw_->AddQuadFilled(vec(upper[i]), vec(upper[i + 1]), vec(lower[i + 1]), vec(lower[i]), colour);
  }
  draw_->Flags = flags;
}

void ImGuiPainter::fill(const Box& box, PlotColour colour) {
  draw_->AddRectFilled(vec(box.low), vec(box.high), colour);
}

void ImGuiPainter::frame(const Box& box, const Stroke& stroke) {
  if (stroke.dash == Dash::none) {
    draw_->AddRect(vec(box.low), vec(box.high), stroke.colour, 0, 0, stroke.width);
    return;
  }
  const Point around[] = {box.low, {box.high.x, box.low.y}, box.high, {box.low.x, box.high.y}, box.low};
  dashed(around, stroke);
}

void ImGuiPainter::disc(Point middle, float radius, PlotColour colour) {
  draw_->AddCircleFilled(vec(middle), radius, colour);
}

void ImGuiPainter::text(Point at, Anchor anchor, PlotColour colour, std::string_view text) {
  const float share = anchor == Anchor::start ? 0 : anchor == Anchor::middle ? 0.5F : 1;
  pen_->write(draw_, {std::round(at.x - share * text_width(text)), std::round(at.y)}, colour, text);
}

float ImGuiPainter::text_width(std::string_view text) const { return text_size(text).x; }
float ImGuiPainter::text_height() const { return ImGui::GetFontSize(); }
void ImGuiPainter::clip(const Box& box) { draw_->PushClipRect(vec(box.low), vec(box.high), true); }
void ImGuiPainter::unclip() { draw_->PopClipRect(); }

}  // namespace trust::viz
