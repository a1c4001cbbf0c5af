// The parts of the run bar that are more than a button: speed, day, seed, and which of the two runs is shown.
#pragma once

#include <vector>

#include "viz/panels/panel.hpp"

namespace trust::viz {

// Widths at scale 1.
inline constexpr float speed_width = 122;
inline constexpr float day_width = 128;
inline constexpr float seed_field_width = 66;

void draw_speed(PanelContext& context);
void draw_day(PanelContext& context);

void draw_seed(PanelContext& context);
float seed_width(const PanelContext& context);

void draw_arms(PanelContext& context);
float arms_width(const PanelContext& context);
/// The same as lines of a menu.
void arm_lines(PanelContext& context);

}  // namespace trust::viz
