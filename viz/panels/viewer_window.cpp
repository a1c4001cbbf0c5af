#include "viz/panels/viewer_window.hpp"

#include <algorithm>
#include <cmath>

#include "viz/panels/run_bar.hpp"

namespace trust::viz {
namespace {

// Lengths at scale 1.
constexpr float bar_height = 44;
constexpr float message_height = 34;
constexpr float levers_width = 280;
constexpr float side_width = 340;
constexpr float least_width_for_levers = 640;
constexpr float least_width_for_side = 1100;
constexpr float least_height_for_plots = 420;

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
  const bool side = size.x >= px(least_width_for_side);
  const float left = levers ? px(levers_width) : 0;
  const float right = side ? size.x - px(side_width) : size.x;
  if (levers) places.levers = {{0, top}, {left, size.y}};
  if (side) places.side = {{right, top}, size};
  const float middle_left = levers ? left + gap : 0;
  const float middle_right = side ? right - gap : size.x;
  const bool plots = size.y >= px(least_height_for_plots);
  const float plots_height = plots ? std::clamp(std::round(size.y * 0.3F), px(170), px(340)) : 0;
  const float plots_top = size.y - plots_height;
  places.network = {{middle_left, top}, {middle_right, plots ? plots_top - gap : size.y}};
  if (plots) places.plots = {{middle_left, plots_top}, {middle_right, size.y}};
  return places;
}

ViewerWindow::ViewerWindow(SessionPort& session, float scale) : session_(session), theme_(make_theme(false, scale)) {}

void ViewerWindow::draw() {
  if (theme_.dark != view_.dark) theme_ = make_theme(view_.dark, theme_.scale);
  apply(theme_);
  controls_.begin_frame(theme_);
  const Snapshot& snapshot = session_.latest();
  if (!view_.tour) handle_run_keys(snapshot, session_);
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
  if (view_.maximised) {
    const Box rest{{0, places.network.low.y}, {size.x, size.y}};
    panel("maximised", rest, fixed, [&] { draw_panel(*view_.maximised, context); });
  } else {
    panel("levers", places.levers, fixed, [&] { draw_panel(PanelId::levers, context); });
    panel("network", places.network, fixed, [&] { draw_panel(PanelId::network, context); });
    panel("plots", places.plots, fixed, [&] { draw_panel(PanelId::plots, context); });
    panel("side", places.side, 0, [&] { draw_side(context); });
  }
  tour_.draw(context);
  dialogs_.draw(context);
}

// The right column: a tab a panel.
void ViewerWindow::draw_side(PanelContext& context) {
  constexpr int tabs = static_cast<int>(PanelId::count) - static_cast<int>(PanelId::person);
  const float gap = ImGui::GetStyle().ItemSpacing.x / 2;
  const float width = std::floor((ImGui::GetContentRegionAvail().x + gap) / static_cast<float>(tabs) - gap);
  for (PanelId id = PanelId::person; id < PanelId::count; id = static_cast<PanelId>(static_cast<int>(id) + 1)) {
    if (id != PanelId::person) ImGui::SameLine(0, gap);
    const std::string name(name_of(id));
    if (controls_.button("tab/" + name, Icon::none, spoken(name), "", true, width)) view_.tab = id;
  }
  draw_panel(view_.tab, context);
}

void ViewerWindow::draw_panel(PanelId id, PanelContext& context) {
  switch (id) {
    case PanelId::levers:
      return levers_.draw(context);
    case PanelId::network:
      return network_.draw(context);
    case PanelId::plots:
      return plots_.draw(context);
    case PanelId::person:
      return person_.draw(context);
    case PanelId::result:
      return result_.draw(context);
    case PanelId::matrix:
      return matrix_.draw(context);
    case PanelId::spread:
      return spread_.draw(context);
    case PanelId::log:
      return log_.draw(context);
    case PanelId::count:
      return;
  }
}

}  // namespace trust::viz
