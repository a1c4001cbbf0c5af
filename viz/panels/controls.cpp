#include "viz/panels/controls.hpp"

#include <algorithm>
#include <cmath>

namespace trust::viz {
namespace {

std::string hidden(const std::string& name) { return "##" + name; }

float middle_y(ImVec2 low, ImVec2 high) { return std::round((low.y + high.y - ImGui::GetFontSize()) / 2); }

float icon_width(Icon icon) { return icon == Icon::none ? 0 : ImGui::GetFontSize() * 0.8F; }

float between(Icon icon, std::string_view label) {
  return icon == Icon::none || label.empty() ? 0 : ImGui::GetStyle().FramePadding.x * 0.75F;
}

float content_width(Icon icon, std::string_view label) {
  return icon_width(icon) + between(icon, label) + text_size(label).x;
}

}  // namespace

void Controls::begin_frame(const Theme& theme) {
  theme_ = &theme;
  pen_.begin_frame();
  places_.clear();
}

std::optional<Box> Controls::find(const std::string& name) const {
  const auto place = places_.find(name);
  return place == places_.end() ? std::nullopt : std::optional(place->second);
}

void Controls::name_item(const std::string& name) { name_box(name, ImGui::GetItemRectMin(), ImGui::GetItemRectMax()); }

void Controls::name_box(const std::string& name, ImVec2 low, ImVec2 high) {
  places_[name] = Box{{low.x, low.y}, {high.x, high.y}};
}

ImU32 Controls::ink(bool enabled) const { return enabled ? theme_->text : to_imgui({140, 146, 154}, 0.8F); }

// Icon and label in the middle of the last item.
void Controls::face(Icon icon, std::string_view label, ImU32 colour, float shift) {
  const ImVec2 low = ImGui::GetItemRectMin();
  const ImVec2 high = ImGui::GetItemRectMax();
  const float left = std::round((low.x + high.x - content_width(icon, label)) / 2 + shift);
  draw_icon(ImGui::GetWindowDrawList(), icon, {left + icon_width(icon) / 2, (low.y + high.y) / 2},
            ImGui::GetFontSize() * 0.4F, colour);
  pen_.write(ImGui::GetWindowDrawList(), {left + icon_width(icon) + between(icon, label), middle_y(low, high)}, colour,
             label);
}

bool Controls::button(const std::string& name, Icon icon, std::string_view label, std::string_view tip, bool enabled,
                      float width) {
  const float wanted = content_width(icon, label) + 2 * ImGui::GetStyle().FramePadding.x;
  ImGui::BeginDisabled(!enabled);
  const bool pressed = ImGui::Button(hidden(name).c_str(), {width > 0 ? width : wanted, 0});
  ImGui::EndDisabled();
  name_item(name);
  face(icon, label, ink(enabled));
  tip_on_hover(tip);
  return pressed && enabled;
}

bool Controls::icon_button(const std::string& name, Icon icon, std::string_view tip, bool enabled, float side) {
  const float wanted = side > 0 ? side : ImGui::GetFrameHeight();
  ImGui::BeginDisabled(!enabled);
  const bool pressed = ImGui::Button(hidden(name).c_str(), {wanted, wanted});
  ImGui::EndDisabled();
  name_item(name);
  face(icon, "", ink(enabled));
  tip_on_hover(tip);
  return pressed && enabled;
}

bool Controls::toggle(const std::string& name, Icon icon, std::string_view label, std::string_view tip, bool on,
                      float width) {
  if (on) {
    ImVec4 down = ImGui::ColorConvertU32ToFloat4(theme_->accent);
    down.w = 0.22F;
    ImGui::PushStyleColor(ImGuiCol_Button, down);
    ImGui::PushStyleColor(ImGuiCol_Border, ImGui::ColorConvertU32ToFloat4(theme_->accent));
  }
  const bool pressed = button(name, icon, label, tip, true, width);
  if (on) ImGui::PopStyleColor(2);
  return pressed;
}

bool Controls::tick(const std::string& name, std::string_view label, std::string_view tip, bool& on) {
  const float side = std::round(ImGui::GetFontSize() * 1.1F);
  const float gap = ImGui::GetStyle().ItemSpacing.x * 0.75F;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool pressed =
      ImGui::InvisibleButton(hidden(name).c_str(), {side + gap + text_size(label).x, ImGui::GetFrameHeight()});
  name_item(name);
  if (pressed) on = !on;
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const float top = std::round(at.y + (ImGui::GetFrameHeight() - side) / 2);
  const ImU32 edge = on || ImGui::IsItemHovered() ? theme_->accent : theme_->frame;
  draw->AddRectFilled({at.x, top}, {at.x + side, top + side}, on ? theme_->accent : theme_->canvas, side * 0.2F);
  draw->AddRect({at.x, top}, {at.x + side, top + side}, edge, side * 0.2F, 0, theme_->px(1));
  if (on) draw_icon(draw, Icon::check, {at.x + side / 2, top + side / 2}, side * 0.3F, theme_->canvas);
  pen_.write(draw, {at.x + side + gap, middle_y(at, {at.x, at.y + ImGui::GetFrameHeight()})}, theme_->text, label);
  tip_on_hover(tip);
  return pressed;
}

float Controls::segmented_width(std::span<const Choice> choices) {
  float width = 0;
  for (const Choice& choice : choices) width += text_size(choice.label).x + 2 * ImGui::GetStyle().FramePadding.x;
  return width;
}

bool Controls::segmented(const std::string& name, std::span<const Choice> choices, int& chosen) {
  bool changed = false;
  for (int i = 0; i < static_cast<int>(choices.size()); ++i) {
    const Choice& choice = choices[static_cast<std::size_t>(i)];
    if (i > 0) ImGui::SameLine(0, 0);
    if (!toggle(name + "/" + choice.key, Icon::none, choice.label, choice.tip, i == chosen)) continue;
    changed = i != chosen;
    chosen = i;
  }
  return changed;
}

// What is spare is shared evenly; what is missing shortens the labels.
bool Controls::tabs(const std::string& name, float width, std::span<const Choice> choices, int& chosen) {
  float needed = 0;
  for (const Choice& choice : choices) needed += text_size(choice.label).x;
  const float padding = std::max(0.0F, (width - needed) / static_cast<float>(std::max<std::size_t>(choices.size(), 1)));
  const float most = std::min(1.0F, width / std::max(needed, 1.0F));
  const float height = ImGui::GetFrameHeight() + theme_->px(2);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  float x = at.x;
  bool changed = false;
  draw->AddLine({at.x, at.y + height - 1}, {at.x + width, at.y + height - 1}, theme_->frame, theme_->px(1));
  for (int i = 0; i < static_cast<int>(choices.size()); ++i) {
    const Choice& choice = choices[static_cast<std::size_t>(i)];
    const float own = text_size(choice.label).x * most + padding;
    ImGui::SetCursorScreenPos({x, at.y});
    if (ImGui::InvisibleButton(hidden(name + "/" + choice.key).c_str(), {std::max(own, 1.0F), height})) {
      changed = i != chosen;
      chosen = i;
    }
    name_item(name + "/" + choice.key);
    const bool lit = ImGui::IsItemHovered();
    const ImU32 colour = i == chosen ? theme_->accent : lit ? theme_->text : theme_->faint_text;
    if (i == chosen) draw->AddRectFilled({x, at.y + height - theme_->px(3)}, {x + own, at.y + height}, theme_->accent);
    face(Icon::none, fit_text(choice.label, own), colour);
    tip_on_hover(choice.tip);
    x += own;
  }
  return changed;
}

}  // namespace trust::viz
