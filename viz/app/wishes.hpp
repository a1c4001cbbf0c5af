// What a panel may wish for and only the platform can do.
#pragma once

#include "viz/panels/panel.hpp"
#include "viz/platform/png.hpp"

namespace trust::viz {

/// Writes the picture that was wished for from the window's pixels, under the next free name, and tells the view what
/// became of it.
void take_picture(const PictureWish& wish, const Pixels& window, ViewState& view);

}  // namespace trust::viz
