// The strips between panels: dragged they share out the room anew, a double click puts them back, and a small handle
// folds a column away.
#pragma once

#include "viz/panels/layout.hpp"

namespace trust::viz {

void draw_splitters(const Places& places, Point size, PanelContext& context);

}  // namespace trust::viz
