// A plot in the window.
#pragma once

#include <imgui.h>

#include "viz/plot/painter.hpp"
#include "viz/plot/text_pen.hpp"

namespace trust::viz {

class ImGuiPainter final : public Painter {
 public:
  ImGuiPainter(ImDrawList* draw, TextPen& pen) : draw_(draw), pen_(&pen) {}

  void polyline(std::span<const Point> points, const Stroke& stroke) override;
  void area(std::span<const Point> upper, std::span<const Point> lower, PlotColour colour) override;
  void fill(const Box& box, PlotColour colour) override;
  void frame(const Box& box, const Stroke& stroke) override;
  void disc(Point middle, float radius, PlotColour colour) override;
  void text(Point at, Anchor anchor, PlotColour colour, std::string_view text) override;
  float text_width(std::string_view text) const override;
  float text_height() const override;
  void clip(const Box& box) override;
  void unclip() override;

 private:
  void dashed(std::span<const Point> points, const Stroke& stroke);

  ImDrawList* draw_;
  TextPen* pen_;
};

}  // namespace trust::viz
