// What a right click on a lane offers: off, back, away, and everything that its file says of it, to be typed anew.
#pragma once

#include <cstdint>

#include "viz/panels/panel.hpp"

namespace trust::viz {

class LaneMenu {
 public:
  void open(PanelContext& context, const Lane& lane);

  /// Call it in the window in which open() was called.
  void draw(PanelContext& context);

 private:
  void draw_options(PanelContext& context, const Lane& lane);
  void draw_option(PanelContext& context, const Lane& lane, const std::string& key, const std::string& text,
                   std::string_view tip);

  std::size_t lane_ = 0;
};

/// The commands that make a lane of the what-if as the baseline has it.
std::vector<Command> back_to_baseline(const Lane& lane, const Lane& baseline);

}  // namespace trust::viz
