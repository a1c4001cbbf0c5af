#include "viz/panels/network_legend.hpp"

#include <algorithm>
#include <cmath>

#include "viz/panels/network_marks.hpp"

namespace trust::viz {
namespace {

constexpr int pieces = 30;  // of each half of a scale
// Lengths at scale 1.
constexpr float half_scale = 80;
constexpr float scale_height = 10;
constexpr float outside = 6;  // from the canvas
constexpr float inside = 5;   // from the legend's edge

struct Scale {
  float low, high;
  std::string low_text, middle_text, high_text;
};

std::string plain(float value, int decimals) { return format_number(static_cast<double>(value), decimals); }

Scale scale_of(const NetworkContents& contents) {
  const ColouringRow& row = colouring_row(contents.colouring());
  if (contents.colouring() == Colouring::difference) {
    const float reach = contents.difference_reach();
    return {-reach, reach, plain(-reach, 2) + " less", "0", "+" + plain(reach, 2) + " more"};
  }
  return {row.low, row.high, plain(row.low, 1) + " " + std::string(row.low_label), plain((row.low + row.high) / 2, 1),
          plain(row.high, 1) + " " + std::string(row.high_label)};
}

// The roles that somebody has, as many as there are different colours for.
std::vector<std::uint32_t> roles_to_name(const Organisation& organisation) {
  std::vector<std::uint8_t> had(organisation.roles.size(), 0);
  for (const Person& person : organisation.people) had[person.role] = 1;
  std::vector<std::uint32_t> roles;
  for (std::uint32_t role = 0; role < had.size() && roles.size() < 8; ++role) {
    if (had[role]) roles.push_back(role);
  }
  return roles;
}

class Legend {
 public:
  Legend(const NetworkContents& contents, PanelContext& context, const Box& canvas, ImDrawList* draw)
      : contents_(contents), context_(context), canvas_(canvas), draw_(draw), theme_(context.theme) {}

  Box draw() {
    if (contents_.colouring() == Colouring::role) return draw_roles();
    if (contents_.colouring() == Colouring::team) return draw_sentence();
    return draw_scale();
  }

 private:
  // Somewhere to write, or an empty box where the canvas is too small for it.
  Box open(float width, float height) {
    const float gap = theme_.px(outside);
    const float pad = theme_.px(inside);
    const Point low{std::round(canvas_.low.x + gap), std::round(canvas_.high.y - gap - height - 2 * pad)};
    const Box box{low, {low.x + width + 2 * pad, low.y + height + 2 * pad}};
    if (box.high.x > canvas_.high.x || box.low.y < canvas_.low.y) return {};
    draw_->AddRectFilled(im(box.low), im(box.high), with_opacity(theme_.canvas, 0.92F), theme_.px(4));
    draw_->AddRect(im(box.low), im(box.high), theme_.frame, theme_.px(4));
    context_.controls.name_box("legend", im(box.low), im(box.high));
    return box;
  }

  void write(Point at, const std::string& text, ImU32 colour) {
    context_.controls.pen().write(draw_, {std::round(at.x), std::round(at.y)}, colour, text);
  }

  // One line: lower end, one half of the scale, the middle, the other half, upper end.
  Box draw_scale() {
    const Scale scale = scale_of(contents_);
    const float gap = theme_.px(7);
    const std::string title = std::string(colouring_row(contents_.colouring()).label) + ":";
    const float texts = text_size(title).x + text_size(scale.low_text).x + text_size(scale.middle_text).x +
                        text_size(scale.high_text).x + 6 * gap;
    const float room = canvas_.width() - theme_.px(2 * outside + 2 * inside) - texts;
    const float half = std::min(theme_.px(half_scale), room / 2);
    if (half < theme_.px(20)) return {};
    const Box box = open(texts + 2 * half, ImGui::GetFontSize());
    if (box.width() <= 0) return box;
    Point at{box.low.x + theme_.px(inside), box.low.y + theme_.px(inside)};
    const auto text = [&](const std::string& words, ImU32 colour) {
      write(at, words, colour);
      at.x += text_size(words).x + gap;
    };
    text(title, theme_.text);
    text(scale.low_text, theme_.faint_text);
    draw_half(at, half, scale.low, (scale.low + scale.high) / 2);
    at.x += half + gap;
    text(scale.middle_text, theme_.faint_text);
    draw_half(at, half, (scale.low + scale.high) / 2, scale.high);
    at.x += half + gap;
    text(scale.high_text, theme_.faint_text);
    return box;
  }

  void draw_half(Point at, float width, float from, float to) {
    const float top = std::round(at.y + (ImGui::GetFontSize() - theme_.px(scale_height)) / 2);
    const float bottom = top + theme_.px(scale_height);
    for (int i = 0; i < pieces; ++i) {
      const float share = (static_cast<float>(i) + 0.5F) / pieces;
      draw_->AddRectFilled({std::round(at.x + width * static_cast<float>(i) / pieces), top},
                           {std::round(at.x + width * static_cast<float>(i + 1) / pieces), bottom},
                           contents_.colour_of_value(from + share * (to - from)));
    }
    draw_->AddRect({std::round(at.x), top}, {std::round(at.x + width), bottom}, theme_.frame);
  }

  // Side by side, in as many lines as they need.
  Box draw_roles() {
    const auto roles = roles_to_name(contents_.organisation());
    const float line = ImGui::GetFontSize();
    const float widest = canvas_.width() - theme_.px(2 * outside + 2 * inside);
    std::vector<Point> places;
    Point next;
    float width = 0;
    for (const std::uint32_t role : roles) {
      const float needed = theme_.px(16) + text_size(name_of_role(role)).x;
      if (next.x > 0 && next.x + needed > widest) next = {0, next.y + line + theme_.px(3)};
      places.push_back(next);
      width = std::max(width, next.x + needed);
      next.x += needed + theme_.px(14);
    }
    const Box box = open(width, next.y + line);
    if (box.width() <= 0) return box;
    const Point corner{box.low.x + theme_.px(inside), box.low.y + theme_.px(inside)};
    for (std::size_t i = 0; i < roles.size(); ++i) {
      const Point at = corner + places[i];
      const Circle dot{{at.x + theme_.px(5), at.y + line / 2}, theme_.px(5)};
      draw_disc(dot, to_imgui(group_colour(roles[i])), theme_.node_edge, theme_.px(1), draw_);
      write({at.x + theme_.px(16), at.y}, name_of_role(roles[i]), theme_.text);
    }
    return box;
  }

  std::string name_of_role(std::uint32_t role) const { return spoken(contents_.organisation().roles[role].name); }

  Box draw_sentence() {
    const std::string text = "Each team has its colour";
    const Box box = open(text_size(text).x, ImGui::GetFontSize());
    if (box.width() > 0) write({box.low.x + theme_.px(inside), box.low.y + theme_.px(inside)}, text, theme_.faint_text);
    return box;
  }

  const NetworkContents& contents_;
  PanelContext& context_;
  const Box& canvas_;
  ImDrawList* draw_;
  const Theme& theme_;
};

}  // namespace

Box draw_legend(const NetworkContents& contents, PanelContext& context, const Box& canvas, ImDrawList* draw) {
  return Legend(contents, context, canvas, draw).draw();
}

}  // namespace trust::viz
