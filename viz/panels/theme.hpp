// Every colour and length of the window, light and dark, at any scale.
#pragma once

#include <imgui.h>

#include "viz/plot/plot.hpp"
#include "viz/scene/colours.hpp"

namespace trust::viz {

struct Theme {
  bool dark = false;
  float scale = 1;  // 1.5: everything half as large again

  ImU32 window;  // behind all panels
  ImU32 panel;   // of a panel
  ImU32 canvas;  // behind the network and the plots
  ImU32 frame;   // thin lines around things
  ImU32 text;
  ImU32 faint_text;
  ImU32 accent;  // the what-if
  ImU32 accent_band;
  ImU32 baseline;  // grey: the baseline, wherever it is shown
  ImU32 baseline_band;
  ImU32 change;  // the difference between the two, what was changed by hand, and bad news
  ImU32 change_band;
  ImU32 parameters_band;  // beside change_band: how far the drawn parameters spread the difference
  ImU32 function_disc;
  ImU32 team_disc;
  ImU32 node_edge;

  float px(float length) const { return length * scale; }
  PlotColours plot() const;
};

Theme make_theme(bool dark, float scale);

/// Gives ImGui the theme's colours and lengths.
void apply(const Theme& theme);

ImU32 to_imgui(Colour colour, float opacity = 1);

}  // namespace trust::viz
