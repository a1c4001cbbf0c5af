#include "viz/panels/log_panel.hpp"

#include <algorithm>

#include "viz/panels/actions.hpp"

namespace trust::viz {
namespace {

void heading(PanelContext& context, std::string_view text) {
  context.controls.text(text, context.theme.text, ImGui::GetContentRegionAvail().x);
  ImGui::Separator();
}

void space(PanelContext& context) { ImGui::Dummy({0, context.theme.px(6)}); }

void what_was_done(PanelContext& context) {
  heading(context, "What you did");
  const auto& log = context.snapshot.sitting.log;
  const float width = ImGui::GetContentRegionAvail().x;
  if (log.empty()) context.controls.faint("Nothing was changed yet.", width);
  for (std::size_t i = 0; i < log.size(); ++i) {
    context.controls.paragraph(std::to_string(i + 1) + ".  " + log[i], context.theme.text, width);
  }
  space(context);
}

std::string days_of(const Lane& lane) {
  if (lane.once) return "Day " + std::to_string(lane.first_day);
  const std::string to = lane.open_end ? " on" : " to " + std::to_string(lane.last_day);
  return (lane.open_end ? "From day " : "Day ") + std::to_string(lane.first_day) + to;
}

// What one can tell of a lane besides its days.
std::string remark_on(const Lane& lane) {
  if (!lane.on) return " (switched off)";
  if (lane.by_hand) return "";
  if (lane.changed) return lane.of_baseline ? " (changed)" : " (added)";
  return "";
}

void planned(PanelContext& context, const Lane& lane) {
  const Theme& theme = context.theme;
  const float width = ImGui::GetContentRegionAvail().x;
  const ImU32 colour = !lane.on ? theme.faint_text : lane.changed ? theme.change : theme.text;
  context.controls.paragraph(days_of(lane) + ":  " + title_of(lane) + remark_on(lane), colour, width);
  context.controls.name_item("log/lane/" + std::to_string(lane.index));
  if (lane.sentence.empty()) return;
  const std::string who = lane.who.empty() ? "" : " (" + lane.who + ")";
  context.controls.paragraph(lane.sentence + who, theme.faint_text, width);
}

void what_is_planned(PanelContext& context) {
  heading(context, "What is planned, by day");
  std::vector<Lane> lanes = context.snapshot.sitting.lanes;
  std::stable_sort(lanes.begin(), lanes.end(), [](const Lane& a, const Lane& b) { return a.first_day < b.first_day; });
  if (lanes.empty()) context.controls.faint("No interventions.", ImGui::GetContentRegionAvail().x);
  for (const Lane& lane : lanes) planned(context, lane);
  space(context);
}

void how_to_repeat(PanelContext& context) {
  Controls& controls = context.controls;
  const SittingState& sitting = context.snapshot.sitting;
  const float width = ImGui::GetContentRegionAvail().x;
  heading(context, "The same without the window");
  if (sitting.command.empty() || sitting.unsaved) {
    controls.paragraph(
        "Save the what-if, and the command that repeats this comparison stands here: it gives the same "
        "numbers.",
        context.theme.faint_text, width);
    if (controls.button("log/save", Icon::save, "Save", tip_of(Action::save, context), can(Action::save, context))) {
      perform(Action::save, context);
    }
    if (sitting.command.empty()) return;
  }
  controls.paragraph(sitting.command, context.theme.text, width);
  controls.name_item("log/command");
  if (controls.button("log/copy", Icon::copy, "Copy", "Copy the command")) {
    ImGui::SetClipboardText(sitting.command.c_str());
  }
}

}  // namespace

void LogPanel::draw(PanelContext& context) {
  context.controls.pen().scrolling(true);
  what_was_done(context);
  what_is_planned(context);
  how_to_repeat(context);
  context.controls.pen().scrolling(false);
}

}  // namespace trust::viz
