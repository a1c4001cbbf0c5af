// A thin plotting layer: axes, lines, bands, bars and marks, drawn with any painter. The x axis counts days, one value
// each; a histogram takes it for the values that it counts.
#pragma once

#include <span>

#include "viz/plot/day_axis.hpp"
#include "viz/plot/histogram.hpp"
#include "viz/plot/painter.hpp"

namespace trust::viz {

/// Colours of a plot's parts.
struct PlotColours {
  PlotColour background;
  PlotColour frame;
  PlotColour grid;
  PlotColour text;
  PlotColour cursor;
};

class Plot {
 public:
  /// Plots into the upright range top .. bottom (pixels) over `axis`. `scale` is that of the whole window.
  Plot(Painter& painter, const DayAxis& axis, float top, float bottom, Range y, const PlotColours& colours,
       float scale);

  /// Background, grid, and the numbers of the y axis on its left: whole ones where it `counts`.
  void axes(bool counts = false);

  /// A line at y = 0, where it can be seen.
  void zero_line();

  /// The area between two lines of one value a day from day 0 on.
  void band(std::span<const float> low, std::span<const float> high, PlotColour colour);
  void line(std::span<const float> values, const Stroke& stroke);

  /// Bars from 0 on, one a class; `ghost`: their outline alone.
  void bars(const Histogram& histogram, PlotColour colour, bool ghost);

  /// An upright line at `x`, and a dot on it at `y`.
  void upright(double x, const Stroke& stroke);
  void dot(double x, double y, PlotColour colour);

  /// The frame around it all; last.
  void frame();

  float x_of(double x) const { return axis_.x_of(x); }
  float y_of(double y) const;
  const Box& inside() const { return inside_; }

 private:
  Painter* painter_;
  DayAxis axis_;
  Box inside_;
  Range y_;
  PlotColours colours_;
  float scale_;
};

/// Day numbers under a plot; in a second row, where `weeks` is set, the weeks that these days end.
void write_days(Painter& painter, const DayAxis& axis, float top, bool weeks, const PlotColours& colours, float scale);

inline constexpr float space_left_of_plots = 58;  // for the numbers of the y axis, at scale 1
inline constexpr float space_right_of_plots = 14;

}  // namespace trust::viz
