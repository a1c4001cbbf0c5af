// "Trust in ten minutes": a guided way through the model, a chapter a claim. Predict, run, explain, one lever at a
// time.
#pragma once

#include "viz/panels/panel.hpp"

namespace trust::viz {

class Tour {
 public:
  /// Draws the chapter's card over the window, after all panels, and does what the user answers. Nothing where
  /// view.tour is off.
  void draw(PanelContext& context);
};

}  // namespace trust::viz
