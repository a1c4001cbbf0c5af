#include "tests/oracles/random_organisation.hpp"

#include <algorithm>

namespace trust::testing {
namespace {

std::uint32_t count(std::size_t size) { return static_cast<std::uint32_t>(size); }

// A role that is unlike the standard ones.
Role random_role(Filler& filler) {
  Role role;
  role.name = "role";
  role.sentence = "Anything.";
  role.function = "sales";
  role.leads = filler.happens(0.3);
  role.exposed = filler.happens(0.5);
  role.part = static_cast<ChainPart>(filler.below(4));
  role.carries_change = filler.happens(0.3);
  for (std::uint32_t more = filler.below(4); more > 0; --more) {
    const auto lever = static_cast<Lever>(filler.below(lever_count));
    if (parameter(lever).scope == Scope::person) {
      role.defaults.emplace_back(lever, sensible_value(lever, filler.between(0, 1)));
    }
  }
  return role;
}

Person random_person(Seat seat, const Organisation& organisation, Filler& filler) {
  Person person;
  person.id = "p" + std::to_string(seat);
  person.role = filler.below(count(organisation.roles.size()));
  person.team = filler.below(count(organisation.teams.size()));
  person.function = filler.below(count(organisation.functions.size()));
  person.manager = seat == 0 || filler.happens(0.2) ? no_seat : filler.below(seat);
  person.level = person.manager == no_seat ? std::uint16_t{0}
                                           : static_cast<std::uint16_t>(organisation.people[person.manager].level + 1);
  person.tenure_years = 10 * filler.share();
  person.skill = filler.share();
  person.acumen = filler.share();
  person.style_x = filler.share();
  person.style_y = filler.share();
  person.self_awareness = filler.share();
  person.propensity = filler.share();
  person.open = filler.happens(0.1);
  person.location = filler.happens(0.5) ? "" : filler.happens(0.5) ? "here" : "there";
  return person;
}

void add_ties(Organisation& organisation, double density, Filler& filler) {
  for (Seat target = 0; target < organisation.seats(); ++target) {
    for (Seat source = 0; source < organisation.seats(); ++source) {
      const bool line = organisation.people[source].manager == target || organisation.people[target].manager == source;
      if (source == target || !filler.happens(line ? std::min(1.0, density * 3) : density)) continue;
      organisation.ties.push_back({source, target, filler.share()});
    }
  }
}

}  // namespace

std::shared_ptr<const Organisation> random_organisation(Seat size, double density, Filler& filler) {
  auto organisation = std::make_shared<Organisation>();
  organisation->roles = standard_roles();
  organisation->roles.push_back(random_role(filler));
  const std::vector<std::string> names = {"sales", "marketing", "service", "finance"};
  organisation->functions.assign(names.begin(), names.begin() + 1 + filler.below(count(names.size())));
  for (std::uint32_t team = 1 + filler.below(5); team > 0; --team) {
    organisation->teams.push_back(
        {"t" + std::to_string(team), filler.below(count(organisation->functions.size())), no_seat});
  }
  for (Seat seat = 0; seat < size; ++seat) {
    organisation->people.push_back(random_person(seat, *organisation, filler));
    Team& team = organisation->teams[organisation->people[seat].team];
    if (team.leader == no_seat && filler.happens(0.3)) team.leader = seat;
  }
  add_ties(*organisation, density, filler);
  organisation->candidate_ties = filler.happens(0.5) ? 0 : 2 * filler.share();
  organisation->account_places = filler.below(13);
  organisation->initial_accounts = filler.below(organisation->account_places + 1);
  return organisation;
}

void randomise_seats_and_ties(Batch& batch, double open, double inactive, Filler& filler) {
  const TieGraph& graph = batch.world().graph();
  State& state = batch.state();
  LaneColumn& present = state[Column::present];
  for (Seat seat = 0; seat < graph.seats(); ++seat) {
    for (int l = 0; l < lane_columns; ++l) present.at(seat, l) = filler.happens(open) ? 0.0F : 1.0F;
  }
  for (Seat target = 0; target < graph.seats(); ++target) {
    for (Slot slot = graph.row_begin(target); slot < graph.row_end(target); ++slot) {
      for (int l = 0; l < lane_columns; ++l) {
        const bool both = present.at(target, l) * present.at(graph.source(slot), l) > 0;
        state[Column::trust].at(slot, l) = !both || filler.happens(inactive) ? -1.0F : filler.share();
      }
    }
  }
}

}  // namespace trust::testing
