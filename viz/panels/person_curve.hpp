// One value of a person over the days, small: the what-if's line before the baseline's.
#pragma once

#include <span>

#include "viz/panels/panel.hpp"

namespace trust::viz {

/// Draws it as wide as there is room, with a line on the day that is looked at. Gives the day that was pressed.
/// Both have a value a day from day 0 on, not a number where nothing is known; `baseline` may be empty.
std::optional<int> draw_person_curve(PanelContext& context, std::span<const float> values,
                                     std::span<const float> baseline);

}  // namespace trust::viz
