// A thin plotting layer over ImGui's draw lists: axes, lines, bands, a cursor and a read-out. The x axis counts days,
// one value each.
#pragma once

#include <imgui.h>

#include <span>

#include "viz/plot/text_pen.hpp"
#include "viz/plot/ticks.hpp"

namespace trust::viz {

/// Colours of a plot's parts, as ImGui packs them.
struct PlotColours {
  ImU32 background;
  ImU32 frame;
  ImU32 grid;
  ImU32 text;
  ImU32 cursor;
};

class Plot {
 public:
  /// Plots into the rectangle low .. high (pixels, axis labels included). `scale` is that of the whole window.
  Plot(ImDrawList* draw, TextPen& pen, ImVec2 low, ImVec2 high, Range x, Range y, const PlotColours& colours,
       float scale);

  /// Background, grid and numbers on both axes.
  void axes();

  /// The area between two lines of one value a day from day 0 on.
  void band(std::span<const float> low, std::span<const float> high, ImU32 colour);
  void line(std::span<const float> values, ImU32 colour, float width);

  /// An upright line at `x`, and a dot on it at `y`.
  void upright(double x, ImU32 colour, float width);
  void dot(double x, double y, ImU32 colour);

  /// The day (whole, within the x range) under the pointer; -1 where the pointer is outside.
  int day_at(ImVec2 pointer) const;

  float x_of(double x) const;
  float y_of(double y) const;
  ImVec2 inner_low() const { return low_; }
  ImVec2 inner_high() const { return high_; }

 private:
  std::size_t columns_for(std::size_t values) const;
  void axis_x();
  void axis_y();

  ImDrawList* draw_;
  TextPen* pen_;
  ImVec2 low_;  // of the area inside the axes
  ImVec2 high_;
  Range x_;
  Range y_;
  PlotColours colours_;
  float scale_;
};

}  // namespace trust::viz
