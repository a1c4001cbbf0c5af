// What opens over the window, and the lines of its menus.
#include <algorithm>
#include <cmath>

#include "viz/panels/controls.hpp"

namespace trust::viz {
namespace {

std::string popup_id(const std::string& name) { return "##popup/" + name; }

}  // namespace

void Controls::open_popup(const std::string& name) { ImGui::OpenPopup(popup_id(name).c_str()); }

bool Controls::begin_popup(const std::string& name, float width) {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const float wide = std::max(1.0F, std::min(width, screen.x - theme_->px(8)));
  float most = screen.y * 0.85F;
  if (const auto opener = find(name)) {  // below what opened it, not where the pointer happens to be
    const float gap = theme_->px(4);
    const float x = std::max(0.0F, std::min(opener->low.x, screen.x - wide - gap));
    const bool above = opener->low.y > screen.y * 0.6F;  // there is more room
    ImGui::SetNextWindowPos({x, above ? opener->low.y - gap : opener->high.y + gap}, ImGuiCond_Always,
                            {0, above ? 1.0F : 0.0F});
    most = std::min(most, above ? opener->low.y - 2 * gap : screen.y - opener->high.y - 2 * gap);
  }
  ImGui::SetNextWindowSizeConstraints({wide, 0}, {wide, std::max(1.0F, most)});
  if (!ImGui::BeginPopup(popup_id(name).c_str())) return false;
  pen_.raise();
  pen_.scrolling(true);
  const ImVec2 low = ImGui::GetWindowPos();
  name_box("popup/" + name, low, {low.x + ImGui::GetWindowWidth(), low.y + ImGui::GetWindowHeight()});
  if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false)) ImGui::CloseCurrentPopup();
  return true;
}

void Controls::end_popup() {
  pen_.scrolling(false);
  pen_.lower();
  ImGui::EndPopup();
}

bool Controls::menu_item(const std::string& name, Icon icon, std::string_view label, std::string_view keys,
                         bool enabled, bool on) {
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = ImGui::GetFrameHeight();
  const ImGuiSelectableFlags flags = enabled ? ImGuiSelectableFlags_None : ImGuiSelectableFlags_Disabled;
  const ImVec2 low = ImGui::GetCursorScreenPos();
  const bool pressed = ImGui::Selectable(("##" + name).c_str(), on, flags, {width, height});
  name_box(name, low, {low.x + width, low.y + height});
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const float room = ImGui::GetFontSize() * 1.7F;  // the icon's
  const float y = std::round(low.y + (height - ImGui::GetFontSize()) / 2);
  draw_icon(draw, on && icon == Icon::none ? Icon::check : icon, {low.x + room * 0.4F, low.y + height / 2},
            ImGui::GetFontSize() * 0.38F, ink(enabled));
  const float keys_width = text_size(keys).x;
  pen_.write(draw, {std::round(low.x + room), y}, ink(enabled), fit_text(label, width - room - keys_width));
  pen_.write(draw, {std::round(low.x + width - keys_width), y}, theme_->faint_text, keys);
  return pressed && enabled;
}

}  // namespace trust::viz
