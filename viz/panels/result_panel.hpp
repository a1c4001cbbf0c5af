// What the what-if does, in plain words: the result card, from the replicates in the background.
#pragma once

#include "viz/panels/panel.hpp"

namespace trust::viz {

class ResultPanel {
 public:
  /// Draws the panel into the current ImGui window.
  void draw(PanelContext& context);
};

}  // namespace trust::viz
