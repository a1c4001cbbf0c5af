#include "viz/panels/dialog_frame.hpp"

#include <algorithm>

namespace trust::viz {
namespace {

constexpr float margin = 8;

constexpr ImGuiWindowFlags flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize;

}  // namespace

bool begin_dialog(const char* name, std::string_view title, float width, PanelContext& context) {
  const std::string id = "##" + std::string(name);
  if (!ImGui::IsPopupOpen(id.c_str())) ImGui::OpenPopup(id.c_str());
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const float around = context.theme.px(margin);
  const float wide = std::max(1.0F, std::min(context.theme.px(width), screen.x - 2 * around));
  ImGui::SetNextWindowSizeConstraints({wide, 0}, {wide, std::max(1.0F, screen.y - 2 * around)});
  ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {context.theme.px(20), context.theme.px(16)});
  const bool open = ImGui::BeginPopupModal(id.c_str(), nullptr, flags);
  ImGui::PopStyleVar();
  if (!open) return false;
  context.controls.pen().raise();
  context.controls.pen().scrolling(true);
  const ImVec2 low = ImGui::GetWindowPos();
  context.controls.name_box(name, low, {low.x + ImGui::GetWindowWidth(), low.y + ImGui::GetWindowHeight()});
  context.controls.text(title, context.theme.text, ImGui::GetContentRegionAvail().x);
  ImGui::Separator();
  ImGui::Dummy({0, context.theme.px(2)});
  return true;
}

void end_dialog(PanelContext& context, bool close) {
  context.controls.pen().scrolling(false);
  context.controls.pen().lower();
  if (close) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
}

void foot(float buttons, PanelContext& context) {
  ImGui::Dummy({0, context.theme.px(4)});
  const float spare = ImGui::GetContentRegionAvail().x - buttons;
  if (spare > 0) ImGui::SetCursorPosX(ImGui::GetCursorPosX() + spare);
}

float button_width(std::string_view label) { return text_size(label).x + 2 * ImGui::GetStyle().FramePadding.x; }

}  // namespace trust::viz
