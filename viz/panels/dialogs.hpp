// What lies over the window for a while: the choice of scenarios, saving and opening, exports, the keys.
#pragma once

#include "viz/panels/panel.hpp"

namespace trust::viz {

class Dialogs {
 public:
  /// Draws what is open, after all panels.
  void draw(PanelContext& context);
};

}  // namespace trust::viz
