// The whole organisation in a few lines: what the person panel shows while nobody is chosen.
#pragma once

#include "viz/panels/panel.hpp"

namespace trust::viz {

void draw_organisation_card(PanelContext& context);

}  // namespace trust::viz
