#include "viz/panels/plots_panel.hpp"

#include <algorithm>

#include "sim/calendar.hpp"

namespace trust::viz {
namespace {

std::vector<std::string> measure_labels() {
  std::vector<std::string> labels;
  for (const MeasureRow& row : measures()) labels.emplace_back(row.label);
  return labels;
}

// A patch of colour and what it stands for.
void legend_entry(PanelContext& context, ImU32 colour, float thickness, const std::string& label) {
  const Theme& theme = context.theme;
  ImGui::SameLine(0, theme.px(18));
  const float needed = theme.px(24) + text_size(label).x;
  if (needed > ImGui::GetContentRegionAvail().x) {
    ImGui::NewLine();
    return;
  }
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float middle = at.y + ImGui::GetFrameHeight() / 2;
  ImGui::GetWindowDrawList()->AddRectFilled({at.x, middle - thickness / 2},
                                            {at.x + theme.px(18), middle + thickness / 2}, colour);
  ImGui::SetCursorScreenPos({at.x + theme.px(24), at.y});
  context.controls.faint(label);
}

void draw_head(PanelContext& context, const MeasureRow& row) {
  Controls& controls = context.controls;
  static const std::vector<std::string> labels = measure_labels();
  int chosen = static_cast<int>(context.view.measures.front());
  if (controls.combo("measure", context.theme.px(200), labels, chosen)) {
    context.view.measures.front() = static_cast<Measure>(chosen);
  }
  controls.tip_on_hover(row.sentence);
  ImGui::SameLine(0, context.theme.px(12));
  controls.faint(std::string(row.unit) + ", by working day");
  legend_entry(context, context.theme.accent, context.theme.px(2.5F), "this run");
  const int others = context.snapshot.replicates;
  if (others > 1) {
    legend_entry(context, context.theme.accent_band, context.theme.px(10),
                 "lowest to highest of " + std::to_string(others) + " replicates");
  }
}

void read_out(PanelContext& context, const Series& series, const MeasureRow& row, int day) {
  const auto at = static_cast<std::size_t>(day);
  const auto text = [&](float value) { return format_number(static_cast<double>(value), 3); };
  ImGui::BeginTooltip();
  ImGui::TextUnformatted(("Day " + std::to_string(day) + ", week " + std::to_string(calendar::week_of(day))).c_str());
  ImGui::TextUnformatted((std::string(row.label) + "  " + text(series.value[at])).c_str());
  if (context.snapshot.replicates > 1) {
    ImGui::PushStyleColor(ImGuiCol_Text, context.theme.faint_text);
    ImGui::TextUnformatted(("Replicates  " + text(series.low[at]) + " to " + text(series.high[at])).c_str());
    ImGui::PopStyleColor();
  }
  ImGui::EndTooltip();
}

// Wide enough for the curves that tries left behind.
Range with_ghosts(Range range, const ViewState& view, Measure measure) {
  const GhostRange ghosts = range_of(view.ghosts, measure);
  if (ghosts.empty()) return range;
  return {std::min(range.low, static_cast<double>(ghosts.low)), std::max(range.high, static_cast<double>(ghosts.high))};
}

void draw_plot(PanelContext& context, const Series& series, const MeasureRow& row) {
  const Theme& theme = context.theme;
  const ImVec2 low = ImGui::GetCursorScreenPos();
  const ImVec2 room = ImGui::GetContentRegionAvail();
  if (room.x < theme.px(120) || room.y < theme.px(60)) return;
  ImGui::InvisibleButton("##plot", room);
  context.controls.name_item("plot");
  const int days = std::max(1, context.snapshot.days);
  Plot plot(ImGui::GetWindowDrawList(), context.controls.pen(), low, {low.x + room.x, low.y + room.y},
            {0, static_cast<double>(days)}, with_ghosts(series_range(series), context.view, row.id), theme.plot(),
            theme.scale);
  plot.axes();
  draw_ghosts(plot, context.controls.pen(), context.view.ghosts, row.id, theme.faint_text, theme.scale);
  if (series.value.empty()) return;
  plot.band(series.low, series.high, theme.accent_band);
  plot.line(series.value, theme.accent, 2);
  const int today = static_cast<int>(series.value.size()) - 1;
  plot.upright(today, theme.text, 1.5F);
  plot.dot(today, static_cast<double>(series.value.back()), theme.accent);
  if (!ImGui::IsItemHovered()) return;
  const int day = plot.day_at(ImGui::GetIO().MousePos);
  if (day < 0 || day > today) return;
  plot.upright(day, theme.faint_text, 1);
  plot.dot(day, static_cast<double>(series.value[static_cast<std::size_t>(day)]), theme.accent);
  read_out(context, series, row, day);
}

}  // namespace

Range series_range(const Series& series) {
  if (series.value.empty()) return {0, 1};
  const auto low = static_cast<double>(*std::min_element(series.low.begin(), series.low.end()));
  const auto high = static_cast<double>(*std::max_element(series.high.begin(), series.high.end()));
  const double least = std::max(0.02, 0.02 * std::max(std::abs(low), std::abs(high)));
  return padded_range({low, high}, least);
}

void PlotsPanel::draw(PanelContext& context) {
  const MeasureRow& row = measure_row(context.view.measures.front());
  draw_head(context, row);
  draw_plot(context, context.snapshot.of(context.view.measures.front()), row);
}

}  // namespace trust::viz
