#include "viz/plot/plot.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "viz/plot/decimate.hpp"

namespace trust::viz {
namespace {

constexpr float pixels_per_x_tick = 70;
constexpr float pixels_per_y_tick = 32;
constexpr int days_per_week = 5;
constexpr float far_away = 1e5F;  // pixels: what lies further off is drawn there

int most_ticks(float pixels, float each) { return std::max(2, static_cast<int>(pixels / each)); }

Ticks ticks_of(const DayAxis& axis, float scale) {
  return whole_ticks(axis.days, most_ticks(axis.width(), pixels_per_x_tick * scale));
}

}  // namespace

Plot::Plot(Painter& painter, const DayAxis& axis, float top, float bottom, Range y, const PlotColours& colours,
           float scale)
    : painter_(&painter), axis_(axis), y_(y), colours_(colours), scale_(scale) {
  inside_ = {{axis.left, std::round(top)}, {axis.right, std::max(std::round(top) + 1, std::round(bottom))}};
}

float Plot::y_of(double y) const {
  const double share = (y - y_.low) / y_.width();
  return std::clamp(inside_.high.y - static_cast<float>(share) * inside_.height(), -far_away, far_away);
}

void Plot::axes(bool counts) {
  painter_->fill(inside_, colours_.background);
  for (const double at : ticks_of(axis_, scale_).at) {
    const float x = std::round(x_of(at));
    const Point line[] = {{x, inside_.low.y}, {x, inside_.high.y}};
    painter_->polyline(line, {colours_.grid, scale_});
  }
  const int most = most_ticks(inside_.height(), pixels_per_y_tick * scale_);
  const Ticks ticks = counts ? whole_ticks(y_, most) : nice_ticks(y_, most);
  const float high = painter_->text_height();
  float free_below = inside_.high.y + high / 2;  // ticks come from the lowest up
  for (const double at : ticks.at) {
    const float y = std::round(y_of(at));
    const Point line[] = {{inside_.low.x, y}, {inside_.high.x, y}};
    painter_->polyline(line, {colours_.grid, scale_});
    const float top = std::clamp(y - high / 2, inside_.low.y - 2 * scale_, inside_.high.y - high + 2 * scale_);
    if (top + high > free_below || inside_.height() < high) continue;
    painter_->text({inside_.low.x - 7 * scale_, top}, Anchor::end, colours_.text, format_number(at, ticks.decimals));
    free_below = top;
  }
}

void Plot::frame() { painter_->frame(inside_, {colours_.frame, scale_}); }

void Plot::zero_line() {
  if (y_.low > 0 || y_.high < 0) return;
  const float y = std::round(y_of(0));
  const Point line[] = {{inside_.low.x, y}, {inside_.high.x, y}};
  painter_->polyline(line, {colours_.text, scale_});
}

void Plot::band(std::span<const float> low, std::span<const float> high, PlotColour colour) {
  const std::size_t count = std::min(low.size(), high.size());
  const IndexRange which = visible_indexes(count, axis_.days);
  const std::size_t run = days_per_column(axis_.days, static_cast<double>(axis_.width()));
  const auto lows = extents_of_runs(low.first(count), which, run);
  const auto highs = extents_of_runs(high.first(count), which, run);
  std::vector<Point> upper;
  std::vector<Point> lower;
  const Clipped clipped(*painter_, inside_);
  const auto flush = [&] {
    painter_->area(upper, lower, colour);
    upper.clear();
    lower.clear();
  };
  for (std::size_t i = 0; i < std::min(lows.size(), highs.size()); ++i) {
    if (std::isnan(lows[i].low) || std::isnan(highs[i].high)) {
      flush();
      continue;
    }
    const float x = x_of(static_cast<double>(lows[i].first));
    upper.push_back({x, y_of(static_cast<double>(highs[i].high))});
    lower.push_back({x, y_of(static_cast<double>(lows[i].low))});
  }
  flush();
}

void Plot::line(std::span<const float> values, const Stroke& stroke) {
  const IndexRange which = visible_indexes(values.size(), axis_.days);
  const std::size_t run = days_per_column(axis_.days, static_cast<double>(axis_.width()));
  std::vector<Point> points;
  const Clipped clipped(*painter_, inside_);
  for (const Extent& extent : extents_of_runs(values, which, run)) {
    if (std::isnan(extent.low)) {
      painter_->polyline(points, stroke);
      points.clear();
      continue;
    }
    const float x = x_of(static_cast<double>(extent.first));
    const auto add = [&](float value) { points.push_back({x, y_of(static_cast<double>(value))}); };
    add(extent.start);
    if (extent.high > extent.low) {
      add(extent.low);
      add(extent.high);
    }
  }
  painter_->polyline(points, stroke);
}

void Plot::bars(const Histogram& histogram, PlotColour colour, bool ghost) {
  const Clipped clipped(*painter_, {inside_.low - Point{1, 1}, inside_.high + Point{1, 1}});
  std::vector<Point> outline{{x_of(histogram.range.low), y_of(0)}};
  const auto outline_to = [&](Point point) {
    if (!(point == outline.back())) outline.push_back(point);  // a painter cannot turn a corner on the spot
  };
  for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin) {
    const Range where = histogram.class_of(bin);
    const float top = y_of(static_cast<double>(histogram.counts[bin]));
    const float left = x_of(where.low);
    const float right = x_of(where.high);
    if (!ghost && histogram.counts[bin] > 0) {
      painter_->fill({{left + scale_ / 2, std::min(top, y_of(0) - scale_)}, {right - scale_ / 2, y_of(0)}}, colour);
    }
    outline_to({left, top});
    outline_to({right, top});
  }
  outline_to({x_of(histogram.range.high), y_of(0)});
  if (ghost) painter_->polyline(outline, {colour, 1.5F * scale_});
}

void Plot::upright(double x, const Stroke& stroke) {
  if (!axis_.shows(x)) return;
  const float at = std::round(x_of(x));
  const Point line[] = {{at, inside_.low.y}, {at, inside_.high.y}};
  painter_->polyline(line, stroke);
}

void Plot::dot(double x, double y, PlotColour colour) {
  if (!axis_.shows(x) || !std::isfinite(y)) return;
  const Point at{x_of(x), y_of(y)};
  if (at.y < inside_.low.y || at.y > inside_.high.y) return;
  painter_->disc(at, 5 * scale_, colours_.background);
  painter_->disc(at, 3.5F * scale_, colour);
}

void write_days(Painter& painter, const DayAxis& axis, float top, bool weeks, const PlotColours& colours, float scale) {
  const Ticks ticks = ticks_of(axis, scale);
  const bool whole_weeks = std::all_of(ticks.at.begin(), ticks.at.end(),
                                       [](double day) { return static_cast<long long>(day) % days_per_week == 0; });
  const auto write = [&](double day, double number, float y) {
    const std::string text = format_number(number, 0);
    const float half = painter.text_width(text) / 2;
    const float x = std::min(axis.x_of(day), axis.right + space_right_of_plots * scale - half - 1);
    painter.text({x, y}, Anchor::middle, colours.text, text);
  };
  for (const double day : ticks.at) {
    write(day, day, top);
    if (weeks && whole_weeks) write(day, day / days_per_week, top + painter.text_height());
  }
  const float left = axis.left - 26 * scale;
  painter.text({left, top}, Anchor::end, colours.text, "Day");
  if (weeks && whole_weeks) painter.text({left, top + painter.text_height()}, Anchor::end, colours.text, "Week");
}

}  // namespace trust::viz
