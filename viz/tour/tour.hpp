// "Trust in ten minutes": a guided way through the model, a chapter a claim. Predict, run, explain, one lever at a
// time.
#pragma once

#include "viz/panels/panel.hpp"
#include "viz/tour/tour_state.hpp"

namespace trust::viz {

class Tour {
 public:
  /// Draws the chapter's card over the window, after all panels, and does what the user answers. Nothing where
  /// view.tour is off.
  void draw(PanelContext& context);

  const TourState& state() const { return state_; }

 private:
  void press(PanelContext& context, TourPress press, std::size_t which = 0);
  void send(PanelContext& context, std::vector<Command> commands);
  void show(PanelContext& context);
  void put_back(PanelContext& context);
  void keys(PanelContext& context);

  void draw_card(PanelContext& context);
  void draw_heading(PanelContext& context, float width);
  void draw_question(PanelContext& context, float width);
  void draw_step(PanelContext& context, float width);
  void draw_choices(PanelContext& context, float width);
  void draw_ways(PanelContext& context, float width);

  TourState state_;
  bool was_on_ = false;
  std::optional<Box> card_;  // where it lay in the last frame
  std::string lever_shown_;  // what the tour put into the search for levers
};

}  // namespace trust::viz
