// What the colours say, in a corner of its own: the scale with its ends and its middle, or the roles with theirs.
#pragma once

#include <imgui.h>

#include "viz/panels/network_contents.hpp"

namespace trust::viz {

/// Draws the legend into the lower left corner of `canvas` and says where it lies: empty where there is no room.
Box draw_legend(const NetworkContents& contents, PanelContext& context, const Box& canvas, ImDrawList* draw);

}  // namespace trust::viz
