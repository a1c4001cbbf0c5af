// Everything over time: plots of measures, their differences and bands, and the lanes of interventions, all over one
// axis of days.
#pragma once

#include "viz/panels/lane_picker.hpp"
#include "viz/panels/lanes.hpp"
#include "viz/panels/plot_stack.hpp"

namespace trust::viz {

class PlotsPanel {
 public:
  /// Draws the panel into the current ImGui window; its buttons stand in the line of the panel's name above it.
  void draw(PanelContext& context);

 private:
  void watch(PanelContext& context);
  void draw_toolbar(PanelContext& context);
  void draw_strip(PanelContext& context, const Box& room, const DayAxis& axis, bool weeks);
  void draw_export_menu(PanelContext& context);

  PlotStack stack_;
  DayGestures gestures_;
  Lanes lanes_;
  LanePicker picker_;
  std::vector<Measure> watched_;
};

}  // namespace trust::viz
