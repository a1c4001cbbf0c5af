#include "viz/panels/theme.hpp"

namespace trust::viz {
namespace {

void light_colours(Theme& t) {
  t.window = IM_COL32(228, 231, 235, 255);
  t.panel = IM_COL32(247, 248, 249, 255);
  t.canvas = IM_COL32(255, 255, 255, 255);
  t.frame = IM_COL32(203, 208, 214, 255);
  t.text = IM_COL32(26, 30, 36, 255);
  t.faint_text = IM_COL32(95, 102, 112, 255);
  t.accent = IM_COL32(24, 100, 171, 255);
  t.accent_band = IM_COL32(24, 100, 171, 50);
  t.baseline = IM_COL32(96, 101, 108, 255);
  t.baseline_band = IM_COL32(96, 101, 108, 45);
  t.change = IM_COL32(192, 86, 8, 255);
  t.change_band = IM_COL32(192, 86, 8, 60);
  t.parameters_band = IM_COL32(192, 86, 8, 26);
  t.function_disc = IM_COL32(244, 245, 246, 255);
  t.team_disc = IM_COL32(231, 233, 236, 255);
  t.node_edge = IM_COL32(70, 76, 84, 200);
}

void dark_colours(Theme& t) {
  t.window = IM_COL32(18, 20, 23, 255);
  t.panel = IM_COL32(31, 34, 39, 255);
  t.canvas = IM_COL32(24, 27, 31, 255);
  t.frame = IM_COL32(63, 68, 76, 255);
  t.text = IM_COL32(232, 234, 237, 255);
  t.faint_text = IM_COL32(160, 167, 177, 255);
  t.accent = IM_COL32(110, 176, 238, 255);
  t.accent_band = IM_COL32(110, 176, 238, 55);
  t.baseline = IM_COL32(176, 182, 190, 255);
  t.baseline_band = IM_COL32(176, 182, 190, 45);
  t.change = IM_COL32(240, 150, 70, 255);
  t.change_band = IM_COL32(240, 150, 70, 65);
  t.parameters_band = IM_COL32(240, 150, 70, 28);
  t.function_disc = IM_COL32(33, 36, 41, 255);
  t.team_disc = IM_COL32(45, 49, 55, 255);
  t.node_edge = IM_COL32(12, 13, 15, 220);
}

ImVec4 vec(ImU32 colour) { return ImGui::ColorConvertU32ToFloat4(colour); }

ImVec4 faded(ImU32 colour, float opacity) {
  ImVec4 value = vec(colour);
  value.w = opacity;
  return value;
}

void set_lengths(const Theme& theme) {
  ImGuiStyle fresh;
  fresh.WindowPadding = {10, 9};
  fresh.FramePadding = {8, 4};
  fresh.ItemSpacing = {8, 6};
  fresh.FrameRounding = 4;
  fresh.GrabRounding = 4;
  fresh.GrabMinSize = 12;
  fresh.ScrollbarSize = 12;
  fresh.WindowBorderSize = 0;
  fresh.FrameBorderSize = 1;
  fresh.PopupRounding = 4;
  fresh.WindowMinSize = {1, 1};
  fresh.ScaleAllSizes(theme.scale);
  fresh.WindowMinSize = {1, 1};
  fresh.AntiAliasedLinesUseTex = false;
  ImGui::GetStyle() = fresh;
}

void set_colours(const Theme& theme) {
  theme.dark ? ImGui::StyleColorsDark() : ImGui::StyleColorsLight();
  auto& colours = ImGui::GetStyle().Colors;
  colours[ImGuiCol_Text] = vec(theme.text);
  colours[ImGuiCol_TextDisabled] = vec(theme.faint_text);
  colours[ImGuiCol_WindowBg] = vec(theme.panel);
  colours[ImGuiCol_ChildBg] = {0, 0, 0, 0};
  colours[ImGuiCol_PopupBg] = vec(theme.canvas);
  colours[ImGuiCol_Border] = vec(theme.frame);
  colours[ImGuiCol_FrameBg] = vec(theme.canvas);
  colours[ImGuiCol_FrameBgHovered] = faded(theme.accent, 0.12F);
  colours[ImGuiCol_FrameBgActive] = faded(theme.accent, 0.22F);
  colours[ImGuiCol_Button] = vec(theme.canvas);
  colours[ImGuiCol_ButtonHovered] = faded(theme.accent, 0.18F);
  colours[ImGuiCol_ButtonActive] = faded(theme.accent, 0.35F);
  colours[ImGuiCol_Header] = faded(theme.accent, 0.12F);
  colours[ImGuiCol_HeaderHovered] = faded(theme.accent, 0.2F);
  colours[ImGuiCol_HeaderActive] = faded(theme.accent, 0.3F);
  colours[ImGuiCol_SliderGrab] = vec(theme.accent);
  colours[ImGuiCol_SliderGrabActive] = vec(theme.accent);
  colours[ImGuiCol_Separator] = vec(theme.frame);
  colours[ImGuiCol_ScrollbarBg] = {0, 0, 0, 0};
  colours[ImGuiCol_TextSelectedBg] = faded(theme.accent, 0.35F);
}

}  // namespace

PlotColours Theme::plot() const {
  const ImU32 grid = dark ? IM_COL32(45, 49, 55, 255) : IM_COL32(233, 236, 239, 255);
  return {canvas, frame, grid, faint_text, text};
}

Theme make_theme(bool dark, float scale) {
  Theme theme{};
  theme.dark = dark;
  theme.scale = scale;
  dark ? dark_colours(theme) : light_colours(theme);
  return theme;
}

void apply(const Theme& theme) {
  set_lengths(theme);
  set_colours(theme);
}

ImU32 to_imgui(Colour colour, float opacity) {
  return IM_COL32(colour.red, colour.green, colour.blue, static_cast<int>(opacity * 255 + 0.5F));
}

}  // namespace trust::viz
