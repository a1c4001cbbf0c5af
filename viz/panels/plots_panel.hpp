// One measure over the days of the run: the replicate looked at, and how far its siblings lie apart.
#pragma once

#include "viz/panels/panel.hpp"

namespace trust::viz {

class PlotsPanel {
 public:
  /// Draws the panel into the current ImGui window.
  void draw(PanelContext& context);
};

/// What the y axis shows for a measure: its values so far with room, and never so little that noise looks like news.
Range series_range(const Series& series);

}  // namespace trust::viz
