// Who is pointed at or chosen: place in the organisation, values, whom that person trusts most and least. Nobody
// chosen: the whole organisation, first day against today.
#pragma once

#include "viz/panels/panel.hpp"

namespace trust::viz {

class PersonPanel {
 public:
  /// Draws the panel into the current ImGui window.
  void draw(PanelContext& context);
};

}  // namespace trust::viz
