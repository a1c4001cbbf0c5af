// The lines above a plot: what is plotted, and its legend, whose entries are switches.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "viz/panels/plot_content.hpp"

namespace trust::viz {

/// A line or two above a plot, as high as its legend needs it.
class PlotHead {
 public:
  /// `index`: which plot from the top; `width` in pixels. With `one_line` entries without room are left out.
  PlotHead(const PanelContext& context, const PlotContent& content, std::size_t index, float width, bool one_line);

  float height() const;

  /// Draws from the upper left corner on. The combo changes view.measures, a switch changes `hidden`, the cross removes
  /// the plot. False where the plot was removed.
  bool draw(PanelContext& context, ImVec2 at, std::set<std::string>& hidden) const;

 private:
  struct Place {
    float x;
    int row;
  };

  float first_width(const PanelContext& context) const;
  void draw_title(PanelContext& context, ImVec2 at) const;
  void draw_entry(PanelContext& context, ImVec2 at, const LegendEntry& entry, std::set<std::string>& hidden) const;

  std::size_t index_;
  bool difference_;
  Measure measure_;
  std::vector<LegendEntry> entries_;
  std::vector<Place> places_;
  float row_height_;
  int rows_ = 1;
  float title_width_ = 0;
};

}  // namespace trust::viz
