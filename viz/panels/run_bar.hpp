// The bar on top: which scenario, run, pause, step, back to the start, how fast, which day.
#pragma once

#include "viz/panels/panel.hpp"

namespace trust::viz {

/// Draws the bar into the current ImGui window.
void draw_run_bar(PanelContext& context);

/// Space runs and pauses, Right steps, Home goes back to the start, + and - change the speed; none of them while text
/// is being typed.
void handle_run_keys(const Snapshot& snapshot, SessionPort& session);

}  // namespace trust::viz
