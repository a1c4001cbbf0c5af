#include "viz/panels/plots_panel.hpp"

#include <algorithm>
#include <cmath>

#include "viz/panels/export_plots.hpp"
#include "viz/panels/plots_toolbar.hpp"
#include "viz/plot/imgui_painter.hpp"

namespace trust::viz {
namespace {

// Lengths at scale 1.
constexpr float least_width = 150;
constexpr float least_height = 60;
constexpr float room_for_weeks = 300;  // of the panel's height
constexpr float export_menu = 230;

void keep_measures_sensible(ViewState& view) {
  if (view.measures.empty()) view.measures = {Measure::trust};
  if (view.measures.size() > most_plots) view.measures.resize(most_plots);
}

}  // namespace

void PlotsPanel::draw(PanelContext& context) {
  keep_measures_sensible(context.view);
  draw_toolbar(context);
  watch(context);
  const Theme& theme = context.theme;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 room = ImGui::GetContentRegionAvail();
  if (room.x < theme.px(least_width) || room.y < theme.px(least_height)) return;
  const bool weeks = room.y >= theme.px(room_for_weeks);
  const float strip = ImGui::GetTextLineHeight() * (weeks ? 2 : 1) + theme.px(6);
  const float inner = room.x - ImGui::GetStyle().ScrollbarSize;
  stack_.prepare(context, inner, false);
  if (stack_.least_height(context) + strip > room.y * 0.7F) stack_.prepare(context, inner, true);
  const float lanes = lanes_.height(context, room.y - strip - stack_.least_height(context), room.y);
  const float plots = std::max(theme.px(20), room.y - strip - lanes);
  const bool scrolls = stack_.least_height(context) > plots || lanes_.wanted_height(context) > lanes;
  const float bar = scrolls ? ImGui::GetStyle().ScrollbarSize : 0;
  DayAxis axis{std::round(at.x + theme.px(space_left_of_plots)),
               std::round(at.x + room.x - theme.px(space_right_of_plots) - bar), DayGestures::visible(context)};
  const std::optional<int> hovered = context.view.hovered_day;
  gestures_.begin(context, axis);
  axis.days = DayGestures::visible(context);
  const float strip_top = at.y + plots;
  stack_.draw(context, {{at.x, at.y}, {at.x + room.x, strip_top}}, axis, gestures_, hovered);
  draw_strip(context, {{at.x, strip_top}, {at.x + room.x, strip_top + strip}}, axis, weeks);
  lanes_.draw(context, {{at.x, strip_top + strip}, {at.x + room.x, at.y + room.y}}, axis, gestures_);
}

// The buttons stand in the line of the panel's name, which lies just above.
void PlotsPanel::draw_toolbar(PanelContext& context) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const auto head = context.controls.find("head/plots");
  const auto maximise = context.controls.find("maximise/plots");
  if (!head || !maximise) return;
  const float gap = context.theme.px(8);
  const PlotsMenu menu =
      draw_plots_toolbar(context, head->high.x + gap, maximise->low.x - gap, std::round(maximise->low.y));
  if (menu == PlotsMenu::exporting) context.controls.open_popup("plots/export");
  if (menu == PlotsMenu::lanes) picker_.open(context);
  draw_export_menu(context);
  picker_.draw(context);
  ImGui::SetCursorScreenPos(at);
}

// The engine begins with no measure; the default is asked for only once there are replicates to look at.
void PlotsPanel::watch(PanelContext& context) {
  const bool replicates = context.snapshot.refinement || context.snapshot.refining;
  const bool as_at_first = watched_.empty() && context.view.measures == std::vector{Measure::trust};
  if (context.view.measures == watched_ || !context.snapshot.ready() || (as_at_first && !replicates)) return;
  watched_ = context.view.measures;
  context.session.send(Watch{watched_});
}

// Day numbers, to be pressed and dragged over like a plot.
void PlotsPanel::draw_strip(PanelContext& context, const Box& room, const DayAxis& axis, bool weeks) {
  const Theme& theme = context.theme;
  ImGui::SetCursorScreenPos({axis.left, room.low.y});
  ImGui::InvisibleButton("##days", {axis.width(), room.height()});
  context.controls.name_item("plots/days");
  const bool pointed = ImGui::IsItemHovered();
  gestures_.take(context, axis, pointed);
  ImDrawList* draw = ImGui::GetWindowDrawList();
  ImGuiPainter painter(draw, context.controls.pen());
  write_days(painter, axis, room.low.y + theme.px(2), weeks, theme.plot(), theme.scale);
  const int day = gestures_.day(context.snapshot);
  if (axis.shows(day)) {  // the handle of the black line
    const float x = std::round(axis.x_of(day));
    const float half = theme.px(5);
    draw->AddTriangleFilled({x - half, room.low.y - half}, {x + half, room.low.y - half}, {x, room.low.y + theme.px(2)},
                            theme.text);
  }
  if (pointed && !gestures_.dragging()) {
    ImGui::SetTooltip("Press or drag to look at another day.\nWheel: zoom. Right button or Shift: move. Ctrl: a box.");
  }
}

void PlotsPanel::draw_export_menu(PanelContext& context) {
  if (!context.controls.begin_popup("plots/export", context.theme.px(export_menu))) return;
  const auto entry = [&](const char* name, const char* label, PlotFiles files) {
    if (!context.controls.menu_item(name, Icon::save, label, "", context.snapshot.ready())) return;
    context.view.news = export_and_tell(context.snapshot, context.view, files);
  };
  entry("plots/export/csv", "Numbers (CSV)", PlotFiles::csv);
  entry("plots/export/svg", "Pictures of vectors (SVG)", PlotFiles::svg);
  entry("plots/export/both", "Both", PlotFiles::both);
  context.controls.end_popup();
}

}  // namespace trust::viz
