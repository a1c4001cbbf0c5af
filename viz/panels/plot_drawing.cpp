#include "viz/panels/plot_drawing.hpp"

#include "scenarios/intervention_kind.hpp"
#include "viz/plot/label_places.hpp"

namespace trust::viz {
namespace {

constexpr float stale_share = 0.35F;

PlotColour mark_colour(const DayMark& mark, const Theme& theme) {
  return faded(mark.shock ? theme.change : theme.faint_text, 0.75F);
}

}  // namespace

InkColours colours_of(const Theme& theme, Ink ink) {
  if (ink == Ink::baseline) return {theme.baseline, theme.baseline_band, theme.baseline_band};
  if (ink == Ink::change) return {theme.change, theme.change_band, theme.parameters_band};
  if (ink == Ink::ghost) return {theme.faint_text, theme.baseline_band, theme.baseline_band};
  return {theme.accent, theme.accent_band, theme.accent_band};
}

void draw_content(Plot& plot, const PlotContent& content, const std::set<std::string>& hidden, const Theme& theme) {
  const auto shade = [&](const PlotLine& line, PlotColour colour) {
    return content.stale && line.key != "run" ? faded(colour, stale_share) : colour;
  };
  if (content.difference) plot.zero_line();
  for (const PlotLine& line : content.lines) {
    if (hidden.contains(line.key)) continue;
    const InkColours colours = colours_of(theme, line.ink);
    for (const PlotBand& band : line.bands) {
      if (hidden.contains(band.key)) continue;
      plot.band(band.low, band.high, shade(line, band.wide ? colours.wide : colours.band));
    }
  }
  for (const PlotLine& line : content.lines) {
    if (hidden.contains(line.key)) continue;
    const PlotColour colour = colours_of(theme, line.ink).line;
    plot.line(line.values, {shade(line, line.thin ? faded(colour, 0.65F) : colour), theme.px(line.thin ? 1 : 2)});
  }
}

bool is_shock(const Lane& lane) {
  const InterventionKind* kind = find_kind(lane.kind);
  return kind && kind->shock;
}

std::vector<DayMark> marks_of(const Snapshot& snapshot, const ViewState& view) {
  const bool baseline = view.arm == ShownArm::baseline;
  std::vector<DayMark> marks;
  for (const Lane& lane : baseline ? snapshot.sitting.baseline_lanes : snapshot.sitting.lanes) {
    if (!lane.on || (view.hide_future && lane.first_day > snapshot.day)) continue;
    marks.push_back({lane.first_day, title_of(lane), is_shock(lane)});
  }
  return marks;
}

void draw_marks(Plot& plot, const std::vector<DayMark>& marks, const Theme& theme) {
  for (const DayMark& mark : marks) plot.upright(mark.day, {mark_colour(mark, theme), theme.px(1), Dash::dashed});
}

void write_marks(Painter& painter, const DayAxis& axis, float top, const std::vector<DayMark>& marks,
                 const Theme& theme) {
  std::vector<LabelWish> wishes;
  for (const DayMark& mark : marks) {
    const float width = axis.shows(mark.day) ? painter.text_width(mark.name) : axis.width() + 1;
    wishes.push_back({axis.x_of(mark.day) - theme.px(1), width, mark.shock ? 0 : 1});
  }
  const Range room{static_cast<double>(axis.left), static_cast<double>(axis.right)};
  const auto places = place_labels(wishes, room, theme.px(10), 1);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (!places[i]) continue;
    painter.text({places[i]->left, top}, Anchor::start, marks[i].shock ? theme.change : theme.faint_text,
                 marks[i].name);
  }
}

}  // namespace trust::viz
