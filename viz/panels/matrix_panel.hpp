// Who trusts whom between functions or teams, as a table of colours; a click on a cell leaves its ties in the
// picture.
#pragma once

#include "viz/panels/panel.hpp"

namespace trust::viz {

class MatrixPanel {
 public:
  /// Draws the panel into the current ImGui window.
  void draw(PanelContext& context);
};

}  // namespace trust::viz
