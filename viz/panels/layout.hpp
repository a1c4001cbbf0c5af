// Which panel stands where, at any size of the window.
#pragma once

#include <optional>

#include "viz/panels/panel.hpp"

namespace trust::viz {

/// Where each panel stands in a window of that size; what has no room, or is folded away, has none.
struct Places {
  Box run_bar;
  Box message;  // below the run bar, where there is something to say
  Box levers;
  Box network;
  Box plots;
  Box side;
  bool drawer = false;  // whether `side` lies over the others

  // Between panels: what is dragged, or only the handle that unfolds what is folded.
  Box levers_splitter;
  Box side_splitter;
  Box plots_splitter;

  bool too_small = false;  // there is room for nothing
};

/// What the places of panels hang on, besides the size of the window.
struct Arrangement {
  int message_lines = 0;
  bool levers_folded = false;
  bool side_folded = false;
  bool drawer = false;                // in a narrow window: whether the right column is open
  std::optional<float> levers_width;  // as they were dragged, at scale 1
  std::optional<float> side_width;
  std::optional<float> plots_height;
};

Arrangement arrangement_of(const ViewState& view, int message_lines);

/// Below 1280 pixels at scale 1: the right column is a drawer.
bool is_narrow(Point size, float scale);

Places place_panels(Point size, float scale, const Arrangement& arrangement);

}  // namespace trust::viz
