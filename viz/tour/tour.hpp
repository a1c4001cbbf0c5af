// "Trust in ten minutes": a guided way through the model, a chapter a claim. Predict, run, explain, one lever at a
// time.
#pragma once

#include <string>
#include <utility>

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
  void keep_network_clear(PanelContext& context);
  void choose_person(PanelContext& context);
  void keys(PanelContext& context);

  void draw_card(PanelContext& context);
  void draw_heading(PanelContext& context, float width);
  void draw_question(PanelContext& context, float width);
  void draw_step(PanelContext& context, float width);
  void draw_choices(PanelContext& context, float width);
  void draw_ways(PanelContext& context, float width);
  bool in_force(std::string_view label) const;

  TourState state_;
  bool was_on_ = false;
  std::optional<Box> card_;                               // where it lay in the last frame
  float covered_ = 0;                                     // how much of the network the card covered in the last frame
  Box network_;                                           // where the network lay then
  std::size_t cleared_for_ = 0;                           // the chapter whose cards the network keeps clear of
  std::pair<std::size_t, std::size_t> chosen_for_{0, 0};  // chapter and step that somebody was last chosen for
  std::string met_;                                       // who was chosen when a run began
  std::string lever_shown_;                               // what the tour put into the search for levers
};

}  // namespace trust::viz
