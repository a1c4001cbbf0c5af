// The bar on top: which scenario, which day, how fast, which luck, which of the two runs; undo, files and help. What
// has no room goes into the menu at its end.
#pragma once

#include "viz/panels/panel.hpp"

namespace trust::viz {

/// Draws the bar into the current ImGui window.
void draw_run_bar(PanelContext& context);

}  // namespace trust::viz
