#include "viz/plot/plot.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "viz/plot/decimate.hpp"

namespace trust::viz {
namespace {

constexpr float space_left = 58;   // for the numbers of the y axis
constexpr float space_below = 22;  // for those of the x axis
constexpr float space_right = 14;
constexpr float space_above = 10;
constexpr float pixels_per_x_tick = 70;
constexpr float pixels_per_y_tick = 34;

}  // namespace

Plot::Plot(ImDrawList* draw, TextPen& pen, ImVec2 low, ImVec2 high, Range x, Range y, const PlotColours& colours,
           float scale)
    : draw_(draw), pen_(&pen), x_(x), y_(y), colours_(colours), scale_(scale) {
  low_ = {std::round(low.x + space_left * scale), std::round(low.y + space_above * scale)};
  high_ = {std::max(low_.x + 1, std::round(high.x - space_right * scale)),
           std::max(low_.y + 1, std::round(high.y - space_below * scale))};
}

float Plot::x_of(double x) const { return low_.x + static_cast<float>((x - x_.low) / x_.width()) * (high_.x - low_.x); }

float Plot::y_of(double y) const {
  return high_.y - static_cast<float>((y - y_.low) / y_.width()) * (high_.y - low_.y);
}

void Plot::axes() {
  draw_->AddRectFilled(low_, high_, colours_.background);
  axis_y();
  axis_x();
  draw_->AddRect(low_, high_, colours_.frame, 0, 0, scale_);
}

void Plot::axis_x() {
  const float text_y = high_.y + 4 * scale_;
  const int most = std::max(2, static_cast<int>((high_.x - low_.x) / (pixels_per_x_tick * scale_)));
  const Ticks ticks = nice_ticks(x_, most);
  for (const double at : ticks.at) {
    const float x = std::round(x_of(at));
    draw_->AddLine({x, low_.y}, {x, high_.y}, colours_.grid, scale_);
    const std::string text = format_number(at, ticks.decimals);
    const float half = text_size(text).x / 2;
    pen_->write(draw_, {std::round(x - half), text_y}, colours_.text, text);
  }
}

void Plot::axis_y() {
  const int most = std::max(2, static_cast<int>((high_.y - low_.y) / (pixels_per_y_tick * scale_)));
  const Ticks ticks = nice_ticks(y_, most);
  for (const double at : ticks.at) {
    const float y = std::round(y_of(at));
    draw_->AddLine({low_.x, y}, {high_.x, y}, colours_.grid, scale_);
    const std::string text = format_number(at, ticks.decimals);
    const ImVec2 size = text_size(text);
    pen_->write(draw_, {std::round(low_.x - size.x - 7 * scale_), std::round(y - size.y / 2)}, colours_.text, text);
  }
}

std::size_t Plot::columns_for(std::size_t values) const {
  const double share = x_.width() > 0 ? static_cast<double>(values) / x_.width() : 1;
  return static_cast<std::size_t>(std::max(2.0, share * static_cast<double>(high_.x - low_.x)));
}

void Plot::band(std::span<const float> low, std::span<const float> high, ImU32 colour) {
  const std::size_t columns = columns_for(low.size());
  const auto lows = extents_per_column(low, columns);
  const auto highs = extents_per_column(high, columns);
  draw_->PushClipRect(low_, high_, true);
  const ImDrawListFlags flags = draw_->Flags;
  draw_->Flags &= ~ImDrawListFlags_AntiAliasedFill;  // soft edges would show as stripes between the pieces
  for (std::size_t i = 0; i + 1 < lows.size(); ++i) {
    const float from = x_of(static_cast<double>(lows[i].first));
    const float to = x_of(static_cast<double>(lows[i + 1].first));
    draw_->AddQuadFilled({from, y_of(highs[i].high)}, {to, y_of(highs[i + 1].high)}, {to, y_of(lows[i + 1].low)},
                         {from, y_of(lows[i].low)}, colour);
  }
  draw_->Flags = flags;
  draw_->PopClipRect();
}

void Plot::line(std::span<const float> values, ImU32 colour, float width) {
  std::vector<ImVec2> points;
  for (const Extent& extent : extents_per_column(values, columns_for(values.size()))) {
    const float x = x_of(static_cast<double>(extent.first));
    points.push_back({x, y_of(extent.low)});
    if (extent.high > extent.low) points.push_back({x, y_of(extent.high)});
  }
  draw_->PushClipRect({low_.x - 2 * scale_, low_.y}, {high_.x + 2 * scale_, high_.y}, true);
  draw_->AddPolyline(points.data(), static_cast<int>(points.size()), colour, 0, width * scale_);
  draw_->PopClipRect();
}

void Plot::upright(double x, ImU32 colour, float width) {
  const float at = std::round(x_of(x));
  draw_->AddLine({at, low_.y}, {at, high_.y}, colour, width * scale_);
}

void Plot::dot(double x, double y, ImU32 colour) {
  draw_->AddCircleFilled({x_of(x), y_of(y)}, 4 * scale_, colour);
  draw_->AddCircle({x_of(x), y_of(y)}, 4 * scale_, colours_.background, 0, 1.5F * scale_);
}

int Plot::day_at(ImVec2 pointer) const {
  if (pointer.x < low_.x || pointer.x > high_.x || pointer.y < low_.y || pointer.y > high_.y) return -1;
  const double share = static_cast<double>((pointer.x - low_.x) / (high_.x - low_.x));
  return static_cast<int>(std::lround(x_.low + share * x_.width()));
}

}  // namespace trust::viz
