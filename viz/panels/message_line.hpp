// What went wrong, or went well, in a line below the bar, until somebody closes it or there is something else to say.
#pragma once

#include "viz/panels/panel.hpp"

namespace trust::viz {

class MessageLine {
 public:
  /// Finds out what there is to say; before draw().
  void take(const Snapshot& snapshot, const ViewState& view);

  /// Lines of text that it needs; 0 where there is nothing to say.
  int lines() const { return static_cast<int>(shown_.size()); }

  /// Draws it into the current ImGui window.
  void draw(PanelContext& context);

 private:
  std::string text_;                 // what is shown
  std::vector<std::string> closed_;  // what somebody closed and is still there
  bool bad_ = false;                 // whether it went wrong
  std::vector<std::string> shown_;   // its first lines
};

}  // namespace trust::viz
