// A plot's contents in the theme's colours, with any painter.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "viz/panels/plot_content.hpp"
#include "viz/plot/plot.hpp"

namespace trust::viz {

struct InkColours {
  PlotColour line;
  PlotColour band;
  PlotColour wide;
};

InkColours colours_of(const Theme& theme, Ink ink);

/// Bands, then lines; without what is switched off in the legend.
void draw_content(Plot& plot, const PlotContent& content, const std::set<std::string>& hidden, const Theme& theme);

/// Something that begins on a day: an intervention or a shock.
struct DayMark {
  int day;
  std::string name;
  bool shock;
};

/// The lanes of the arm that is shown, those that are switched off left out, and nothing that is still to come where
/// the future is hidden.
std::vector<DayMark> marks_of(const Snapshot& snapshot, const ViewState& view);

void draw_marks(Plot& plot, const std::vector<DayMark>& marks, const Theme& theme);

/// The marks' names in one line of text from `top` on, fewer where they would lie over each other.
void write_marks(Painter& painter, const DayAxis& axis, float top, const std::vector<DayMark>& marks,
                 const Theme& theme);

/// Whether a lane is a shock: something that befalls an organisation.
bool is_shock(const Lane& lane);

}  // namespace trust::viz
