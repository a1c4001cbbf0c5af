// Plans under which nothing happens of itself, and ways of running parts of the day: for tests of one mechanism.
#pragma once

#include <string>
#include <string_view>

#include "models/schedule.hpp"
#include "tests/models/by_hand.hpp"

namespace trust::testing {

/// No contacts, no contact is worth anything, nobody comes or goes, nobody apologises unasked, and trust drifts as
/// slowly as it can; then these levers.
inline Plan quiet_plan(const std::vector<std::pair<Lever, float>>& levers) {
  Plan plan;
  for (const Parameter& row : parameters()) {
    if (row.unit == "outcome") plan.settings.push_back({{}, row.id, 0.0F});
  }
  for (const Lever off : {Lever::contact_manager, Lever::contact_report, Lever::contact_peer, Lever::contact_across,
                          Lever::contact_leaders, Lever::style_misread, Lever::style_projection, Lever::tie_formation,
                          Lever::tie_ending, Lever::exit_rate, Lever::repair_hazard}) {
    plan.settings.push_back({{}, off, 0.0F});
  }
  plan.settings.push_back({{}, Lever::channel_in_person, 1.0F});
  plan.settings.push_back({{}, Lever::trust_half_life, 26000.0F});
  for (const auto& [lever, value] : levers) plan.settings.push_back({{}, lever, value});
  return plan;
}

/// Begins a day and works it up to the phase, which included.
inline void work_until(Batch& batch, std::string_view phase) {
  for (const DayPhase& row : schedule(best_instruction_set()).day) {
    batch.run_phase(row.name);
    if (row.name == phase) return;
  }
}

/// An event about these people.
inline Event event_about(const std::vector<std::string>& people, int day, Event::Kind kind) {
  Event event;
  event.kind = kind;
  event.name = "event";
  event.day = day;
  for (const std::string& person : people) event.who.push_back({Target::Kind::person, person});
  return event;
}

/// The trust of the tie source -> target in a lane.
inline double trust_in(const Batch& batch, Seat source, Seat target, int lane = 0) {
  return batch.state()[Column::trust].at(batch.world().graph().find(source, target), lane);
}

}  // namespace trust::testing
