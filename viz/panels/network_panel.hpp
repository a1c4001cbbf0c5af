// The organisation as circles: functions, teams in them, people in these, coloured by one value; and the ties that are
// strong enough. Pointing at somebody shows that person's ties and values.
#pragma once

#include <cstdint>
#include <memory>

#include "viz/panels/panel.hpp"
#include "viz/scene/layout.hpp"
#include "viz/scene/visible_ties.hpp"

namespace trust::viz {

class NetworkPanel {
 public:
  void draw(PanelContext& context);

  const Layout& layout() const { return layout_; }
  const VisibleTies& ties() const { return ties_; }

  /// Where a person was drawn in the last frame.
  Circle place_of(Seat seat) const { return last_view_.to_screen(layout_.people[seat]); }

 private:
  void take_over(PanelContext& context);
  void draw_controls(PanelContext& context);
  void draw_canvas(PanelContext& context);
  void move_view(PanelContext& context, const Box& canvas);
  void point_at(PanelContext& context);
  void draw_ties(PanelContext& context, ImDrawList* draw) const;
  void draw_person_ties(PanelContext& context, ImDrawList* draw, Seat seat) const;
  void tell_about(PanelContext& context, Seat seat) const;

  // What was derived from which run, day and threshold.
  std::uint64_t run_ = 0;
  std::shared_ptr<const Organisation> organisation_;  // that layout_ is of
  std::uint64_t ties_of_run_ = 0;
  int ties_of_day_ = -1;
  float ties_threshold_ = -1;

  Layout layout_;
  VisibleTies ties_;
  View last_view_;
};

}  // namespace trust::viz
