#include "viz/panels/splitters.hpp"

#include <functional>

#include "viz/panels/actions.hpp"

namespace trust::viz {
namespace {

constexpr float handle_length = 46;

constexpr ImGuiWindowFlags strip_flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                         ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoScrollbar |
                                         ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoSavedSettings |
                                         ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground;

template <typename Draw>
void strip(const char* name, const Box& place, bool on_top, const Draw& draw) {
  if (place.width() < 1 || place.height() < 1) return;
  ImGui::SetNextWindowPos({place.low.x, place.low.y});
  ImGui::SetNextWindowSize({place.width(), place.height()});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  const ImGuiWindowFlags below = on_top ? ImGuiWindowFlags_None : ImGuiWindowFlags_NoBringToFrontOnFocus;
  if (ImGui::Begin(name, nullptr, strip_flags | below)) draw();
  ImGui::End();
  ImGui::PopStyleVar();
}

ImU32 lit(const Theme& theme) {
  return ImGui::IsItemActive() ? theme.accent : ImGui::IsItemHovered() ? theme.faint_text : theme.frame;
}

// The handle at the upper end of a strip.
void handle(const char* name, Action action, Icon icon, PanelContext& context) {
  const ImVec2 low = ImGui::GetCursorScreenPos();
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const float length = std::min(room.y, context.theme.px(handle_length));
  if (length < 1) return;
  if (ImGui::InvisibleButton(name, {room.x, length})) perform(action, context);
  context.controls.name_item(name);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const ImVec2 high{low.x + room.x, low.y + length};
  draw->AddRectFilled(low, high, ImGui::IsItemHovered() ? context.theme.frame : context.theme.panel,
                      context.theme.px(3));
  draw_icon(draw, icon, {(low.x + high.x) / 2, (low.y + high.y) / 2}, context.theme.px(4), context.theme.faint_text);
  context.controls.tip_on_hover(tip_of(action, context));
}

// What is dragged: `along` turns the pointer's place into the length that is kept.
void grip(const char* name, bool upright, std::optional<float>& length, const std::function<float(ImVec2)>& along,
          PanelContext& context) {
  const ImVec2 low = ImGui::GetCursorScreenPos();
  const ImVec2 room = ImGui::GetContentRegionAvail();
  if (room.x < 1 || room.y < 1) return;
  ImGui::InvisibleButton(name, room);
  context.controls.name_item(name);
  if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, context.theme.px(2))) {
    length = along(ImGui::GetIO().MousePos) / context.theme.scale;
  }
  const bool touched = ImGui::IsItemHovered() || ImGui::IsItemActive();
  if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) length.reset();
  if (touched) ImGui::SetMouseCursor(upright ? ImGuiMouseCursor_ResizeEW : ImGuiMouseCursor_ResizeNS);
  const ImVec2 middle{low.x + room.x / 2, low.y + room.y / 2};
  const float half = context.theme.px(14);
  const ImVec2 from = upright ? ImVec2{middle.x, middle.y - half} : ImVec2{middle.x - half, middle.y};
  const ImVec2 to = upright ? ImVec2{middle.x, middle.y + half} : ImVec2{middle.x + half, middle.y};
  ImGui::GetWindowDrawList()->AddLine(from, to, lit(context.theme), context.theme.px(3));
  if (!ImGui::IsItemActive()) context.controls.tip_on_hover("Drag to share out the room; double click: as at first");
}

}  // namespace

void draw_splitters(const Places& places, Point size, PanelContext& context) {
  ViewState& view = context.view;
  const float half = places.levers_splitter.width() / 2;
  strip("strip/levers", places.levers_splitter, false, [&] {
    handle("fold/levers", Action::fold_levers, view.levers_folded ? Icon::right : Icon::left, context);
    if (view.levers_folded) return;
    grip(
        "splitter/levers", true, view.levers_width, [&](ImVec2 at) { return at.x - half; }, context);
  });
  const bool side_open = places.side.width() > 0;
  strip(places.drawer ? "strip/drawer" : "strip/side", places.side_splitter, places.drawer, [&] {
    handle("fold/side", Action::fold_side, side_open ? Icon::right : Icon::left, context);
    if (!side_open) return;
    grip(
        "splitter/side", true, view.side_width, [&](ImVec2 at) { return size.x - at.x - half; }, context);
  });
  strip("strip/plots", places.plots_splitter, false, [&] {
    grip(
        "splitter/plots", false, view.plots_height, [&](ImVec2 at) { return size.y - at.y - half; }, context);
  });
}

}  // namespace trust::viz
