#include "viz/panels/plot_stack.hpp"

#include <algorithm>
#include <cmath>

#include "sim/calendar.hpp"
#include "study/readable.hpp"
#include "viz/plot/imgui_painter.hpp"

namespace trust::viz {
namespace {

// Heights at scale 1.
constexpr float least_body = 70;
constexpr float least_difference = 46;
constexpr float roomy_body = 90;  // from here on there is room for the names of what begins
constexpr float difference_share = 0.62F;
constexpr float gap = 5;

float weight(const PlotContent& content) { return content.difference ? difference_share : 1; }

float least(const PlotContent& content) { return content.difference ? least_difference : least_body; }

// As the result card has it: a difference of 0.0002 is no zero.
std::string number(float value, bool difference) {
  return difference ? readable_change(static_cast<double>(value)) : readable(static_cast<double>(value));
}

bool has(const std::vector<float>& values, int day) { return static_cast<std::size_t>(day) < values.size(); }

float at(const std::vector<float>& values, int day) { return values[static_cast<std::size_t>(day)]; }

}  // namespace

void PlotStack::prepare(const PanelContext& context, float width, bool short_legends) {
  rows_.clear();
  marks_ = marks_of(context.snapshot, context.view);
  const bool differences = shows_differences(context.snapshot, context.view);
  for (std::size_t i = 0; i < context.view.measures.size(); ++i) {
    const auto add = [&](PlotContent content) {
      if (content.difference && content.lines.empty()) return;
      PlotHead head(context, content, i, width, short_legends);
      rows_.push_back({std::move(content), std::move(head), i});
    };
    add(measure_content(context.snapshot, context.view, context.view.measures[i]));
    if (differences) add(difference_content(context.snapshot, context.view, context.view.measures[i]));
  }
}

float PlotStack::least_height(const PanelContext& context) const {
  float height = 0;
  for (const Row& row : rows_) height += row.head.height() + context.theme.px(least(row.content) + gap);
  return height;
}

void PlotStack::draw(PanelContext& context, const Box& room, const DayAxis& axis, DayGestures& gestures,
                     std::optional<int> hovered) {
  float fixed = 0;
  float weights = 0;
  for (const Row& row : rows_) {
    fixed += row.head.height() + context.theme.px(gap);
    weights += weight(row.content);
  }
  const float spare = std::max(0.0F, room.height() - fixed);
  const bool scrolls = least_height(context) > room.height() + 0.5F;
  ImGui::SetCursorScreenPos({room.low.x, room.low.y});
  const ImGuiWindowFlags flags = ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse;
  if (ImGui::BeginChild("##stack", {room.width(), room.height()}, false, flags)) {
    context.controls.pen().scrolling(scrolls);
    const float left = ImGui::GetCursorScreenPos().x;
    float top = ImGui::GetCursorScreenPos().y;
    for (const Row& row : rows_) {
      const float body = scrolls ? context.theme.px(least(row.content)) : spare * weight(row.content) / weights;
      if (!row.head.draw(context, {left, top}, hidden_)) {
        context.view.measures.erase(context.view.measures.begin() + static_cast<std::ptrdiff_t>(row.index));
        break;
      }
      top += row.head.height();
      draw_row(context, row, top, top + body, axis, gestures, hovered);
      top += body + context.theme.px(gap);
    }
    context.controls.pen().scrolling(false);
  }
  ImGui::EndChild();
}

void PlotStack::draw_row(PanelContext& context, const Row& row, float top, float bottom, const DayAxis& axis,
                         DayGestures& gestures, std::optional<int> hovered) {
  const Theme& theme = context.theme;
  ImGuiPainter painter(ImGui::GetWindowDrawList(), context.controls.pen());
  float from = top;
  if (!row.content.difference && bottom - top >= theme.px(roomy_body) && !marks_.empty()) {
    write_marks(painter, axis, top, marks_, theme);
    from += ImGui::GetTextLineHeight() + theme.px(2);
  }
  Plot plot(painter, axis, from, bottom, value_axis(row.content, axis.days, hidden_), theme.plot(), theme.scale);
  ImGui::SetCursorScreenPos({axis.left, from});
  ImGui::InvisibleButton(("##plot" + std::to_string(row.index) + (row.content.difference ? "d" : "")).c_str(),
                         {axis.width(), std::max(1.0F, bottom - from)});
  context.controls.name_item((row.content.difference ? "difference/" : "plot/") + std::to_string(row.index));
  const bool pointed = ImGui::IsItemHovered();
  gestures.take(context, axis, pointed);
  plot.axes();
  draw_marks(plot, marks_, theme);
  draw_content(plot, row.content, hidden_, theme);
  plot.upright(gestures.day(context.snapshot), {theme.text, theme.px(1.5F)});
  if (hovered) {
    plot.upright(*hovered, {theme.faint_text, theme.px(1)});
    for (const PlotLine& line : row.content.lines) {
      if (hidden_.contains(line.key) || !has(line.values, *hovered)) continue;
      plot.dot(*hovered, static_cast<double>(at(line.values, *hovered)), colours_of(theme, line.ink).line);
    }
  }
  plot.frame();
  const float y = plot.inside().low.y;
  gestures.draw_box(context, axis, y, plot.inside().high.y);
  if (pointed && context.view.hovered_day && !gestures.dragging()) read_out(context, *context.view.hovered_day);
}

// Everything that is known of the day, of all plots.
void PlotStack::read_out(const PanelContext& context, int day) const {
  const bool any = std::any_of(rows_.begin(), rows_.end(), [&](const Row& row) {
    return std::any_of(row.content.lines.begin(), row.content.lines.end(),
                       [&](const PlotLine& line) { return has(line.values, day); });
  });
  const bool begins = std::any_of(marks_.begin(), marks_.end(), [&](const DayMark& mark) { return mark.day == day; });
  if (!any && !begins) return;
  ImGui::BeginTooltip();
  ImGui::TextUnformatted(("Day " + std::to_string(day) + ", week " + std::to_string(calendar::week_of(day))).c_str());
  for (const DayMark& mark : marks_) {
    if (mark.day == day) ImGui::TextUnformatted(("Begins: " + mark.name).c_str());
  }
  for (const Row& row : rows_) read_out_of(context, row, day);
  ImGui::EndTooltip();
}

void PlotStack::read_out_of(const PanelContext& context, const Row& row, int day) const {
  const std::string label(measure_row(row.content.measure).label);
  ImGui::Spacing();
  ImGui::PushStyleColor(ImGuiCol_Text, context.theme.faint_text);
  ImGui::TextUnformatted((label + (row.content.difference ? ", what-if minus baseline" : "")).c_str());
  ImGui::PopStyleColor();
  const auto text = [&](float value) { return number(value, row.content.difference); };
  for (const PlotLine& line : row.content.lines) {
    if (hidden_.contains(line.key) || !has(line.values, day)) continue;
    ImGui::PushStyleColor(ImGuiCol_Text, colours_of(context.theme, line.ink).line);
    ImGui::TextUnformatted((text(at(line.values, day)) + "  " + line.name).c_str());
    ImGui::PopStyleColor();
    for (const PlotBand& band : line.bands) {
      if (hidden_.contains(band.key) || !has(band.low, day) || !has(band.high, day)) continue;
      ImGui::TextUnformatted(
          ("     " + text(at(band.low, day)) + " to " + text(at(band.high, day)) + "  " + band.name).c_str());
    }
  }
}

}  // namespace trust::viz
