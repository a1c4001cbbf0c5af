// What the what-if does, in plain words: the result card and its table, from the replicates in the background.
#pragma once

#include <string>

#include "viz/panels/panel.hpp"

namespace trust::viz {

class ResultPanel {
 public:
  /// Draws the panel into the current ImGui window.
  void draw(PanelContext& context);

 private:
  void draw_heading(PanelContext& context) const;
  void draw_switches(PanelContext& context);
  void draw_result(PanelContext& context, const Refinement& refinement);
  void draw_exports(PanelContext& context, const Refinement& refinement);
};

/// What is compared, in a line: the names of what was changed, "Weekly talks; without Layoff".
std::string what_is_compared(const SittingState& sitting);

}  // namespace trust::viz
