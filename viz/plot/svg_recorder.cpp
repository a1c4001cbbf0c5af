#include "viz/plot/svg_recorder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace trust::viz {
namespace {

constexpr double opaque = 255;
constexpr float pixels_per_letter = 7.2F;  // of a plain font of 14 pixels, rather more than less

// Finite, two decimals at most, no negative zero.
std::string number(float value) {
  if (!std::isfinite(value)) return "0";
  std::string text = fmt::format("{:.2f}", static_cast<double>(std::clamp(value, -1e7F, 1e7F)));
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
}

std::string points_of(std::span<const Point> points) {
  std::string text;
  for (const Point& p : points) text += (text.empty() ? "" : " ") + number(p.x) + "," + number(p.y);
  return text;
}

std::string paint(const char* what, PlotColour colour) {
  const PlotColour opacity = colour >> 24;
  std::string text =
      fmt::format(" {}=\"#{:02x}{:02x}{:02x}\"", what, colour & 255u, colour >> 8 & 255u, colour >> 16 & 255u);
  if (opacity < 255) text += fmt::format(" {}-opacity=\"{:.3f}\"", what, opacity / opaque);
  return text;
}

std::string drawn_with(const Stroke& stroke) {
  std::string text =
      " fill=\"none\"" + paint("stroke", stroke.colour) + " stroke-width=\"" + number(stroke.width) + "\"";
  if (stroke.dash == Dash::dashed) {
    text += " stroke-dasharray=\"" + number(4 * stroke.width) + " " + number(3 * stroke.width) + "\"";
  }
  return text;
}

std::string place_of(const Box& box) {
  return fmt::format(" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", number(box.low.x), number(box.low.y),
                     number(std::max(0.0F, box.width())), number(std::max(0.0F, box.height())));
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char letter : text) {
    if (letter == '&')
      safe += "&amp;";
    else if (letter == '<')
      safe += "&lt;";
    else if (letter == '>')
      safe += "&gt;";
    else if (letter == '"')
      safe += "&quot;";
    else if (static_cast<unsigned char>(letter) >= 32 || letter == '\t' || letter == '\n')
      safe += letter;
  }
  return safe;
}

SvgRecorder::SvgRecorder(float width, float height, PlotColour background, std::string_view title) {
  body_ = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" "
      "font-family=\"Inter, Helvetica, Arial, sans-serif\" font-size=\"14\">\n<title>{2}</title>\n",
      number(width), number(height), escaped(title));
  fill({{0, 0}, {width, height}}, background);
}

void SvgRecorder::polyline(std::span<const Point> points, const Stroke& stroke) {
  if (points.size() < 2) return;
  body_ += "<polyline points=\"" + points_of(points) + "\"" + drawn_with(stroke) + "/>\n";
}

void SvgRecorder::area(std::span<const Point> upper, std::span<const Point> lower, PlotColour colour) {
  const std::size_t count = std::min(upper.size(), lower.size());
  if (count < 2) return;
  std::vector<Point> around(upper.begin(), upper.begin() + static_cast<std::ptrdiff_t>(count));
  for (std::size_t i = count; i-- > 0;) around.push_back(lower[i]);
  body_ += "<polygon points=\"" + points_of(around) + "\"" + paint("fill", colour) + "/>\n";
}

void SvgRecorder::fill(const Box& box, PlotColour colour) {
  body_ += "<rect" + place_of(box) + paint("fill", colour) + "/>\n";
}

void SvgRecorder::frame(const Box& box, const Stroke& stroke) {
  body_ += "<rect" + place_of(box) + drawn_with(stroke) + "/>\n";
}

void SvgRecorder::disc(Point middle, float radius, PlotColour colour) {
  body_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>\n", number(middle.x), number(middle.y), number(radius),
                       paint("fill", colour));
}

void SvgRecorder::text(Point at, Anchor anchor, PlotColour colour, std::string_view text) {
  const char* where = anchor == Anchor::start ? "start" : anchor == Anchor::middle ? "middle" : "end";
  body_ += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\"{}>{}</text>\n", number(at.x),
                       number(at.y + 0.8F * text_height()), where, paint("fill", colour), escaped(text));
}

float SvgRecorder::text_width(std::string_view text) const {
  const auto letters =
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; });
  return pixels_per_letter * static_cast<float>(letters);
}

void SvgRecorder::clip(const Box& box) {
  ++clips_;
  body_ += fmt::format("<clipPath id=\"clip-{0}\"><rect{1}/></clipPath>\n<g clip-path=\"url(#clip-{0})\">\n", clips_,
                       place_of(box));
}

void SvgRecorder::unclip() { body_ += "</g>\n"; }
void SvgRecorder::begin_group(std::string_view name) { body_ += "<g aria-label=\"" + escaped(name) + "\">\n"; }
void SvgRecorder::end_group() { body_ += "</g>\n"; }

}  // namespace trust::viz
