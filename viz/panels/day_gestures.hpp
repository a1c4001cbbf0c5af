// What the mouse does over a plot or the axis: which day is pointed at, another day to look at, and which days are
// seen.
#pragma once

#include <optional>

#include "viz/panels/panel.hpp"
#include "viz/plot/day_axis.hpp"

namespace trust::viz {

class DayGestures {
 public:
  /// At the beginning of each frame of the panel.
  void begin(PanelContext& context, const DayAxis& axis);

  /// Right after the ImGui item that takes the input, where it is `pointed` at: pressing looks at a day, the wheel
  /// zooms, dragging with the right button or Shift moves, with Ctrl zooms into a box, a double click shows everything.
  /// Without `wheel` the wheel is left to others.
  void take(PanelContext& context, const DayAxis& axis, bool pointed, bool wheel = true);

  /// At the end of the frame: the box that is being dragged over `top` .. `bottom`.
  void draw_box(const PanelContext& context, const DayAxis& axis, float top, float bottom) const;

  /// The day that is looked at, or will be once the engine has it.
  int day(const Snapshot& snapshot) const { return scrubbed_.value_or(snapshot.day); }

  bool dragging() const { return drag_ != Drag::none; }

  /// The days seen, as a plot's range.
  static Range visible(const PanelContext& context);

 private:
  enum class Drag : std::uint8_t { none, scrub, pan, box };

  void press(PanelContext& context, const DayAxis& axis);
  void follow(PanelContext& context, const DayAxis& axis);
  void seek(PanelContext& context, int day);

  Drag drag_ = Drag::none;
  double held_ = 0;      // the day that was under the pointer when the drag began
  Range began_;          // the days seen then
  float pressed_x_ = 0;  // pixels
  std::optional<int> scrubbed_;
  std::uint64_t sent_ = 0;
  std::uint64_t run_ = 0;
};

}  // namespace trust::viz
