// Draws the network's discs, as much detail as pixels allow: far away a team is one disc, near it is its people.
#pragma once

#include <imgui.h>

#include <span>

#include "viz/panels/theme.hpp"
#include "viz/plot/text_pen.hpp"
#include "viz/scene/colouring.hpp"
#include "viz/scene/layout.hpp"
#include "viz/scene/view.hpp"

namespace trust::viz {

struct Marks {
  const Organisation& organisation;
  const Layout& layout;
  View view;
  Box canvas;
  Colouring colouring;
  std::span<const float> values;             // by seat, as colour_values() gives them
  Seat in_focus;                             // this person and those it knows stand out; no_seat: everybody does
  std::span<const std::uint8_t> near_focus;  // [seat] 1 where it knows the person in focus; empty without one
};

void draw_discs(const Marks& marks, const Theme& theme, ImDrawList* draw);
void draw_people(const Marks& marks, const Theme& theme, ImDrawList* draw);

/// Each function's name and mean value above its circle.
void draw_names(const Marks& marks, const Theme& theme, ImDrawList* draw, TextPen& pen);

/// The colour scale with its ends, in the lower left corner of the canvas.
void draw_legend(const Marks& marks, const Theme& theme, ImDrawList* draw, TextPen& pen);

}  // namespace trust::viz
