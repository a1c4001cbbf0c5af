#include "viz/panels/controls.hpp"

#include <imgui_stdlib.h>

#include <cmath>

namespace trust::viz {
namespace {

constexpr float tip_width = 340;

std::string hidden(const std::string& name) { return "##" + name; }

Box box_of(ImVec2 low, ImVec2 high) { return {{low.x, low.y}, {high.x, high.y}}; }

float middle_y(ImVec2 low, ImVec2 high) { return std::round((low.y + high.y - ImGui::GetFontSize()) / 2); }

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

void Controls::name_box(const std::string& name, ImVec2 low, ImVec2 high) { places_[name] = box_of(low, high); }

bool Controls::button(const std::string& name, Icon icon, std::string_view label, std::string_view tip, bool enabled,
                      float width) {
  const ImGuiStyle& style = ImGui::GetStyle();
  const float icon_width = icon == Icon::none ? 0 : ImGui::GetFontSize() * 0.8F;
  const float between = icon_width > 0 && !label.empty() ? style.FramePadding.x * 0.75F : 0;
  const float content = icon_width + between + text_size(label).x;
  ImGui::BeginDisabled(!enabled);
  const bool pressed = ImGui::Button(hidden(name).c_str(), {width > 0 ? width : content + 2 * style.FramePadding.x, 0});
  ImGui::EndDisabled();
  name_item(name);
  const ImVec2 low = ImGui::GetItemRectMin();
  const ImVec2 high = ImGui::GetItemRectMax();
  const ImU32 colour = enabled ? theme_->text : to_imgui({140, 146, 154}, 0.8F);
  const float left = std::round((low.x + high.x - content) / 2);
  draw_icon(icon, {left + icon_width / 2, (low.y + high.y) / 2}, colour);
  pen_.write(ImGui::GetWindowDrawList(), {left + icon_width + between, middle_y(low, high)}, colour, label);
  if (ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) tip_on_hover(tip);
  return pressed && enabled;
}

void Controls::draw_icon(Icon icon, ImVec2 middle, ImU32 colour) const {
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const float r = ImGui::GetFontSize() * 0.4F;
  const auto triangle = [&](float left, float right) {
    draw->AddTriangleFilled({left, middle.y - r}, {left, middle.y + r}, {right, middle.y}, colour);
  };
  const auto bar = [&](float left) {
    draw->AddRectFilled({left, middle.y - r}, {left + r * 0.55F, middle.y + r}, colour);
  };
  if (icon == Icon::run) triangle(middle.x - r * 0.8F, middle.x + r);
  if (icon == Icon::pause) {
    bar(middle.x - r * 0.85F);
    bar(middle.x + r * 0.3F);
  }
  if (icon == Icon::step) {
    triangle(middle.x - r, middle.x + r * 0.5F);
    bar(middle.x + r * 0.45F);
  }
  if (icon == Icon::reset) {
    bar(middle.x - r);
    draw->AddTriangleFilled({middle.x + r, middle.y + r}, {middle.x + r, middle.y - r}, {middle.x - r * 0.5F, middle.y},
                            colour);
  }
}

bool Controls::combo(const std::string& name, float width, std::span<const std::string> labels, int& chosen) {
  bool changed = false;
  const std::string& now = labels[static_cast<std::size_t>(chosen)];
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::SetNextItemWidth(width);
  const bool open = ImGui::BeginCombo(hidden(name).c_str(), nullptr, ImGuiComboFlags_HeightLarge);
  if (open) {
    for (int i = 0; i < static_cast<int>(labels.size()); ++i) {
      const std::string& label = labels[static_cast<std::size_t>(i)];
      if (ImGui::Selectable(label.c_str(), i == chosen)) {
        changed = i != chosen;
        chosen = i;
      }
      name_item(name + "/" + label);
    }
    ImGui::EndCombo();
  }
  const float height = ImGui::GetFrameHeight();
  name_box(name, at, {at.x + width, at.y + height});
  const float padding = ImGui::GetStyle().FramePadding.x;
  const std::string shown = fit_text(now, width - height - 2 * padding);
  pen_.write(ImGui::GetWindowDrawList(), {at.x + padding, middle_y(at, {at.x, at.y + height})}, theme_->text, shown);
  return changed;
}

bool Controls::slider(const std::string& name, float width, float& value, float low, float high) {
  ImGui::SetNextItemWidth(width);
  const bool moved = ImGui::SliderFloat(hidden(name).c_str(), &value, low, high, "",
                                        ImGuiSliderFlags_AlwaysClamp | ImGuiSliderFlags_NoRoundToFormat);
  name_item(name);
  return moved;
}

bool Controls::search(const std::string& name, float width, const char* hint, std::string& text) {
  ImGui::SetNextItemWidth(width);
  const bool changed = ImGui::InputTextWithHint(hidden(name).c_str(), hint, &text);
  name_item(name);
  return changed;
}

bool Controls::folding(const std::string& name, const std::string& label, bool open_at_first) {
  const bool open = ImGui::CollapsingHeader((label + "###" + name).c_str(),
                                            open_at_first ? ImGuiTreeNodeFlags_DefaultOpen : ImGuiTreeNodeFlags_None);
  name_item(name);
  return open;
}

void Controls::text(std::string_view line, ImU32 colour, float width) {
  const std::string shown = width > 0 ? fit_text(line, width) : std::string(line);
  ImGui::PushStyleColor(ImGuiCol_Text, colour);
  ImGui::TextUnformatted(shown.c_str());
  ImGui::PopStyleColor();
  pen_.note(ImGui::GetWindowDrawList(), ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), shown);
  if (shown != line) tip_on_hover(line);
}

void Controls::text_until(float right, std::string_view line, ImU32 colour) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({std::round(right - text_size(line).x), at.y});
  text(line, colour);
}

void Controls::paragraph(std::string_view text, ImU32 colour, float width) {
  ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
  ImGui::PushStyleColor(ImGuiCol_Text, colour);
  ImGui::TextUnformatted(text.data(), text.data() + text.size());
  ImGui::PopStyleColor();
  ImGui::PopTextWrapPos();
  pen_.note(ImGui::GetWindowDrawList(), ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), text);
}

void Controls::tip_on_hover(std::string_view tip) {
  if (tip.empty() || !ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled)) return;
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(theme_->px(tip_width));
  ImGui::TextUnformatted(tip.data(), tip.data() + tip.size());
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
}

}  // namespace trust::viz
