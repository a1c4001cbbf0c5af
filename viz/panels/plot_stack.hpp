// The plots one above the other, over one axis of days.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "viz/panels/day_gestures.hpp"
#include "viz/panels/plot_drawing.hpp"
#include "viz/panels/plot_head.hpp"

namespace trust::viz {

class PlotStack {
 public:
  /// Collects what is to be shown in a column of that width. Short legends have one line and say what it has room for.
  void prepare(const PanelContext& context, float width, bool short_legends);

  /// How high it is at least; with less room it scrolls.
  float least_height(const PanelContext& context) const;

  /// Draws into the room, from its upper left corner on. `hovered`: the day that is read out.
  void draw(PanelContext& context, const Box& room, const DayAxis& axis, DayGestures& gestures,
            std::optional<int> hovered);

 private:
  struct Row {
    PlotContent content;
    PlotHead head;
    std::size_t index;
  };

  void draw_row(PanelContext& context, const Row& row, float top, float bottom, const DayAxis& axis,
                DayGestures& gestures, std::optional<int> hovered);
  void read_out(const PanelContext& context, int day) const;
  void read_out_of(const PanelContext& context, const Row& row, int day) const;

  std::vector<Row> rows_;
  std::vector<DayMark> marks_;
  std::set<std::string> hidden_;  // keys of legends that are switched off, in all plots
};

}  // namespace trust::viz
