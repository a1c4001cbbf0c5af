// An organisation and a plan in which everything that changes who is there and who knows whom happens often: for tests
// of what must not change a result.
#pragma once

#include <memory>

#include "tests/models/small_organisation.hpp"

namespace trust::testing {

inline std::shared_ptr<const World> turbulent_world(Seat size, double contact = 0.2) {
  auto organisation = std::make_shared<Organisation>(*small_organisation(size, contact));
  organisation->candidate_ties = 1;
  for (Seat seat = 5; seat < size; seat += 11) organisation->people[seat].open = true;
  for (Tie& tie : organisation->ties) {
    const auto style = [&](Seat seat) { return static_cast<float>(seat % 7) / 6.0F; };
    organisation->people[tie.source].style_x = style(tie.source);
    organisation->people[tie.source].propensity = style(tie.source + 3);
  }
  return std::make_shared<const World>(std::move(organisation));
}

inline Event event_on(int day, Event::Kind kind, float share, Target who = {}) {
  Event event;
  event.kind = kind;
  event.name = "event";
  event.day = day;
  event.share = share;
  event.who = {std::move(who)};
  event.severity = 0.4F;
  return event;
}

/// Reorganises on days 5, 11 (twice) and 23; people leave, are replaced and hired on others, and by their hazards all
/// the time; informal ties come and go.
inline Plan turbulent_plan() {
  Plan plan = plan_with({{Lever::exit_rate, 3.0F},
                         {Lever::exit_peers, 3.0F},
                         {Lever::refill_days, 8.0F},
                         {Lever::tie_formation, 0.1F},
                         {Lever::tie_ending, 0.1F},
                         {Lever::gossip_rate, 0.2F}});
  const Target sales{Target::Kind::function, "sales"};
  plan.events = {event_on(3, Event::Kind::leave, 0.2F, sales),
                 event_on(4, Event::Kind::violation, 0.3F),
                 event_on(5, Event::Kind::reorganise, 0.5F),
                 event_on(5, Event::Kind::hire, 0.5F),
                 event_on(8, Event::Kind::replace, 0.3F),
                 event_on(11, Event::Kind::reorganise, 0.3F, sales),
                 event_on(11, Event::Kind::reorganise, 1.0F, {Target::Kind::team, "Team 1"}),
                 event_on(23, Event::Kind::reorganise, 0.2F)};
  return plan;
}

}  // namespace trust::testing
