#include "viz/panels/viewer_window.hpp"

#include <algorithm>
#include <cmath>

#include "viz/panels/actions.hpp"
#include "viz/panels/run_bar.hpp"
#include "viz/panels/splitters.hpp"

namespace trust::viz {
namespace {

constexpr ImGuiWindowFlags panel_flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                         ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoCollapse |
                                         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav;
constexpr ImGuiWindowFlags below = ImGuiWindowFlags_NoBringToFrontOnFocus;
constexpr ImGuiWindowFlags fixed = ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;

template <typename Draw>
void panel(const char* name, const Box& place, ImGuiWindowFlags more, const Draw& draw) {
  if (place.width() < 8 || place.height() < 8) return;
  ImGui::SetNextWindowPos({place.low.x, place.low.y});
  ImGui::SetNextWindowSize({place.width(), place.height()});
  if (ImGui::Begin(name, nullptr, panel_flags | more)) draw();
  ImGui::End();
}

void name_panel(PanelId id, PanelContext& context) {
  const ImVec2 low = ImGui::GetWindowPos();
  const ImVec2 size = ImGui::GetWindowSize();
  context.controls.name_box("panel/" + std::string(name_of(id)), low, {low.x + size.x, low.y + size.y});
}

// Esc: what lies on top goes first. Popups close themselves.
void close_what_is_on_top(PanelContext& context) {
  ViewState& view = context.view;
  const bool asked = std::any_of(key_rows().begin(), key_rows().end(),
                                 [](const KeyRow& row) { return row.action == Action::close && pressed(row); });
  if (!asked) return;
  if (view.dialog != DialogId::none) {
    view.dialog = DialogId::none;
  } else if (view.help) {
    view.help = false;
  } else if (ImGui::GetIO().WantTextInput ||
             ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel)) {
    return;
  } else if (view.maximised) {
    view.maximised.reset();
  } else {
    view.drawer = false;
  }
}

void say_too_small(Controls& controls, ImVec2 size) {
  const std::string text = fit_text("The window is too small", size.x - 4);
  const ImVec2 needed = text_size(text);
  if (needed.y > size.y) return;
  controls.pen().write(ImGui::GetBackgroundDrawList(),
                       {std::round((size.x - needed.x) / 2), std::round((size.y - needed.y) / 2)},
                       controls.theme().text, text);
}

std::string head_of(PanelId id, const PanelContext& context) {
  if (id == PanelId::levers) return "Levers";
  if (id == PanelId::plots) return "Over time";
  const bool same = !context.snapshot.sitting.edited;
  if (id == PanelId::network && context.snapshot.ready()) {
    const std::string day = ", day " + std::to_string(context.snapshot.day);
    if (same) return "Who trusts whom" + day;
    return "Who trusts whom in the " + std::string(context.shown_arm() == Arm::baseline ? "baseline" : "what-if") + day;
  }
  return id == PanelId::network ? "Who trusts whom" : spoken(name_of(id));
}

std::vector<Choice> tab_choices() {
  return {{"person", "Person", "Who is pointed at or chosen; the whole organisation otherwise"},
          {"result", "Result", "What the what-if does, from many replicates"},
          {"matrix", "Matrix", "Trust between functions or teams"},
          {"spread", "Spread", "How trust and stress are spread over people and ties"},
          {"log", "Log", "What you did, what is planned, and the command that repeats it"}};
}

// Maximises, or puts back.
void maximise_button(PanelId id, PanelContext& context) {
  std::optional<PanelId>& now = context.view.maximised;
  const bool is = now == id;
  const char* tip = is ? "Back to its place (Esc)" : "Maximise (double click)";
  if (context.controls.icon_button("maximise/" + std::string(name_of(id)), is ? Icon::restore : Icon::maximise, tip,
                                   true, ImGui::GetTextLineHeight() * 1.3F)) {
    is ? now.reset() : void(now = id);
  }
}

void turn_maximised(PanelId id, ViewState& view) {
  if (view.maximised == id) {
    view.maximised.reset();
  } else {
    view.maximised = id;
  }
}

// A name on the left, and the button that maximises at the right end.
void panel_head(PanelId id, PanelContext& context) {
  const Theme& theme = context.theme;
  const float side = ImGui::GetTextLineHeight() * 1.3F;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float room = std::max(1.0F, ImGui::GetContentRegionAvail().x - side - theme.px(6));
  const bool shared = id == PanelId::plots;  // which has its buttons in this line
  ImGui::InvisibleButton("##head", {shared ? std::min(room, text_size(head_of(id, context)).x) : room, side});
  context.controls.name_item("head/" + std::string(name_of(id)));
  if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) turn_maximised(id, context.view);
  context.controls.pen().write(ImGui::GetWindowDrawList(), {at.x, std::round(at.y + (side - ImGui::GetFontSize()) / 2)},
                               theme.faint_text, fit_text(head_of(id, context), room));
  ImGui::SetCursorScreenPos({at.x + room + theme.px(6), at.y});
  maximise_button(id, context);
  ImGui::SetCursorScreenPos({at.x, at.y + side + theme.px(4)});
}

}  // namespace

