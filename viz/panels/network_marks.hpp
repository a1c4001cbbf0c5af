// The marks that the network is drawn with: discs, hollow seats, ties.
#pragma once

#include <imgui.h>

#include "viz/panels/theme.hpp"
#include "viz/scene/geometry.hpp"
#include "viz/scene/layout.hpp"

namespace trust::viz {

/// Of a function that is drawn as one disc: the share of its circle's radius that leaves room for what runs between
/// functions.
inline constexpr float function_core = 0.62F;

inline ImVec2 im(Point p) { return {p.x, p.y}; }

bool in_sight(const Circle& circle, const Box& canvas);
bool in_sight(const Box& box, const Box& canvas);

/// `colour` with another opacity, 0 .. 1.
ImU32 with_opacity(ImU32 colour, float opacity);

/// A disc with a thin edge where it is large enough to bear one; a square dot where it is too small to be round.
void draw_disc(const Circle& circle, ImU32 colour, ImU32 edge, float line, ImDrawList* draw);

/// A seat where nobody sits.
void draw_empty_seat(const Circle& circle, const Theme& theme, float opacity, ImDrawList* draw);

/// A tie of that trust, straight.
void draw_tie(Point from, Point to, float trust, float opacity, float width, ImDrawList* draw);

/// A line from one to the other, moved `aside` to its right, so that the way there and the way back lie side by side.
Segment beside(Point from, Point to, float aside);

/// How far `point` is from the line between the two ends.
float distance(const Segment& segment, Point point);

/// Adds all that another list draws. Cost: a copy.
void append(const ImDrawList& marks, ImDrawList* draw);

}  // namespace trust::viz
