#include "viz/panels/plots_toolbar.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace trust::viz {
namespace {

struct Tool {
  const char* name;
  Icon icon;
  std::vector<std::string> labels;  // from the longest to none
  std::string tip;
  bool enabled = true;
  bool on = false;  // stays down
};

std::vector<Tool> tools_of(const PanelContext& context) {
  const bool zoomed = context.view.days.last > context.view.days.first;
  const bool edited = context.snapshot.sitting.edited;
  return {
      {"lanes/add",
       Icon::plus,
       {"Add an intervention", "Intervention", ""},
       "Something that is done, or befalls, from the day after the one you look at; at the end of the run from day 1. "
       "Drag it where you want it."},
      {"plots/add",
       Icon::plus,
       {"Add a plot", "Plot", "Plot"},
       "One more measure, at most four",
       context.view.measures.size() < most_plots},
      {"plots/difference",
       Icon::none,
       {"Difference", "Difference", "Difference"},
       edited ? "What-if minus baseline, below each plot while the two are compared"
              : "There is no difference before something was changed",
       edited,
       context.view.show_differences},
      {"plots/all",
       Icon::none,
       {"All days", "All", "All"},
       "Show the whole run again (double click). The wheel zooms, the right button or Shift moves, Ctrl draws a box.",
       zoomed},
      {"plots/export", Icon::save, {"Export", "Export", ""}, "What is plotted, as numbers or as a picture of vectors"},
  };
}

float width_of(const Tool& tool, std::size_t level) {
  const ImVec2 padding = ImGui::GetStyle().FramePadding;
  const std::string& label = tool.labels[level];
  const float icon = tool.icon == Icon::none ? 0 : ImGui::GetFontSize() * 0.8F;
  return icon + (icon > 0 && !label.empty() ? padding.x * 0.75F : 0) + text_size(label).x + 2 * padding.x;
}

float width_of(const std::vector<Tool>& tools, std::size_t level, float gap) {
  float width = -gap;
  for (const Tool& tool : tools) width += width_of(tool, level) + gap;
  return width;
}

bool draw_tool(PanelContext& context, const Tool& tool, std::size_t level) {
  const std::string& label = tool.labels[level];
  const float width = width_of(tool, level);
  if (tool.on && tool.enabled) return context.controls.toggle(tool.name, tool.icon, label, tool.tip, true, width);
  return context.controls.button(tool.name, tool.icon, label, tool.tip, tool.enabled, width);
}

// The first measure that has no plot yet, headlines first.
Measure next_measure(const std::vector<Measure>& shown) {
  for (const bool headline : {true, false}) {
    for (const MeasureRow& row : measures()) {
      if (row.headline == headline && std::find(shown.begin(), shown.end(), row.id) == shown.end()) return row.id;
    }
  }
  return Measure::trust;
}

}  // namespace

PlotsMenu draw_plots_toolbar(PanelContext& context, float left, float right, float top) {
  const Theme& theme = context.theme;
  const float gap = theme.px(5);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {theme.px(6), theme.px(1.5F)});
  const std::vector<Tool> tools = tools_of(context);
  std::size_t level = 0;
  while (level < 2 && width_of(tools, level, gap) > right - left) ++level;
  PlotsMenu menu = PlotsMenu::none;
  float x = std::max(left, right - width_of(tools, level, gap));
  for (const Tool& tool : tools) {
    ImGui::SetCursorScreenPos({std::round(x), top});
    x += width_of(tool, level) + gap;
    if (!draw_tool(context, tool, level)) continue;
    const std::string name = tool.name;
    if (name == "lanes/add") menu = PlotsMenu::lanes;
    if (name == "plots/export") menu = PlotsMenu::exporting;
    if (name == "plots/add") context.view.measures.push_back(next_measure(context.view.measures));
    if (name == "plots/difference") context.view.show_differences = !context.view.show_differences;
    if (name == "plots/all") context.view.days = {};
  }
  ImGui::PopStyleVar();
  return menu;
}

}  // namespace trust::viz
