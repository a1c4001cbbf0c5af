// Who is chosen: place in the organisation, values, whom that person trusts and who trusts them, what happened to them,
// and why a tie moved. Nobody chosen: whoever is pointed at, else the whole organisation.
#pragma once

#include <memory>
#include <string>

#include "viz/panels/panel.hpp"
#include "viz/panels/person_story.hpp"
#include "viz/panels/person_ties.hpp"

namespace trust::viz {

class PersonPanel {
 public:
  /// Draws the panel into the current ImGui window. Sends Follow when somebody else is chosen, Explain when asked.
  void draw(PanelContext& context);

 private:
  void follow(PanelContext& context, const std::string& id);
  void take_asked(PanelContext& context);
  Seat find_selected(const PanelContext& context);
  void draw_person(PanelContext& context, Seat seat);
  void draw_values(PanelContext& context, Seat seat);
  void draw_curve(PanelContext& context);
  void draw_ties(PanelContext& context, Seat seat);
  void draw_story(PanelContext& context, Seat seat);
  void ask(PanelContext& context, Seat source, Seat target, int day);
  const PersonHistory* history(const PanelContext& context) const;

  PersonValue value_ = PersonValue::trusted;  // whose curve is shown
  PersonTies ties_;
  WhyBox why_;
  bool scroll_up_ = false;  // to the box, once it is asked

  std::string followed_;
  Arm followed_arm_ = Arm::what_if;
  std::uint64_t followed_run_ = 0;

  std::shared_ptr<const Organisation> organisation_;  // that selected_ was looked up in
  std::string looked_up_;
  Seat selected_ = no_seat;
};

}  // namespace trust::viz
