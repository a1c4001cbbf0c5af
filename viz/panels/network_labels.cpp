#include "viz/panels/network_labels.hpp"

#include <algorithm>
#include <cmath>

#include "viz/panels/network_marks.hpp"

namespace trust::viz {
namespace {

constexpr float least_named_team = 34;  // pixels of radius
constexpr float least_named_person = 12;
constexpr float least_named_leader = 14;
constexpr std::size_t most_people_asked = 600;  // for a name; of more in sight nobody's would fit
constexpr std::size_t most_discs_in_the_way = 3000;

std::string mean_text(const NetworkContents& contents, float mean) {
  if (contents.colouring() != Colouring::difference) return format_number(static_cast<double>(mean), 2);
  return (mean > 0 ? "+" : "") + format_number(static_cast<double>(mean), 3);
}

class Labels {
 public:
  Labels(const Labelling& what, PanelContext& context, LabelPlacer& placer, ImDrawList* draw)
      : what_(what), contents_(what.contents), context_(context), placer_(placer), draw_(draw) {}

  void draw() {
    if (contents_.layout().shape == NetworkShape::circles) functions();
    if (what_.focus != no_seat) person(what_.focus, true);
    if (what_.people.size() <= most_discs_in_the_way) keep_discs_free();
    if (contents_.layout().shape == NetworkShape::circles && what_.detail != Detail::functions) teams();
    if (what_.people.size() <= most_discs_in_the_way && what_.focus == no_seat) people();
  }

 private:
  std::string name_with_mean(std::uint32_t function) const {
    const std::string name = spoken(contents_.organisation().functions[function]);
    if (is_grouped(contents_.colouring())) return name;
    const SeatRange range = contents_.layout().function_range[function];
    if (contents_.there(range) == 0) return name;  // nobody's mean is no number
    return name + "  " + mean_text(contents_, contents_.mean(range));
  }

  bool write(Point low, const std::string& text, ImU32 colour, bool backed) {
    const ImVec2 size = text_size(text);
    const Box place{low, {low.x + size.x, low.y + size.y}};
    if (text.empty() || !placer_.place(place)) return false;
    if (backed) {
      const float edge = context_.theme.px(2);
      draw_->AddRectFilled({low.x - edge, low.y}, {place.high.x + edge, place.high.y},
                           with_opacity(context_.theme.canvas, 0.78F), context_.theme.px(3));
    }
    context_.controls.pen().write(draw_, im(low), colour, text);
    return true;
  }

  // Above the circle: centred, but inside the canvas.
  Point above(const Circle& circle, const std::string& text) const {
    const ImVec2 size = text_size(text);
    const float gap = context_.theme.px(2);
    const float most_left = std::max(what_.canvas.low.x + gap, what_.canvas.high.x - gap - size.x);
    const float left = std::clamp(circle.centre.x - size.x / 2, what_.canvas.low.x + gap, most_left);
    return {std::round(left), std::round(circle.centre.y - circle.radius - size.y - gap)};
  }

  void functions() {
    const Layout& layout = contents_.layout();
    for (std::uint32_t i = 0; i < layout.functions.size(); ++i) {
      const Circle circle = what_.view.to_screen(layout.functions[i]);
      if (layout.functions[i].radius == 0 || !in_sight(circle, what_.canvas)) continue;
      context_.controls.name_box("function/" + contents_.organisation().functions[i], im(circle.centre - Point{3, 3}),
                                 im(circle.centre + Point{3, 3}));
      if (what_.detail == Detail::functions) {
        inside({circle.centre, circle.radius * function_core}, layout.function_range[i], name_with_mean(i));
        continue;
      }
      std::string text = name_with_mean(i);
      if (lies_over_another(i, above(circle, text), text)) text = spoken(contents_.organisation().functions[i]);
      if (write(above(circle, text), text, context_.theme.text, false)) continue;
      const std::string shorter = fit_text(spoken(contents_.organisation().functions[i]), 2 * circle.radius);
      if (!shorter.ends_with("...")) write(above(circle, shorter), shorter, context_.theme.text, false);
    }
  }

