// What a plot is drawn with. The window and a file of vectors are two painters, so that a plot that was exported is the
// plot that was seen.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "viz/scene/geometry.hpp"

namespace trust::viz {

/// Red in the lowest byte, then green, blue, opacity: as ImGui packs it.
using PlotColour = std::uint32_t;

/// The colour at a share (0 .. 1) of its opacity.
PlotColour faded(PlotColour colour, float share);

enum class Dash : std::uint8_t { none, dashed };
enum class Anchor : std::uint8_t { start, middle, end };

struct Stroke {
  PlotColour colour;
  float width = 1;  // pixels
  Dash dash = Dash::none;
};

class Painter {
 public:
  virtual ~Painter() = default;

  virtual void polyline(std::span<const Point> points, const Stroke& stroke) = 0;

  /// The area between two polylines of as many points each, over the same x.
  virtual void area(std::span<const Point> upper, std::span<const Point> lower, PlotColour colour) = 0;
  virtual void fill(const Box& box, PlotColour colour) = 0;
  virtual void frame(const Box& box, const Stroke& stroke) = 0;
  virtual void disc(Point middle, float radius, PlotColour colour) = 0;

  /// `at`: the upper edge of the line of text, and its start, middle or end.
  virtual void text(Point at, Anchor anchor, PlotColour colour, std::string_view text) = 0;
  virtual float text_width(std::string_view text) const = 0;
  virtual float text_height() const = 0;

  /// Until unclip(): nothing is drawn outside.
  virtual void clip(const Box& box) = 0;
  virtual void unclip() = 0;
};

/// Clips as long as it lives.
class Clipped {
 public:
  Clipped(Painter& painter, const Box& box) : painter_(painter) { painter_.clip(box); }
  ~Clipped() { painter_.unclip(); }
  Clipped(const Clipped&) = delete;
  Clipped& operator=(const Clipped&) = delete;

 private:
  Painter& painter_;
};

}  // namespace trust::viz
