// What is typed, dragged and read.
#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>

#include "viz/panels/controls.hpp"

namespace trust::viz {
namespace {

constexpr float tip_width = 340;

std::string hidden(const std::string& name) { return "##" + name; }

float middle_y(ImVec2 low, float height) { return std::round(low.y + (height - ImGui::GetFontSize()) / 2); }

}  // namespace

bool Controls::combo(const std::string& name, float width, std::span<const std::string> labels, int& chosen) {
  bool changed = false;
  const std::string& now = labels[static_cast<std::size_t>(chosen)];
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::SetNextItemWidth(width);
  if (ImGui::BeginCombo(hidden(name).c_str(), nullptr, ImGuiComboFlags_HeightLarge)) {
    pen_.raise();
    pen_.scrolling(true);
    for (int i = 0; i < static_cast<int>(labels.size()); ++i) {
      const std::string& label = labels[static_cast<std::size_t>(i)];
      if (ImGui::Selectable(label.c_str(), i == chosen)) {
        changed = i != chosen;
        chosen = i;
      }
      name_item(name + "/" + label);
    }
    pen_.scrolling(false);
    pen_.lower();
    ImGui::EndCombo();
  }
  const float height = ImGui::GetFrameHeight();
  name_box(name, at, {at.x + width, at.y + height});
  const float padding = ImGui::GetStyle().FramePadding.x;
  pen_.write(ImGui::GetWindowDrawList(), {at.x + padding, middle_y(at, height)}, theme_->text,
             fit_text(now, width - height - 2 * padding));
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
  const std::string fitted = fit_text(hint, width - 2 * ImGui::GetStyle().FramePadding.x);
  const bool changed = ImGui::InputTextWithHint(hidden(name).c_str(), fitted.c_str(), &text);
  name_item(name);
  return changed;
}

// ImGui writes into the string in every frame in which the field is typed into, but not in the one that leaves it.
std::optional<std::string> Controls::typed(const std::string& name, float width, const std::string& shown, bool quiet) {
  std::string text = shown;
  if (quiet) {
    ImGui::PushStyleColor(ImGuiCol_FrameBg, IM_COL32(0, 0, 0, 0));
    ImGui::PushStyleColor(ImGuiCol_Border, IM_COL32(0, 0, 0, 0));
  }
  ImGui::SetNextItemWidth(width);
  ImGui::InputText(hidden(name).c_str(), &text, ImGuiInputTextFlags_AutoSelectAll);
  if (quiet) ImGui::PopStyleColor(2);
  name_item(name);
  const bool given_up = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false);
  const bool left = ImGui::IsItemDeactivatedAfterEdit() && !given_up;
  if (ImGui::IsItemActive()) {
    typed_[name] = text;
    return std::nullopt;
  }
  const ImVec2 low = ImGui::GetItemRectMin();
  const ImVec2 at{low.x + ImGui::GetStyle().FramePadding.x, low.y + ImGui::GetStyle().FramePadding.y};
  const ImVec2 size = text_size(shown);
  pen_.note(ImGui::GetWindowDrawList(), at, {at.x + size.x, at.y + size.y}, shown);
  std::optional<std::string> result;
  const auto found = typed_.find(name);
  if (left) result = text != shown || found == typed_.end() ? text : found->second;
  if (found != typed_.end()) typed_.erase(found);
  return result;
}

bool Controls::folding(const std::string& name, const std::string& label, bool open_at_first) {
  const bool open = ImGui::CollapsingHeader(("###" + name).c_str(),
                                            open_at_first ? ImGuiTreeNodeFlags_DefaultOpen : ImGuiTreeNodeFlags_None);
  name_item(name);
  const ImVec2 low = ImGui::GetItemRectMin();
  const ImVec2 high = ImGui::GetItemRectMax();
  const float left = low.x + ImGui::GetFontSize() + 2 * ImGui::GetStyle().FramePadding.x;
  pen_.write(ImGui::GetWindowDrawList(), {std::round(left), middle_y(low, high.y - low.y)}, theme_->text,
             fit_text(label, high.x - left));
  return open;
}

void Controls::text(std::string_view line, ImU32 colour, float width) {
  const std::string shown = width == 0 ? std::string(line) : fit_text(line, width);
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
  ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + std::max(1.0F, width - 1));  // ImGui rounds up what it measures
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
