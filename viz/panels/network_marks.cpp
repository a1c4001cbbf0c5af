#include "viz/panels/network_marks.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string>
#include <vector>

namespace trust::viz {
namespace {

constexpr float least_person_radius = 1.6F;    // in pixels; below it a team is drawn as one disc
constexpr float least_outlined_radius = 3.5F;  // an outline on a smaller disc would swallow its colour

ImVec2 im(Point p) { return {p.x, p.y}; }

bool in_sight(const Circle& circle, const Box& canvas) {
  const float r = circle.radius;
  return circle.centre.x + r >= canvas.low.x && circle.centre.x - r <= canvas.high.x &&
         circle.centre.y + r >= canvas.low.y && circle.centre.y - r <= canvas.high.y;
}

void draw_disc(const Circle& circle, ImU32 colour, ImDrawList* draw) {
  if (circle.radius >= 1.5F) {
    draw->AddCircleFilled(im(circle.centre), circle.radius, colour);
    return;
  }
  const float half = std::max(0.5F, circle.radius * 0.9F);  // too small for a disc: a dot
  draw->AddRectFilled({circle.centre.x - half, circle.centre.y - half},
                      {circle.centre.x + half, circle.centre.y + half}, colour);
}

float mean_of(std::span<const float> values, std::span<const Seat> seats) {
  double sum = 0;
  for (const Seat seat : seats) sum += static_cast<double>(values[seat]);
  return seats.empty() ? 0.0F : static_cast<float>(sum / static_cast<double>(seats.size()));
}

void draw_person(const Marks& marks, const Theme& theme, Seat seat, ImDrawList* draw) {
  const Circle circle = marks.view.to_screen(marks.layout.people[seat]);
  const bool faded = marks.in_focus != no_seat && seat != marks.in_focus && !marks.near_focus[seat];
  const float opacity = faded ? 0.22F : 1.0F;
  draw_disc(circle, to_imgui(colour_of(marks.colouring, marks.values[seat]), opacity), draw);
  if (circle.radius < least_outlined_radius || faded) return;
  const bool focus = seat == marks.in_focus;
  draw->AddCircle(im(circle.centre), circle.radius, focus ? theme.text : theme.node_edge, 0,
                  theme.px(focus ? 2.5F : 1.0F));
}

std::string name_with_mean(const Marks& marks, std::uint32_t function) {
  std::string name = marks.organisation.functions[function];
  if (!name.empty()) name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
  if (marks.colouring == Colouring::team) return name;
  double sum = 0;
  std::size_t count = 0;
  for (const std::uint32_t team : marks.layout.in_function[function]) {
    for (const Seat seat : marks.layout.members[team]) sum += static_cast<double>(marks.values[seat]);
    count += marks.layout.members[team].size();
  }
  return name + "  " + format_number(sum / static_cast<double>(std::max<std::size_t>(count, 1)), 2);
}

}  // namespace

void draw_discs(const Marks& marks, const Theme& theme, ImDrawList* draw) {
  for (const Circle& function : marks.layout.functions) {
    if (function.radius == 0) continue;
    const Circle circle = marks.view.to_screen(function);
    draw->AddCircleFilled(im(circle.centre), circle.radius, theme.function_disc, 96);
    draw->AddCircle(im(circle.centre), circle.radius, theme.frame, 96, theme.px(1));
  }
  if (marks.view.pixels * person_radius < least_person_radius) return;  // teams come as coloured discs then
  for (const Circle& team : marks.layout.teams) {
    const Circle circle = marks.view.to_screen(team);
    if (team.radius > 0 && in_sight(circle, marks.canvas)) draw_disc(circle, theme.team_disc, draw);
  }
}

void draw_people(const Marks& marks, const Theme& theme, ImDrawList* draw) {
  const bool near = marks.view.pixels * person_radius >= least_person_radius;
  for (std::size_t team = 0; team < marks.layout.teams.size(); ++team) {
    const Circle circle = marks.view.to_screen(marks.layout.teams[team]);
    const auto& members = marks.layout.members[team];
    if (members.empty() || !in_sight(circle, marks.canvas)) continue;
    if (near) {
      for (const Seat seat : members) draw_person(marks, theme, seat, draw);
    } else {
      const float value =
          marks.colouring == Colouring::team ? static_cast<float>(team) : mean_of(marks.values, members);
      draw_disc(circle, to_imgui(colour_of(marks.colouring, value)), draw);
    }
  }
}

namespace {

bool overlap(const Box& a, const Box& b) {
  return a.low.x < b.high.x && b.low.x < a.high.x && a.low.y < b.high.y && b.low.y < a.high.y;
}

// Where a line of text stands above a circle: centred, but inside the canvas.
Box above(const Circle& circle, const std::string& text, const Box& canvas, float gap) {
  const ImVec2 size = text_size(text);
  const float most_left = std::max(canvas.low.x + gap, canvas.high.x - gap - size.x);
  const float left = std::clamp(circle.centre.x - size.x / 2, canvas.low.x + gap, most_left);
  const Point low{std::round(left), std::round(circle.centre.y - circle.radius - size.y - gap)};
  return {low, {low.x + size.x, low.y + size.y}};
}

}  // namespace

void draw_names(const Marks& marks, const Theme& theme, ImDrawList* draw, TextPen& pen) {
  std::vector<Box> taken;
  for (std::uint32_t function = 0; function < marks.layout.functions.size(); ++function) {
    if (marks.layout.functions[function].radius == 0) continue;
    const Circle circle = marks.view.to_screen(marks.layout.functions[function]);
    if (!in_sight(circle, marks.canvas)) continue;
    std::string text = name_with_mean(marks, function);
    const auto collides = [&](const Box& place) {
      return std::any_of(taken.begin(), taken.end(), [&](const Box& other) { return overlap(place, other); });
    };
    Box place = above(circle, text, marks.canvas, theme.px(2));
    if (collides(place)) {
      text = fit_text(text, 2 * circle.radius);
      place = above(circle, text, marks.canvas, theme.px(2));
    }
    const bool inside =
        place.low.y >= marks.canvas.low.y && place.high.y <= marks.canvas.high.y && place.high.x <= marks.canvas.high.x;
    if (!inside || collides(place)) continue;
    pen.write(draw, {place.low.x, place.low.y}, theme.text, text);
    taken.push_back(place);
  }
}

void draw_legend(const Marks& marks, const Theme& theme, ImDrawList* draw, TextPen& pen) {
  if (marks.colouring == Colouring::team) return;
  const ColouringRow& row = colouring_row(marks.colouring);
  const float width = theme.px(150);
  const float height = theme.px(9);
  const float line = ImGui::GetFontSize();
  const float left = std::round(marks.canvas.low.x + theme.px(12));
  const float top = std::round(marks.canvas.high.y - theme.px(14) - line - height);
  const float room = text_size(row.low_label).x + text_size(row.high_label).x + theme.px(80);
  if (top < marks.canvas.low.y || left + std::max(width, room) > marks.canvas.high.x) return;
  constexpr int pieces = 50;
  for (int i = 0; i < pieces; ++i) {
    const float share = (static_cast<float>(i) + 0.5F) / pieces;
    const float from = std::round(left + width * static_cast<float>(i) / pieces);
    const float to = std::round(left + width * static_cast<float>(i + 1) / pieces);
    draw->AddRectFilled({from, top}, {to, top + height},
                        to_imgui(colour_of(marks.colouring, row.low + share * (row.high - row.low))));
  }
  draw->AddRect({left, top}, {left + width, top + height}, theme.frame);
  const float text_y = top + height + theme.px(4);
  const std::string low = format_number(static_cast<double>(row.low), 1) + " " + std::string(row.low_label);
  const std::string high = format_number(static_cast<double>(row.high), 1) + " " + std::string(row.high_label);
  pen.write(draw, {left, text_y}, theme.faint_text, low);
  const float high_left = std::max(left + width - text_size(high).x, left + text_size(low).x + theme.px(10));
  pen.write(draw, {std::round(high_left), text_y}, theme.faint_text, high);
}

}  // namespace trust::viz