ViewerWindow::ViewerWindow(SessionPort& session, float scale)
    : session_(session), first_scale_(scale), theme_(make_theme(false, scale)) {}

void ViewerWindow::draw() {
  if (theme_.dark != view_.dark) theme_ = make_theme(view_.dark, theme_.scale);
  apply(theme_);
  controls_.begin_frame(theme_);
  const Snapshot& snapshot = session_.latest();
  PanelContext context{snapshot, session_, controls_, theme_, view_};
  close_what_is_on_top(context);
  if (!view_.tour) handle_keys(context);  // the tour takes the keys that its step allows
  message_.take(snapshot, view_);
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  const Places places = place_panels({size.x, size.y}, theme_.scale, arrangement_of(view_, message_.lines()));
  ImGui::GetBackgroundDrawList()->AddRectFilled({0, 0}, size, theme_.window);
  if (places.too_small) return say_too_small(controls_, size);
  ImGui::PushAllowKeyboardFocus(false);  // Tab folds the levers; it does not walk through fields
  draw_panels(places, {size.x, size.y}, context);
  ImGui::PopAllowKeyboardFocus();
  tour_.draw(context);
  dialogs_.draw(context);
  settled_ = lay_ == controls_.all();
  if (!settled_) lay_ = controls_.all();
}

void ViewerWindow::draw_panels(const Places& places, Point size, PanelContext& context) {
  panel("run bar", places.run_bar, fixed | below, [&] { draw_run_bar(context); });
  panel("message", places.message, fixed | below, [&] { message_.draw(context); });
  if (view_.maximised) {
    const Box rest{{0, places.network.low.y}, size};
    panel("maximised", rest, fixed | below,
          [&] { is_tab(*view_.maximised) ? draw_side(context) : draw_headed(*view_.maximised, context); });
    return;
  }
  panel("levers", places.levers, fixed | below, [&] { draw_headed(PanelId::levers, context); });
  panel("network", places.network, fixed | below, [&] { draw_headed(PanelId::network, context); });
  panel("plots", places.plots, fixed | below, [&] { draw_headed(PanelId::plots, context); });
  // The drawer is a window of its own: it must stand before the network, which the column does not.
  panel(places.drawer ? "drawer" : "side", places.side, places.drawer ? fixed : fixed | below, [&] {
    if (places.drawer) controls_.pen().raise();
    draw_side(context);
    if (places.drawer) controls_.pen().lower();
  });
  draw_splitters(places, size, context);
}

void ViewerWindow::draw_headed(PanelId id, PanelContext& context) {
  name_panel(id, context);
  panel_head(id, context);
  draw_panel(id, context);
}

// The right column: a tab a panel.
void ViewerWindow::draw_side(PanelContext& context) {
  static const std::vector<Choice> choices = tab_choices();
  const float side = ImGui::GetTextLineHeight() * 1.3F;
  const float room = ImGui::GetContentRegionAvail().x - side - theme_.px(8);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  int chosen = static_cast<int>(view_.tab) - static_cast<int>(PanelId::person);
  if (controls_.tabs("tab", room, choices, chosen)) {
    view_.tab = static_cast<PanelId>(static_cast<int>(PanelId::person) + chosen);
    if (view_.maximised) view_.maximised = view_.tab;
  }
  if (view_.maximised && is_tab(*view_.maximised)) view_.tab = *view_.maximised;
  name_panel(view_.tab, context);
  ImGui::SetCursorScreenPos({at.x + room + theme_.px(8), at.y});
  maximise_button(view_.tab, context);
  ImGui::SetCursorScreenPos({at.x, at.y + ImGui::GetFrameHeight() + theme_.px(8)});
  if (ImGui::BeginChild(("##tab/" + std::string(name_of(view_.tab))).c_str(), {0, 0}, false, ImGuiWindowFlags_NoNav)) {
    draw_panel(view_.tab, context);
  }
  ImGui::EndChild();
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
