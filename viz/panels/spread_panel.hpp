// How trust, stress and the like are spread over people and ties on the day looked at, the baseline as a ghost behind.
#pragma once

#include "viz/panels/panel.hpp"

namespace trust::viz {

class SpreadPanel {
 public:
  /// Draws the panel into the current ImGui window.
  void draw(PanelContext& context);
};

}  // namespace trust::viz
