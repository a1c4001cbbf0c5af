#include "models/world.hpp"

#include <stdexcept>
#include <string>
#include <utility>

namespace trust {
namespace {

TieGraph graph_of(const Organisation& organisation) {
  std::vector<Arc> arcs;
  arcs.reserve(organisation.ties.size());
  for (const Tie& tie : organisation.ties) arcs.push_back({tie.source, tie.target});
  return TieGraph(organisation.seats(), arcs);
}

TieClass class_of(const Organisation& organisation, Seat source, Seat target) {
  switch (tie_kind(organisation, source, target)) {
    case TieKind::manager:
      return TieClass::manager;
    case TieKind::report:
      return TieClass::report;
    case TieKind::cross_function:
      return organisation.roles[organisation.people[source].role].exposed ? TieClass::cross_function_exposed
                                                                          : TieClass::cross_function;
    case TieKind::leader_leader:
      return TieClass::leader_leader;
    default:
      return TieClass::peer;
  }
}

}  // namespace

World::World(std::shared_ptr<const Organisation> organisation)
    : organisation_(std::move(organisation)),
      graph_(graph_of(*organisation_)),
      blocks_(cut_rows(graph_)),
      digest_(trust::digest(*organisation_)) {
  check_tie_counts();
  fill_ties();
  fill_reporting_lines();
}

void World::check_tie_counts() const {
  const auto check = [](Slot ties, Slot most, const char* which, const std::string& person) {
    if (ties > most) throw std::length_error("more than " + std::to_string(most) + which + "'" + person + "'");
  };
  for (Seat seat = 0; seat < seats(); ++seat) {
    const std::string& person = organisation_->people[seat].id;
    check(graph_.in_degree(seat), most_ties_received, " ties lead to ", person);
    check(graph_.out_degree(seat), most_ties_given, " ties lead from ", person);
  }
}

void World::fill_ties() {
  tie_class_.assign(graph_.slots(), TieClass::peer);
  initial_trust_.assign(graph_.slots(), -1.0F);
  row_classes_.assign(seats(), 0);
  for (const Tie& tie : organisation_->ties) {
    const Slot slot = graph_.find(tie.source, tie.target);
    const TieClass tie_class = class_of(*organisation_, tie.source, tie.target);
    tie_class_[slot] = tie_class;
    row_classes_[tie.target] |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(tie_class));
    initial_trust_[slot] = tie.trust;
  }
}

void World::fill_reporting_lines() {
  manager_.assign(seats(), no_seat);
  downward_.assign(seats(), no_slot);
  upward_.assign(seats(), no_slot);
  for (Seat seat = 0; seat < seats(); ++seat) {
    const Seat manager = organisation_->people[seat].manager;
    manager_[seat] = manager;
    if (manager == no_seat) continue;
    downward_[seat] = graph_.find(manager, seat);
    upward_[seat] = graph_.find(seat, manager);
  }
}

}  // namespace trust
