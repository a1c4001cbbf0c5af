#include "viz/panels/run_bar.hpp"

#include <algorithm>
#include <cmath>

#include "viz/panels/actions.hpp"
#include "viz/panels/bar_items.hpp"
#include "viz/panels/bar_parts.hpp"
#include "viz/panels/scenario_picker.hpp"

namespace trust::viz {
namespace {

// Lengths at scale 1.
constexpr float between_groups = 14;
constexpr float within_group = 3;
constexpr float scenario_width = 172;
constexpr float run_width = 44;

struct BarButton {
  const char* name;
  Action action;
  Icon icon;
  const char* label;  // in the menu
};

void action_button(const BarButton& button, PanelContext& context, float width = 0) {
  const std::string tip = tip_of(button.action, context);
  const bool enabled = can(button.action, context);
  const bool hit = width > 0 ? context.controls.button(button.name, button.icon, "", tip, enabled, width)
                             : context.controls.icon_button(button.name, button.icon, tip, enabled);
  if (hit) perform(button.action, context);
}

void action_line(const BarButton& button, PanelContext& context) {
  if (context.controls.menu_item(button.name, button.icon, button.label, key_names(button.action),
                                 can(button.action, context))) {
    perform(button.action, context);
  }
}

constexpr BarButton back{"back", Action::back, Icon::reset, "Back to day 0"};
constexpr BarButton step_back{"step-back", Action::step_back, Icon::step_back, "A day back"};
constexpr BarButton step{"step", Action::step, Icon::step, "A day on"};
constexpr BarButton to_end{"end", Action::end, Icon::end, "To the last day"};

void run_button(PanelContext& context) {
  const Icon icon = context.snapshot.running ? Icon::pause : Icon::run;
  action_button({"run", Action::run, icon, "Run"}, context, context.theme.px(run_width));
}

void scale_lines(PanelContext& context) {
  for (const int percent : {75, 100, 125, 150, 175, 200}) {
    const float scale = static_cast<float>(percent) / 100;
    const bool on = std::abs(context.theme.scale - scale) < 0.01F;
    const std::string name = std::to_string(percent);
    if (context.controls.menu_item("scale/" + name, Icon::none, name + " %", "", true, on)) {
      context.view.wanted_scale = scale;
    }
  }
}

// What is always in the menu, below what had no room.
void menu_lines(PanelContext& context) {
  action_line({"open", Action::open, Icon::open, "Open a file"}, context);
  action_line({"save", Action::save, Icon::save, "Save the what-if"}, context);
  action_line({"camera", Action::exporting, Icon::camera, "Export pictures and numbers"}, context);
  ImGui::Separator();
  action_line(
      {"theme", Action::theme, context.view.dark ? Icon::sun : Icon::moon, context.view.dark ? "Light" : "Dark"},
      context);
  action_line({"tour", Action::tour, Icon::tour, "Trust in ten minutes"}, context);
  action_line({"help", Action::help, Icon::help, "Keys and gestures"}, context);
  ImGui::Separator();
  context.controls.faint("Size of text and controls");
  scale_lines(context);
}

void draw_menu(PanelContext& context, const std::vector<BarItem>& items) {
  if (context.controls.icon_button("more", Icon::more, "More: files, size of text, and what has no room here")) {
    context.controls.open_popup("more");
  }
  if (!context.controls.begin_popup("more", context.theme.px(280))) return;
  bool any = false;
  for (const BarItem& item : items) {
    if (item.kept || !item.menu) continue;
    item.menu();
    any = true;
  }
  if (any) ImGui::Separator();
  menu_lines(context);
  context.controls.end_popup();
}

// An item of one button; `again`: in the menu too where it has no room, which has the others anyway.
BarItem single(const BarButton& button, int rank, bool again, PanelContext& context) {
  BarItem item;
  item.width = ImGui::GetFrameHeight();
  item.gap = context.theme.px(within_group);
  item.rank = rank;
  item.draw = [button, &context] { action_button(button, context); };
  if (again) item.menu = [button, &context] { action_line(button, context); };
  return item;
}

BarItem wide(float width, int rank, std::function<void()> draw, std::function<void()> menu, PanelContext& context) {
  BarItem item;
  item.width = width;
  item.gap = context.theme.px(between_groups);
  item.rank = rank;
  item.draw = std::move(draw);
  item.menu = std::move(menu);
  return item;
}

void speed_lines(PanelContext& context) {
  action_line({"faster", Action::faster, Icon::plus, "Faster"}, context);
  action_line({"slower", Action::slower, Icon::down, "Slower"}, context);
}

std::vector<BarItem> left_items(PanelContext& context) {
  const Theme& theme = context.theme;
  const float wide_scenario = theme.px(scenario_width);
  std::vector<BarItem> items;
  items.push_back(wide(
      wide_scenario, 1, [&, wide_scenario] { draw_scenario_button(context, wide_scenario); }, {}, context));
  items.push_back(single(back, 7, true, context));
  items.back().gap = theme.px(between_groups);
  items.push_back(single(step_back, 6, true, context));
  items.push_back(wide(
      theme.px(run_width), 0, [&] { run_button(context); }, {}, context));
  items.back().gap = theme.px(within_group);
  items.push_back(single(step, 3, true, context));
  items.push_back(single(to_end, 8, true, context));
  items.push_back(wide(
      theme.px(speed_width), 10, [&] { draw_speed(context); }, [&] { speed_lines(context); }, context));
  items.push_back(wide(
      theme.px(day_width), 2, [&] { draw_day(context); }, {}, context));
  items.push_back(wide(
      seed_width(context), 14, [&] { draw_seed(context); }, [&] { draw_seed(context); }, context));
  items.push_back(wide(
      arms_width(context), 4, [&] { draw_arms(context); }, [&] { arm_lines(context); }, context));
  return items;
}

constexpr const char* tour_words = "Trust in ten minutes";
constexpr int words_rank = 20;
constexpr int flag_rank = 13;

// In words where there is room: a flag alone tells a newcomer nothing.
BarItem tour_in_words(PanelContext& context) {
  BarItem item;
  item.width = text_size(tour_words).x + 2 * ImGui::GetStyle().FramePadding.x + ImGui::GetFontSize() * 1.4F;
  item.gap = context.theme.px(between_groups);
  item.rank = words_rank;
  item.draw = [width = item.width, &context] {
    const std::string tip = tip_of(Action::tour, context);
    if (context.controls.button("tour", Icon::tour, tour_words, tip, can(Action::tour, context), width)) {
      perform(Action::tour, context);
    }
  };
  return item;
}

void add_right_items(PanelContext& context, std::vector<BarItem>& items) {
  const Icon other_theme = context.view.dark ? Icon::sun : Icon::moon;
  const std::size_t first = items.size();
  items.push_back(tour_in_words(context));
  items.push_back(single({"undo", Action::undo, Icon::undo, "Take back"}, 9, true, context));
  items.push_back(single({"redo", Action::redo, Icon::redo, "Make again"}, 9, true, context));
  items.push_back(single({"save", Action::save, Icon::save, ""}, 11, false, context));
  items.push_back(single({"camera", Action::exporting, Icon::camera, ""}, 12, false, context));
  items.push_back(single({"theme", Action::theme, other_theme, ""}, 15, false, context));
  items.push_back(single({"tour", Action::tour, Icon::tour, ""}, flag_rank, false, context));
  items.push_back(single({"help", Action::help, Icon::help, ""}, 12, false, context));
  for (std::size_t i = first; i < items.size(); ++i) items[i].at_right = true;
}

// The flag alone gives way to the flag with its words.
void leave_one_way_to_the_tour(std::vector<BarItem>& items) {
  const auto words =
      std::find_if(items.begin(), items.end(), [](const BarItem& item) { return item.rank == words_rank; });
  const auto flag =
      std::find_if(items.begin(), items.end(), [](const BarItem& item) { return item.rank == flag_rank; });
  if (words->kept) flag->kept = false;
}

}  // namespace

void draw_run_bar(PanelContext& context) {
  std::vector<BarItem> items = left_items(context);
  add_right_items(context, items);
  const float side = ImGui::GetFrameHeight();
  const float left = ImGui::GetCursorScreenPos().x;
  const float right = left + ImGui::GetContentRegionAvail().x;
  const float y = std::round(ImGui::GetWindowPos().y + (ImGui::GetWindowHeight() - side) / 2);
  keep_what_fits(items, right - left - side);
  leave_one_way_to_the_tour(items);
  float from_right = right - side;
  for (const BarItem& item : items) {
    if (item.kept && item.at_right) from_right -= item.width + item.gap;
  }
  float x = left;
  bool at_right = false;
  for (const BarItem& item : items) {
    if (!item.kept) continue;
    if (item.at_right && !at_right) x = from_right;
    at_right = item.at_right;
    if (x > left && !at_right) x += item.gap;
    ImGui::SetCursorScreenPos({std::round(x), y});
    item.draw();
    x += item.width + (at_right ? item.gap : 0);
  }
  ImGui::SetCursorScreenPos({right - side, y});
  draw_menu(context, items);
}

}  // namespace trust::viz
