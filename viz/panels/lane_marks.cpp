#include "viz/panels/lane_marks.hpp"

#include <algorithm>
#include <cmath>

#include "viz/panels/plot_drawing.hpp"

namespace trust::viz {
namespace {

constexpr float least_bar = 7;  // pixels at scale 1
constexpr float once_size = 13;
constexpr float hatch = 6;

ImVec2 vec(Point p) { return {p.x, p.y}; }

PlotColour colour_of(const Lane& lane, const Theme& theme, bool fixed) {
  if (lane.by_hand) return theme.change;
  if (fixed || (lane.of_baseline && !lane.changed)) return theme.baseline;
  return theme.accent;
}

std::string percent(float strength) { return std::to_string(std::lround(strength * 100)) + " %"; }

// Upright strokes, so that a shock can be told from an intervention without colour.
void draw_hatch(ImDrawList* draw, const Box& bar, PlotColour colour, float step) {
  draw->PushClipRect(vec(bar.low), vec(bar.high), true);
  for (float x = bar.low.x - bar.height(); x < bar.high.x; x += step) {
    draw->AddLine({x, bar.high.y}, {x + bar.height(), bar.low.y}, colour, step * 0.22F);
  }
  draw->PopClipRect();
}

void draw_once(ImDrawList* draw, const Box& bar, PlotColour colour, bool shock, bool on, float width) {
  const ImVec2 middle{(bar.low.x + bar.high.x) / 2, (bar.low.y + bar.high.y) / 2};
  const float r = bar.height() / 2;
  if (!shock) {
    if (on) draw->AddCircleFilled(middle, r, faded(colour, 0.55F));
    draw->AddCircle(middle, r, colour, 0, width);
    return;
  }
  const ImVec2 corners[] = {
      {middle.x, middle.y - r}, {middle.x + r, middle.y}, {middle.x, middle.y + r}, {middle.x - r, middle.y}};
  if (on) draw->AddConvexPolyFilled(corners, 4, faded(colour, 0.55F));
  draw->AddPolyline(corners, 4, colour, ImDrawFlags_Closed, width);
}

// Inside the bar where it fits, else beside it, else nothing: the tip has it all.
void write_name(PanelContext& context, const Lane& lane, const Box& bar, const DayAxis& axis) {
  const Theme& theme = context.theme;
  const float gap = theme.px(6);
  const float y = std::round((bar.low.y + bar.high.y - ImGui::GetFontSize()) / 2);
  const ImU32 ink = lane.on ? theme.text : theme.faint_text;
  const std::string name = title_of(lane);
  const std::string longer = lane.has_strength ? name + ", " + percent(lane.strength) : name;
  const std::string off = lane.on ? "" : " (off)";
  for (const std::string& text : {longer + off, name + off, name}) {
    const float width = text_size(text).x;
    const float low = std::max(bar.low.x, axis.left);
    const float high = std::min(bar.high.x, axis.right);
    std::optional<float> left;
    if (!lane.once && high - low >= width + 2 * gap)
      left = low + gap;
    else if (high + gap + width <= axis.right)
      left = std::max(high, axis.left) + gap;
    else if (low - gap - width >= axis.left)
      left = std::min(low, axis.right) - gap - width;
    if (!left) continue;
    context.controls.pen().write(ImGui::GetWindowDrawList(), {std::round(*left), y}, ink, text);
    return;
  }
}

}  // namespace

Box bar_of(const LaneSpan& span, bool once, const DayAxis& axis, float top, float height, float scale) {
  if (once) {
    const float middle = axis.x_of(span.first);
    const float half = once_size * scale / 2;
    const float y = top + height / 2;
    return {{middle - half, y - half}, {middle + half, y + half}};
  }
  const float left = axis.x_of(span.first - 0.5);  // a day is as wide as the way to the next
  const float right = axis.x_of(span.last + 0.5);
  const float spare = std::max(0.0F, (least_bar * scale - (right - left)) / 2);
  const float inset = std::round(height * 0.12F);
  return {{left - spare, top + inset}, {right + spare, top + height - inset}};
}

void draw_lane_bar(PanelContext& context, const Lane& lane, const Box& bar, const DayAxis& axis, bool selected,
                   bool fixed) {
  const Theme& theme = context.theme;
  ImDrawList* draw = ImGui::GetWindowDrawList();
  const PlotColour colour = colour_of(lane, theme, fixed);
  const bool shock = is_shock(lane);
  const float width = theme.px(selected ? 2 : 1);
  const float over = lane.once ? theme.px(8) : 0;
  draw->PushClipRect({axis.left - over, bar.low.y - 2}, {axis.right + over, bar.high.y + 2}, true);
  if (lane.once) {
    draw_once(draw, bar, colour, shock, lane.on, width);
  } else {
    const float round = theme.px(3);
    if (lane.on) draw->AddRectFilled(vec(bar.low), vec(bar.high), faded(colour, shock ? 0.12F : 0.28F), round);
    if (lane.on && shock) draw_hatch(draw, bar, faded(colour, 0.5F), theme.px(hatch));
    draw->AddRect(vec(bar.low), vec(bar.high), lane.on ? colour : faded(colour, 0.6F), round, 0, width);
  }
  draw->PopClipRect();
  write_name(context, lane, bar, axis);
}

void draw_lane_ghost(PanelContext& context, const Box& bar) {
  const Theme& theme = context.theme;
  const float y = bar.high.y + theme.px(1);
  ImGui::GetWindowDrawList()->AddLine({bar.low.x, y}, {bar.high.x, y}, theme.baseline, theme.px(2.5F));
}

void lane_tip(PanelContext& context, const Lane& lane, const LaneSpan& span, bool fixed) {
  ImGui::BeginTooltip();
  ImGui::PushTextWrapPos(context.theme.px(340));
  const auto say = [](const std::string& text) {
    if (!text.empty()) ImGui::TextUnformatted(text.c_str());
  };
  say(title_of(lane));
  say(lane.sentence);
  const std::string first = std::to_string(span.first);
  say(lane.once ? "On day " + first
                : "From day " + first + " to day " + std::to_string(span.last) +
                      (lane.open_end ? ", the end of the run" : ""));
  if (!lane.who.empty()) say("For " + lane.who);
  if (lane.has_strength) say("Strength " + percent(lane.strength));
  if (!lane.on) say("Switched off");
  ImGui::PushStyleColor(ImGuiCol_Text, context.theme.faint_text);
  if (lane.by_hand)
    say("A lever that was moved by hand");
  else if (fixed)
    say("Of the baseline, which stays as its file has it");
  else if (!lane.of_baseline)
    say("Your own: the baseline has nothing of the kind");
  else
    say(lane.changed ? "The baseline has it otherwise (grey line)" : "As the baseline has it");
  if (!fixed) {
    say(lane.once ? "Drag: move. Right click: more. Delete: remove."
                  : "Drag: move; an end: stretch. Right click: more. Delete: remove.");
    if (lane.has_strength) say("Once it is clicked, the wheel changes its strength.");
  }
  ImGui::PopStyleColor();
  ImGui::PopTextWrapPos();
  ImGui::EndTooltip();
}

}  // namespace trust::viz
