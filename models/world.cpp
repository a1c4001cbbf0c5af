#include "models/world.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

#include "models/candidate_ties.hpp"
#include "sim/lane_hash.hpp"

namespace trust {
namespace {

std::vector<Arc> arcs_of(const Organisation& organisation) {
  std::vector<Arc> arcs = candidate_ties(organisation, organisation.candidate_ties);
  arcs.reserve(arcs.size() + organisation.ties.size());
  for (const Tie& tie : organisation.ties) arcs.push_back({tie.source, tie.target});
  return arcs;
}

TieGraph graph_of(const Organisation& organisation) { return TieGraph(organisation.seats(), arcs_of(organisation)); }

TieGraph graph_of(const Organisation& organisation, const TieGraph& before) {
  std::vector<Arc> arcs = arcs_of(organisation);
  for (Seat target = 0; target < before.seats(); ++target) {
    for (Slot slot = before.row_begin(target); slot < before.row_end(target); ++slot) {
      arcs.push_back({before.source(slot), target});
    }
  }
  std::sort(arcs.begin(), arcs.end());
  arcs.erase(std::unique(arcs.begin(), arcs.end()), arcs.end());
  return TieGraph(organisation.seats(), arcs);
}

TieClass class_across(const Role& source, const Role& target) {
  if (source.part == ChainPart::marketing && target.part == ChainPart::sales) return TieClass::cross_function_marketing;
  return source.exposed ? TieClass::cross_function_exposed : TieClass::cross_function;
}

TieClass class_of(const Organisation& organisation, Seat source, Seat target) {
  const auto role = [&](Seat seat) -> const Role& { return organisation.roles[organisation.people[seat].role]; };
  switch (tie_kind(organisation, source, target)) {
    case TieKind::manager:
      return TieClass::manager;
    case TieKind::report:
      return TieClass::report;
    case TieKind::cross_function:
      return class_across(role(source), role(target));
    case TieKind::leader_leader:
      return TieClass::leader_leader;
    default:
      return TieClass::peer;
  }
}

}  // namespace

World::World(std::shared_ptr<const Organisation> organisation)
    : World(organisation, graph_of(*organisation), trust::digest(*organisation)) {}

World::World(std::shared_ptr<const Organisation> organisation, const World& before)
    : World(organisation, graph_of(*organisation, before.graph()),
            chain(before.digest(), trust::digest(*organisation))) {}

World::World(std::shared_ptr<const Organisation> organisation, TieGraph graph, std::uint64_t digest)
    : organisation_(std::move(organisation)), graph_(std::move(graph)), blocks_(cut_rows(graph_)), digest_(digest) {
  check_tie_counts();
  fill_ties();
  fill_people();
  fill_teams();
  fill_reporting_lines();
  fill_chain();
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
  far_.assign(graph_.slots(), 0);
  row_classes_.assign(seats(), 0);
  for (Seat target = 0; target < seats(); ++target) {
    for (Slot slot = graph_.row_begin(target); slot < graph_.row_end(target); ++slot) {
      const Seat source = graph_.source(slot);
      tie_class_[slot] = class_of(*organisation_, source, target);
      row_classes_[target] |= static_cast<std::uint8_t>(1U << static_cast<unsigned>(tie_class_[slot]));
      far_[slot] = organisation_->people[source].location != organisation_->people[target].location;
    }
  }
  for (const Tie& tie : organisation_->ties) initial_trust_[graph_.find(tie.source, tie.target)] = tie.trust;
}

void World::fill_people() {
  for (const Person& person : organisation_->people) {
    const Role& role = organisation_->roles[person.role];
    part_.push_back(role.part);
    leads_.push_back(role.leads);
    carries_change_.push_back(role.carries_change);
    function_of_.push_back(person.function);
    team_of_.push_back(person.team);
    ++part_counts_[static_cast<std::size_t>(role.part)];
  }
}

void World::fill_teams() {
  members_begin_.assign(organisation_->teams.size() + 1, 0);
  for (const std::uint32_t team : team_of_) ++members_begin_[team + 1];
  for (std::size_t t = 0; t + 1 < members_begin_.size(); ++t) members_begin_[t + 1] += members_begin_[t];
  members_.resize(seats());
  std::vector<std::uint32_t> next(members_begin_.begin(), members_begin_.end() - 1);
  for (Seat seat = 0; seat < seats(); ++seat) members_[next[team_of_[seat]]++] = seat;
}

void World::fill_chain() {
  account_begin_.assign(1, 0);
  marketing_begin_.assign(1, 0);
  for (Seat seat = 0; seat < seats(); ++seat) {
    const bool sells = part_[seat] == ChainPart::sales;
    account_begin_.push_back(account_begin_.back() + (sells ? organisation_->account_places : 0));
    if (sells) {
      for (const OutgoingTie& tie : graph_.outgoing(seat)) {
        if (part_[tie.target] == ChainPart::marketing) ties_to_marketing_.push_back(tie.slot);
      }
    }
    marketing_begin_.push_back(static_cast<std::uint32_t>(ties_to_marketing_.size()));
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
