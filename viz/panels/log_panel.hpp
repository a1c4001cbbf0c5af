// What was done in this sitting and what befell the organisation, by day.
#pragma once

#include "viz/panels/panel.hpp"

namespace trust::viz {

class LogPanel {
 public:
  /// Draws the panel into the current ImGui window.
  void draw(PanelContext& context);
};

}  // namespace trust::viz
