#include "viz/panels/person_rows.hpp"

#include <algorithm>
#include <cmath>

namespace trust::viz {
namespace {

float right_edge() { return ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x; }

// The last column of a list, wide enough for "+0.00" with air around it.
constexpr float last_column = 56;

// An area that can be pressed, with nothing in it yet.
struct Area {
  ImVec2 low;
  ImVec2 high;
  bool pressed;
  bool hovered;
};

Area area(PanelContext& context, const std::string& name, float height, bool chosen, std::string_view tip) {
  const ImVec2 low = ImGui::GetCursorScreenPos();  // the item itself reaches half a gap further on all sides
  const float width = ImGui::GetContentRegionAvail().x;
  const bool pressed = ImGui::Selectable(("##" + name).c_str(), chosen, ImGuiSelectableFlags_None, {width, height});
  context.controls.name_item(name);
  context.controls.tip_on_hover(tip);
  return {low, {low.x + width, low.y + height}, pressed, ImGui::IsItemHovered()};
}

// Lines broken at spaces alone, but not before a percent sign: ImGui would also break a number behind its point.
std::string broken(std::string_view text, float width) {
  std::string lines;
  std::string line;
  while (!text.empty()) {
    std::size_t space = text.find(' ', 1);
    if (space != std::string_view::npos && text.substr(space, 2) == " %") space = text.find(' ', space + 1);
    const std::string_view word = text.substr(0, space);
    text.remove_prefix(std::min(text.size(), space));
    if (!line.empty() && text_size(line + std::string(word)).x > width) {
      lines += line + "\n";
      line = word.substr(1);
    } else {
      line += word;
    }
  }
  return lines + line;
}

void write_lines(PanelContext& context, ImVec2 at, const std::string& lines, std::string_view whole, ImU32 colour) {
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddText(at, colour, lines.c_str());
  const ImVec2 size = text_size(lines);
  context.controls.pen().note(draw, at, {at.x + size.x, at.y + size.y}, whole);
}

}  // namespace

std::string trust_text(float trust, int decimals) {
  return trust < 0 ? "no tie" : format_number(static_cast<double>(trust), decimals);
}

std::string change_text(float change, int decimals) {
  const std::string text = format_number(static_cast<double>(change), decimals);
  const bool nothing = text.find_first_of("123456789") == std::string::npos;
  return change > 0 && !nothing ? "+" + text : text;
}

ImU32 colour_of_change(const Theme& theme, float change) {
  if (std::fabs(change) < 0.005F) return theme.faint_text;
  return change < 0 ? theme.change : theme.accent;
}

void heading(PanelContext& context, std::string_view text) {
  ImGui::Dummy({0, context.theme.px(4)});
  context.controls.text(text);
  ImGui::Separator();
}

void row(PanelContext& context, std::string_view label, std::string_view value) {
  const float right = right_edge();
  const float room = right - ImGui::GetCursorScreenPos().x - text_size(value).x - context.theme.px(10);
  context.controls.faint(label, room);
  ImGui::SameLine(0, 0);
  context.controls.text_until(right, value, context.theme.text);
}

bool bar_row(PanelContext& context, const Bar& bar) {
  const Theme& theme = context.theme;
  const float text_height = ImGui::GetFontSize();
  const float thickness = theme.px(5);
  const Area place = area(context, bar.name, text_height + thickness + theme.px(5), bar.chosen, bar.tip);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  TextPen& pen = context.controls.pen();
  const std::string value = trust_text(bar.value);
  pen.write(draw, place.low, bar.chosen ? theme.text : theme.faint_text, bar.label);
  pen.write(draw, {std::round(place.high.x - text_size(value).x), place.low.y}, theme.text, value);
  const float top = place.low.y + text_height + theme.px(2);
  const auto x_of = [&](float share) {
    return place.low.x + (place.high.x - place.low.x) * std::clamp(share, 0.0F, 1.0F);
  };
  draw->AddRectFilled({place.low.x, top}, {place.high.x, top + thickness}, theme.team_disc, thickness / 2);
  draw->AddRectFilled({place.low.x, top}, {x_of(bar.value), top + thickness}, to_imgui(bar.colour), thickness / 2);
  if (bar.mark) {
    const float x = std::round(x_of(*bar.mark));
    const float half = theme.px(1.5F);
    draw->AddRectFilled({x - half, top - theme.px(2)}, {x + half, top + thickness + theme.px(2)}, theme.baseline);
  }
  return place.pressed;
}

PressedRow pressable_row(PanelContext& context, const std::string& name, const RowTexts& texts, std::string_view tip) {
  const Theme& theme = context.theme;
  const Area place = area(context, name, ImGui::GetFontSize(), false, "");
  ImDrawList* draw = ImGui::GetWindowDrawList();
  TextPen& pen = context.controls.pen();
  const float second = place.high.x - (texts.right.empty() ? 0 : theme.px(last_column));
  const float first = second - text_size(texts.middle).x;
  const std::string left = fit_text(texts.left, first - theme.px(8) - place.low.x);
  const auto or_text = [&](ImU32 colour) { return colour == 0 ? theme.text : colour; };
  pen.write(draw, place.low, or_text(texts.left_colour), left);
  pen.write(draw, {std::round(first), place.low.y}, or_text(texts.middle_colour), texts.middle);
  if (!texts.right.empty()) {
    pen.write(draw, {std::round(place.high.x - text_size(texts.right).x), place.low.y}, texts.right_colour,
              texts.right);
  }
  if (place.hovered) {
    context.controls.tip_on_hover(left == texts.left ? std::string(tip)
                                                     : std::string(texts.left) + ". " + std::string(tip));
  }
  return {place.pressed, place.hovered};
}

void lines(PanelContext& context, std::string_view text, ImU32 colour, float width) {
  const std::string shown = broken(text, width);
  write_lines(context, ImGui::GetCursorScreenPos(), shown, text, colour);
  ImGui::Dummy(text_size(shown));
}

PressedRow pressable_lines(PanelContext& context, const std::string& name, std::string_view before, float indent,
                           std::string_view text, ImU32 colour, std::string_view tip) {
  const std::string shown = broken(text, ImGui::GetContentRegionAvail().x - indent);
  const Area place = area(context, name, text_size(shown).y, false, tip);
  context.controls.pen().write(ImGui::GetWindowDrawList(), place.low, context.theme.faint_text, before);
  write_lines(context, {place.low.x + indent, place.low.y}, shown, text, colour);
  return {place.pressed, place.hovered};
}

}  // namespace trust::viz
