// The lines that the person panel is made of.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "viz/panels/panel.hpp"

namespace trust::viz {

/// A share of 1 with two decimals, as all of the panel writes it; "no tie" below 0.
std::string trust_text(float trust, int decimals = 2);

/// "+0.12" or "-0.03"; "0" with that many decimals where it rounds to nothing.
std::string change_text(float change, int decimals = 2);

/// Blue for more, orange for less.
ImU32 colour_of_change(const Theme& theme, float change);

void heading(PanelContext& context, std::string_view text);

/// A label on the left, a value at the right edge.
void row(PanelContext& context, std::string_view label, std::string_view value);

/// The same for a value of 0 .. 1 with a bar below it; `mark`: where the baseline has it. The line is a control: true
/// when it is pressed.
struct Bar {
  std::string name;
  std::string_view label;
  std::string_view tip;
  float value;
  Colour colour;
  std::optional<float> mark;
  bool chosen;
};
bool bar_row(PanelContext& context, const Bar& bar);

/// A line that can be pressed: text on the left, up to two values on the right. True when it was.
struct PressedRow {
  bool pressed;
  bool hovered;
};
struct RowTexts {
  std::string_view left;
  std::string_view middle;  // ends where the right one's column begins
  std::string_view right;
  ImU32 right_colour;
  ImU32 left_colour = 0;  // 0: as text
  ImU32 middle_colour = 0;
};
PressedRow pressable_row(PanelContext& context, const std::string& name, const RowTexts& texts, std::string_view tip);

/// Text of several lines, broken at spaces to `width` pixels.
void lines(PanelContext& context, std::string_view text, ImU32 colour, float width);

/// Several lines that can be pressed as one; a faint word before them takes `indent` pixels.
PressedRow pressable_lines(PanelContext& context, const std::string& name, std::string_view before, float indent,
                           std::string_view text, ImU32 colour, std::string_view tip);

}  // namespace trust::viz
