// One thing after another in the bar, as many as there is room for.
#pragma once

#include <functional>
#include <vector>

namespace trust::viz {

struct BarItem {
  float width = 0;
  float gap = 0;               // before it
  int rank = 0;                // 0 stays; the highest goes first where room is short
  bool at_right = false;       // counted from the right end
  std::function<void()> draw;  // at the current place
  std::function<void()> menu;  // its lines in the menu, where it has no room; may be empty
  bool kept = true;
};

/// Keeps what fits into `room` pixels.
void keep_what_fits(std::vector<BarItem>& items, float room);

}  // namespace trust::viz