  bool lies_over_another(std::uint32_t function, Point low, const std::string& text) const {
    const ImVec2 size = text_size(text);
    for (std::uint32_t i = 0; i < contents_.layout().functions.size(); ++i) {
      const Circle other = what_.view.to_screen(contents_.layout().functions[i]);
      const Point nearest{std::clamp(other.centre.x, low.x, low.x + size.x),
                          std::clamp(other.centre.y, low.y, low.y + size.y)};
      if (i != function && other.radius > 0 && contains(other, nearest)) return true;
    }
    return false;
  }

  // Name and number of people in the middle of a disc.
  void inside(const Circle& circle, const SeatRange& range, const std::string& name) {
    const std::string count = format_number(contents_.there(range), 0) + " people";
    const float line = ImGui::GetFontSize();
    const float widest = std::max(text_size(name).x, text_size(count).x);
    if (widest > 1.8F * circle.radius) {
      write(above(circle, name), name, context_.theme.text, true);
      return;
    }
    const bool grey = is_grouped(contents_.colouring());
    const Colour disc = colour_of(contents_.colouring(), contents_.mean(range), contents_.difference_reach());
    const bool dark_text = grey ? !context_.theme.dark : luminance(disc) > 0.3F;
    const ImU32 colour = dark_text ? IM_COL32(20, 22, 26, 255) : IM_COL32(255, 255, 255, 255);
    const auto left = [&](const std::string& text) { return std::round(circle.centre.x - text_size(text).x / 2); };
    const float top = std::round(circle.centre.y - line);
    write({left(name), top}, name, colour, false);
    write({left(count), top + line + context_.theme.px(1)}, count, colour, false);
  }

  void teams() {
    const Layout& layout = contents_.layout();
    for (std::uint32_t i = 0; i < layout.teams.size(); ++i) {
      if (layout.teams[i].radius == 0) continue;
      const Circle circle = what_.view.to_screen(layout.teams[i]);
      if (circle.radius < context_.theme.px(least_named_team) || !in_sight(circle, what_.canvas)) continue;
      const std::string name = contents_.organisation().teams[i].name;
      if (what_.detail == Detail::teams) {
        inside(circle, layout.team_range[i], name);
      } else if (text_size(name).x <= 2.4F * circle.radius) {
        write(above(circle, name), name, context_.theme.faint_text, true);
      }
    }
  }

  bool person(Seat seat, bool always) {
    const Circle circle = what_.view.to_screen(contents_.layout().people[seat]);
    if (!in_sight(circle, what_.canvas)) return false;
    const std::string& name = contents_.organisation().people[seat].id;
    const ImVec2 size = text_size(name);
    const float gap = context_.theme.px(always ? 5 : 1);
    const float left = std::round(circle.centre.x - size.x / 2);
    const ImU32 colour = always ? context_.theme.text : context_.theme.faint_text;
    if (write({left, std::round(circle.centre.y + circle.radius + gap)}, name, colour, true)) return true;
    return always && write({left, std::round(circle.centre.y - circle.radius - gap - size.y)}, name, colour, true);
  }

  // Names of teams and people lie beside discs, not over them.
  void keep_discs_free() {
    const Layout& layout = contents_.layout();
    for (const Seat seat : what_.people) {
      const Circle circle = what_.view.to_screen(layout.people[seat]);
      placer_.block(
          {circle.centre - Point{circle.radius, circle.radius}, circle.centre + Point{circle.radius, circle.radius}});
    }
  }

  void people() {
    const Layout& layout = contents_.layout();
    const float pixels = what_.view.pixels / context_.theme.scale;
    if (pixels * leader_radius < least_named_leader) return;
    std::size_t asked = 0;
    for (const bool leaders : {true, false}) {
      if (!leaders && pixels * person_radius < least_named_person) break;
      for (const Seat seat : what_.people) {
        if ((layout.people[seat].radius > person_radius) != leaders) continue;
        if (++asked > most_people_asked) return;
        person(seat, false);
      }
    }
  }

  const Labelling& what_;
  const NetworkContents& contents_;
  PanelContext& context_;
  LabelPlacer& placer_;
  ImDrawList* draw_;
};

}  // namespace

void draw_labels(const Labelling& what, PanelContext& context, LabelPlacer& placer, ImDrawList* draw) {
  Labels(what, context, placer, draw).draw();
}

}  // namespace trust::viz
