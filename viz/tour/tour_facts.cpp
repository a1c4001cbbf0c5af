#include "viz/tour/tour_facts.hpp"

namespace trust::viz {

TourFacts facts_of(const Snapshot& snapshot, const ViewState& view, const TourState& tour) {
  TourFacts facts;
  facts.ready = snapshot.ready();
  facts.run = snapshot.run;
  facts.edition = snapshot.edition;
  facts.commands_done = snapshot.commands_done;
  facts.day = snapshot.day;
  facts.days = snapshot.days;
  facts.running = snapshot.running;
  facts.edited = snapshot.sitting.edited;
  facts.unsaved = snapshot.sitting.unsaved;
  facts.person = view.selected_person;
  if (const auto lever = tour.lever()) facts.lever = snapshot.of(*lever).value;
  facts.what_if = snapshot.of(tour.chapter().measure, Arm::what_if).value;
  facts.baseline = snapshot.of(tour.chapter().measure, Arm::baseline).value;
  return facts;
}

}  // namespace trust::viz
