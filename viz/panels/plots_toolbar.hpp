// What one can do with plots and lanes, in the line of the panel's name.
#pragma once

#include "viz/panels/panel.hpp"

namespace trust::viz {

inline constexpr std::size_t most_plots = 4;

/// Which menu was asked for.
enum class PlotsMenu : std::uint8_t { none, exporting, lanes };

/// Draws the buttons so that they end at `right`; with little room their labels are shorter. Plots are added, days and
/// differences switched here; menus are opened by the panel.
PlotsMenu draw_plots_toolbar(PanelContext& context, float left, float right, float top);

}  // namespace trust::viz
