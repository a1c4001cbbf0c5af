#include "viz/panels/scenario_picker.hpp"

#include <cmath>

#include "viz/panels/actions.hpp"

namespace trust::viz {
namespace {

constexpr float list_width = 520;

// Its name and, below it, its first sentence.
bool entry_line(const ScenarioEntry& entry, bool on, PanelContext& context) {
  const Theme& theme = context.theme;
  const ImVec2 low = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float text = ImGui::GetTextLineHeight();
  const float height = std::round((entry.sentence.empty() ? 1.0F : 2.0F) * text + theme.px(9));
  const std::string name = control_of(entry);
  const bool pressed = ImGui::Selectable(("##" + name).c_str(), on, ImGuiSelectableFlags_None, {width, height});
  context.controls.name_box(name, low, {low.x + width, low.y + height});
  context.controls.tip_on_hover(entry.sentence);
  const float left = low.x + theme.px(8);
  TextPen& pen = context.controls.pen();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  pen.write(draw, {left, low.y + theme.px(3)}, on ? theme.accent : theme.text,
            fit_text(entry.name, width - theme.px(16)));
  pen.write(draw, {left, low.y + theme.px(5) + text}, theme.faint_text, fit_text(entry.sentence, width - theme.px(16)));
  return pressed;
}

void list(PanelContext& context) {
  Controls& controls = context.controls;
  if (controls.menu_item("open", Icon::open, "Open a file", key_names(Action::open))) {
    perform(Action::open, context);
  }
  std::string group;
  for (const ScenarioEntry& entry : context.view.scenarios) {
    if (entry.group != group) {
      ImGui::Separator();
      controls.faint(entry.group);
      group = entry.group;
    }
    const bool on = entry.file == context.snapshot.sitting.baseline_file;
    if (entry_line(entry, on, context)) open_file(entry.file, context);
  }
}

}  // namespace

std::string control_of(const ScenarioEntry& entry) {
  return "scenario/" + (entry.file.parent_path().filename() / entry.file.stem()).string();
}

void draw_scenario_button(PanelContext& context, float width) {
  Controls& controls = context.controls;
  const Snapshot& now = context.snapshot;
  const ImVec2 low = ImGui::GetCursorScreenPos();
  const float height = ImGui::GetFrameHeight();
  const bool pressed = ImGui::Button("##scenario", {width, height});
  controls.name_item("scenario");
  std::string tip = now.scenario.empty() ? "Choose a scenario" : now.scenario + "\n\n" + now.story;
  if (now.sitting.unsaved) tip += "\n\nThe dot: what you changed is not saved.";
  controls.tip_on_hover(tip);
  const float padding = ImGui::GetStyle().FramePadding.x;
  const float right = low.x + width - padding;
  const float dot = now.sitting.unsaved ? context.theme.px(10) : 0;
  const float arrow = ImGui::GetFontSize() * 0.8F;
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const std::string label = now.scenario.empty() ? "Scenario" : now.scenario;
  const float y = std::round(low.y + (height - ImGui::GetFontSize()) / 2);
  controls.pen().write(draw, {low.x + padding, y}, context.theme.text,
                       fit_text(label, width - 3 * padding - arrow - dot));
  if (dot > 0) {
    draw->AddCircleFilled({right - arrow - dot / 2, low.y + height / 2}, context.theme.px(3.5F), context.theme.change);
  }
  draw_icon(draw, Icon::down, {right - arrow / 2, low.y + height / 2}, arrow * 0.45F, context.theme.faint_text);
  if (pressed) controls.open_popup("scenario");
  if (!controls.begin_popup("scenario", context.theme.px(list_width))) return;
  list(context);
  controls.end_popup();
}

}  // namespace trust::viz
