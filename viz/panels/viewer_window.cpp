#include "viz/panels/viewer_window.hpp"

#include <algorithm>
#include <cmath>

#include "viz/panels/inspector_panel.hpp"
#include "viz/panels/run_bar.hpp"
#include "viz/panels/series_panel.hpp"

namespace trust::viz {
namespace {

// Lengths at scale 1.
constexpr float bar_height = 44;
constexpr float message_height = 34;
constexpr float levers_width = 280;
constexpr float inspector_width = 270;
constexpr float least_width_for_levers = 640;
constexpr float least_width_for_inspector = 1100;
constexpr float least_height_for_series = 420;

constexpr ImGuiWindowFlags panel_flags =
    ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoCollapse |
    ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav;

template <typename Draw>
void panel(const char* name, const Box& place, ImGuiWindowFlags more, const Draw& draw) {
  if (place.width() < 8 || place.height() < 8) return;
  ImGui::SetNextWindowPos({place.low.x, place.low.y});
  ImGui::SetNextWindowSize({place.width(), place.height()});
  if (ImGui::Begin(name, nullptr, panel_flags | more)) draw();
  ImGui::End();
}

constexpr ImGuiWindowFlags fixed = ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;

}  // namespace

Places place_panels(Point size, float scale, bool message) {
  const auto px = [&](float length) { return std::round(length * scale); };
  const float gap = std::max(1.0F, px(1));
  Places places;
  places.run_bar = {{0, 0}, {size.x, std::min(size.y, px(bar_height))}};
  float top = places.run_bar.high.y + gap;
  if (message) {
    places.message = {{0, top}, {size.x, top + px(message_height)}};
    top = places.message.high.y + gap;
  }
  const bool levers = size.x >= px(least_width_for_levers);
  const bool inspector = size.x >= px(least_width_for_inspector);
  const float left = levers ? px(levers_width) : 0;
  const float right = inspector ? size.x - px(inspector_width) : size.x;
  if (levers) places.levers = {{0, top}, {left, size.y}};
  if (inspector) places.inspector = {{right, top}, size};
  const float middle_left = levers ? left + gap : 0;
  const float middle_right = inspector ? right - gap : size.x;
  const bool series = size.y >= px(least_height_for_series);
  const float series_height = series ? std::clamp(std::round(size.y * 0.3F), px(170), px(340)) : 0;
  const float series_top = size.y - series_height;
  places.network = {{middle_left, top}, {middle_right, series ? series_top - gap : size.y}};
  if (series) places.series = {{middle_left, series_top}, {middle_right, size.y}};
  return places;
}

ViewerWindow::ViewerWindow(SessionPort& session, float scale) : session_(session), theme_(make_theme(false, scale)) {}

void ViewerWindow::draw() {
  if (theme_.dark != view_.dark) theme_ = make_theme(view_.dark, theme_.scale);
  apply(theme_);
  controls_.begin_frame(theme_);
  const Snapshot& snapshot = session_.latest();
  handle_run_keys(snapshot, session_);
  PanelContext context{snapshot, session_, controls_, theme_, view_};
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  const Places places = place_panels({size.x, size.y}, theme_.scale, !snapshot.message.empty());
  ImGui::GetBackgroundDrawList()->AddRectFilled({0, 0}, size, theme_.window);
  panel("run bar", places.run_bar, fixed, [&] { draw_run_bar(context); });
  panel("message", places.message, fixed, [&] {
    const float room = ImGui::GetContentRegionAvail().x;
    controls_.text(snapshot.message, theme_.change, room);
    controls_.name_item("message");
  });
  panel("levers", places.levers, fixed, [&] { levers_.draw(context); });
  panel("network", places.network, fixed, [&] { network_.draw(context); });
  panel("series", places.series, fixed, [&] { draw_series_panel(context); });
  panel("inspector", places.inspector, 0, [&] { draw_inspector(context); });
}

}  // namespace trust::viz
