#include "viz/panels/person_curve.hpp"

#include <algorithm>
#include <cmath>

#include "viz/panels/person_rows.hpp"
#include "viz/plot/ticks.hpp"

namespace trust::viz {
namespace {

// Lengths at scale 1.
constexpr float curve_height = 70;
constexpr float room_for_numbers = 34;
constexpr double least_range = 0.1;

struct Frame {
  ImVec2 low;
  ImVec2 high;
  int days;
  Range values;

  float x_of(int day) const {
    return low.x + (high.x - low.x) * static_cast<float>(day) / static_cast<float>(std::max(1, days));
  }
  float y_of(float value) const {
    return high.y - (high.y - low.y) * static_cast<float>((static_cast<double>(value) - values.low) / values.width());
  }
  int day_at(float x) const {
    const float share = (x - low.x) / std::max(1.0F, high.x - low.x);
    return std::clamp(static_cast<int>(std::lround(share * static_cast<float>(days))), 0, days);
  }
};

Range range_of(std::span<const float> one, std::span<const float> other) {
  double low = 1;
  double high = 0;
  for (const auto& values : {one, other}) {
    for (const float value : values) {
      if (std::isnan(value)) continue;
      low = std::min(low, static_cast<double>(value));
      high = std::max(high, static_cast<double>(value));
    }
  }
  if (high < low) return {0, 1};
  const Range padded = padded_range({low, high}, least_range);
  return {std::max(0.0, padded.low), std::min(1.0, padded.high)};
}

// A point a pixel at most: days share pixels in long runs.
void draw_line(const Frame& frame, std::span<const float> values, ImU32 colour, float width, ImDrawList* draw) {
  ImVec2 last{};
  bool has_last = false;
  for (std::size_t day = 0; day < values.size(); ++day) {
    if (std::isnan(values[day])) {
      has_last = false;
      continue;
    }
    const ImVec2 now{frame.x_of(static_cast<int>(day)), frame.y_of(values[day])};
    if (has_last && now.x - last.x < 1 && day + 1 < values.size()) continue;
    if (has_last) draw->AddLine(last, now, colour, width);
    last = now;
    has_last = true;
  }
}

void draw_numbers(PanelContext& context, const Frame& frame, ImDrawList* draw) {
  TextPen& pen = context.controls.pen();
  const float left = frame.low.x - context.theme.px(room_for_numbers);
  pen.write(draw, {left, frame.low.y}, context.theme.faint_text, trust_text(static_cast<float>(frame.values.high)));
  pen.write(draw, {left, frame.high.y - ImGui::GetFontSize()}, context.theme.faint_text,
            trust_text(static_cast<float>(frame.values.low)));
}

void tell_day(PanelContext& context, int day, std::span<const float> values, std::span<const float> baseline) {
  const auto d = static_cast<std::size_t>(day);
  std::string tip = "Day " + std::to_string(day);
  if (d < values.size() && !std::isnan(values[d])) tip += ": " + trust_text(values[d]);
  if (d < baseline.size() && !std::isnan(baseline[d])) tip += ", baseline " + trust_text(baseline[d]);
  context.controls.tip_on_hover(tip + ". Press to look at that day.");
}

}  // namespace

std::optional<int> draw_person_curve(PanelContext& context, std::span<const float> values,
                                     std::span<const float> baseline) {
  const Theme& theme = context.theme;
  const float width = ImGui::GetContentRegionAvail().x;
  const bool pressed = ImGui::InvisibleButton("##person curve", {width, theme.px(curve_height)});
  context.controls.name_item("person/curve");
  const ImVec2 low = ImGui::GetItemRectMin();
  const Frame frame{{low.x + theme.px(room_for_numbers), low.y},
                    ImGui::GetItemRectMax(),
                    context.snapshot.days,
                    range_of(values, baseline)};
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled(frame.low, frame.high, theme.canvas);
  draw_numbers(context, frame, draw);
  draw->PushClipRect(frame.low, frame.high, true);
  draw_line(frame, baseline, theme.baseline, theme.px(1.2F), draw);
  draw_line(frame, values, context.shown_arm() == Arm::baseline ? theme.baseline : theme.accent, theme.px(1.6F), draw);
  const float today = std::round(frame.x_of(context.snapshot.day));
  draw->AddLine({today, frame.low.y}, {today, frame.high.y}, theme.text, theme.px(1));
  draw->PopClipRect();
  draw->AddRect(frame.low, frame.high, theme.frame, 0, 0, theme.px(1));
  if (!ImGui::IsItemHovered()) return std::nullopt;
  const int day = frame.day_at(ImGui::GetIO().MousePos.x);
  tell_day(context, day, values, baseline);
  return pressed ? std::optional(day) : std::nullopt;
}

}  // namespace trust::viz
