// A plot as a picture of vectors, always in light colours: it is for paper.
#include <algorithm>

#include "viz/panels/export_plots.hpp"
#include "viz/panels/plot_drawing.hpp"
#include "viz/plot/svg_recorder.hpp"
#include "viz/plot/zoom.hpp"

namespace trust::viz {
namespace {

constexpr float width = 960;
constexpr float margin = 12;
constexpr float plot_height = 260;
constexpr float difference_height = 170;
constexpr float swatch = 18;

// One plot with its title, legend and axis, from `top` on. Returns where it ends.
class Sheet {
 public:
  Sheet(SvgRecorder& recorder, const Theme& theme, const DayAxis& axis, const std::vector<DayMark>& marks, int day)
      : recorder_(recorder), theme_(theme), axis_(axis), marks_(marks), day_(day) {}

  float draw(const PlotContent& content, const std::string& title, float top) {
    recorder_.begin_group(title);
    recorder_.text({margin, top}, Anchor::start, theme_.text, title);
    top = legend(content, top + 20) + 24;
    write_marks(recorder_, axis_, top, marks_, theme_);
    top += 18;
    const float bottom = top + (content.difference ? difference_height : plot_height);
    Plot plot(recorder_, axis_, top, bottom, value_axis(content, axis_.days, {}), theme_.plot(), 1);
    plot.axes();
    draw_marks(plot, marks_, theme_);
    draw_content(plot, content, {}, theme_);
    plot.upright(day_, {theme_.text, 1.5F});
    plot.frame();
    write_days(recorder_, axis_, bottom + 4, true, theme_.plot(), 1);
    recorder_.end_group();
    return bottom + 44;
  }

 private:
  float legend(const PlotContent& content, float y) {
    float x = margin;
    for (const LegendEntry& entry : legend_of(content)) {
      const float needed = swatch + 6 + recorder_.text_width(entry.label) + 16;
      if (x > margin && x + needed > width - margin) {
        x = margin;
        y += 20;
      }
      const InkColours colours = colours_of(theme_, entry.ink);
      const float half = entry.band ? 5 : entry.thin ? 0.75F : 1.25F;
      const PlotColour colour = entry.band ? (entry.wide ? colours.wide : colours.band) : colours.line;
      recorder_.fill({{x, y + 8 - half}, {x + swatch, y + 8 + half}}, colour);
      recorder_.text({x + swatch + 6, y}, Anchor::start, theme_.faint_text, entry.label);
      x += needed;
    }
    return y;
  }

  SvgRecorder& recorder_;
  const Theme& theme_;
  DayAxis axis_;
  const std::vector<DayMark>& marks_;
  int day_;
};

}  // namespace

std::string plot_svg(const Snapshot& snapshot, const ViewState& view, Measure measure) {
  const Theme theme = make_theme(false, 1);
  const bool difference = shows_differences(snapshot, view);
  const float height = (difference ? 2 * 130 + difference_height : 130) + plot_height;
  const std::string name(measure_row(measure).label);
  SvgRecorder recorder(width, height, theme.canvas, snapshot.scenario + ": " + name);
  const DayAxis axis{margin + space_left_of_plots, width - margin - space_right_of_plots,
                     visible_days({view.days.first, view.days.last}, snapshot.days)};
  const std::vector<DayMark> marks = marks_of(snapshot, view);
  Sheet sheet(recorder, theme, axis, marks, snapshot.day);
  const std::string unit(measure_row(measure).unit);
  const float end = sheet.draw(measure_content(snapshot, view, measure),
                               snapshot.scenario + ": " + name + ", " + unit + ", by working day", margin);
  if (difference) {
    sheet.draw(difference_content(snapshot, view, measure), "What-if minus baseline: " + name + ", " + unit, end);
  }
  return recorder.file();
}

}  // namespace trust::viz
