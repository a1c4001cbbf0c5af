// A plot as a file of vectors (SVG 1.1): text stays text, nothing is loaded from elsewhere.
#pragma once

#include <string>

#include "viz/plot/painter.hpp"

namespace trust::viz {

class SvgRecorder final : public Painter {
 public:
  /// A picture of that many pixels on `background`, described by `title` for whoever cannot see it.
  SvgRecorder(float width, float height, PlotColour background, std::string_view title);

  void polyline(std::span<const Point> points, const Stroke& stroke) override;
  void area(std::span<const Point> upper, std::span<const Point> lower, PlotColour colour) override;
  void fill(const Box& box, PlotColour colour) override;
  void frame(const Box& box, const Stroke& stroke) override;
  void disc(Point middle, float radius, PlotColour colour) override;
  void text(Point at, Anchor anchor, PlotColour colour, std::string_view text) override;
  float text_width(std::string_view text) const override;
  float text_height() const override { return 14; }
  void clip(const Box& box) override;
  void unclip() override;

  /// What follows belongs to a group of that name until end_group().
  void begin_group(std::string_view name);
  void end_group();

  /// The whole file so far.
  std::string file() const { return body_ + "</svg>\n"; }

 private:
  std::string body_;
  int clips_ = 0;
};

/// `text` for use inside an element or an attribute; what XML cannot hold is left out.
std::string escaped(std::string_view text);

}  // namespace trust::viz
