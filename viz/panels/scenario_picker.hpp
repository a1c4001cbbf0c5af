// Which scenario: those that ship, by folder, each with what it is about; or any file.
#pragma once

#include "viz/panels/panel.hpp"

namespace trust::viz {

/// The button with the scenario's name, and its list while that is open.
void draw_scenario_button(PanelContext& context, float width);

/// How the entry's control is called: "scenario/start/first-90-days".
std::string control_of(const ScenarioEntry& entry);

}  // namespace trust::viz
