// Who is pointed at or chosen: place in the organisation, values, whom that person trusts most and least. Nobody
// chosen: the whole organisation, first day against today.
#pragma once

#include "viz/panels/panel.hpp"

namespace trust::viz {

/// Draws the panel into the current ImGui window.
void draw_inspector(PanelContext& context);

}  // namespace trust::viz
