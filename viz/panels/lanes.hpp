// What is done about an organisation and what befalls it, a lane each, under the plots and over the same days: dragged,
// stretched, switched off.
#pragma once

#include <optional>

#include "viz/panels/day_gestures.hpp"
#include "viz/panels/lane_menu.hpp"
#include "viz/panels/lane_span.hpp"

namespace trust::viz {

class Lanes {
 public:
  /// How high all lanes together are.
  float wanted_height(const PanelContext& context) const;

  /// How high they are shown, where plots leave `spare` of `total` pixels.
  float height(const PanelContext& context, float spare, float total) const;

  void draw(PanelContext& context, const Box& room, const DayAxis& axis, DayGestures& gestures);

 private:
  struct Drag {
    Lane lane;  // as it was
    LaneGrip grip;
    int held;       // day under the pointer at the beginning
    LaneSpan sent;  // the last that the engine was told
    bool moved = false;
    std::size_t gesture = 0;
  };
  struct Pending {
    std::size_t lane;
    LaneSpan span;
    std::uint64_t command;
  };

  void draw_lane(PanelContext& context, const Lane& lane, float top, const DayAxis& axis);
  void take_input(PanelContext& context, const Lane& lane, float top, const DayAxis& axis);
  void grip(PanelContext& context, const Lane& lane, LaneGrip grip, ImVec2 low, ImVec2 high, const DayAxis& axis);
  void take_body(PanelContext& context, const Lane& lane);
  void follow(PanelContext& context, const DayAxis& axis);
  void cancel(PanelContext& context);
  void send_span(PanelContext& context, const LaneSpan& span);
  void take_keys(PanelContext& context);
  void draw_switch(PanelContext& context, const Lane& lane, float top, const DayAxis& axis);
  void draw_strength(PanelContext& context, const Lane& lane, float left, float top, float width);
  LaneSpan shown(const Lane& lane) const;

  std::size_t gestures_ = 0;  // how often a lane was taken hold of
  std::optional<std::size_t> selected_;
  std::optional<Drag> drag_;
  std::optional<Pending> pending_;
  bool over_ = false;  // the pointer is over a lane, not beside one
  LaneMenu menu_;
};

}  // namespace trust::viz
