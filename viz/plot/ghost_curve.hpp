// A curve that was seen before and stays in the plot of its measure, faded and with its name.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "models/measures.hpp"

namespace trust::viz {

class Plot;
class TextPen;

struct GhostCurve {
  std::string label;
  Measure measure;
  std::vector<float> values;  // one a day, day 0 first
};

/// Draws those of that measure into a plot that has its axes; call it before the plot's own lines. Names stand at the
/// right, one beside another where they would meet. Into the current ImGui window.
void draw_ghosts(Plot& plot, TextPen& pen, std::span<const GhostCurve> ghosts, Measure measure, unsigned int colour,
                 float scale);

/// Lowest and highest value of those of that measure; `low` above `high` where there is none.
struct GhostRange {
  float low = 1;
  float high = 0;
  bool empty() const { return low > high; }
};
GhostRange range_of(std::span<const GhostCurve> ghosts, Measure measure);

}  // namespace trust::viz
