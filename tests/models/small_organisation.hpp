// Organisations made by hand for tests: no generator, no files.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "models/batch.hpp"
#include "sim/draws.hpp"

namespace trust::testing {

/// `size` people; seat 0 leads seats 1 .. 7, seat 8 leads 9 .. 15 and reports to 0, and so on. Sales and marketing
/// alternate by team. Everybody in a team knows one another; each further pair with probability `contact`.
inline std::shared_ptr<const Organisation> small_organisation(Seat size, double contact = 0.2, std::uint64_t seed = 1) {
  auto organisation = std::make_shared<Organisation>();
  organisation->roles = standard_roles();
  organisation->functions = {"sales", "marketing"};
  const CipherKey key = key_of_seed(seed);
  for (Seat seat = 0; seat < size; ++seat) {
    const std::uint32_t team = seat / 8;
    const bool leads = seat % 8 == 0;
    Person person;
    person.id = "p" + std::to_string(seat);
    person.function = team % 2;
    person.role = leads ? 4 : (person.function == 0 ? 0 : 2);
    person.team = team;
    person.manager = leads ? (seat == 0 ? no_seat : 0) : team * 8;
    person.level = static_cast<std::uint16_t>(seat == 0 ? 0 : leads ? 1 : 2);
    person.tenure_years = 3;
    person.skill = 0.3F + 0.5F * static_cast<float>(uniform(key, {seat, 0, 0, 200}, 0));
    if (leads) organisation->teams.push_back({"Team " + std::to_string(team), person.function, seat});
    organisation->people.push_back(std::move(person));
  }
  for (Seat target = 0; target < size; ++target) {
    for (Seat source = 0; source < size; ++source) {
      if (source == target) continue;
      const bool near = source / 8 == target / 8 || organisation->people[source].manager == target ||
                        organisation->people[target].manager == source;
      if (!near && uniform(key, {source, target, 0, 201}, 0) >= contact) continue;
      const auto trust = static_cast<float>(0.2 + 0.6 * uniform(key, {source, target, 0, 202}, 0));
      organisation->ties.push_back({source, target, trust});
    }
  }
  return organisation;
}

inline std::shared_ptr<const World> small_world(Seat size, double contact = 0.2, std::uint64_t seed = 1) {
  return std::make_shared<const World>(small_organisation(size, contact, seed));
}

/// Lanes for replicates first .. first + count - 1 under one plan.
inline std::vector<LanePlan> lanes_of(const Plan& plan, std::uint32_t first, int count) {
  std::vector<LanePlan> lanes;
  for (int l = 0; l < count; ++l) lanes.push_back({first + static_cast<std::uint32_t>(l), &plan});
  return lanes;
}

/// A plan that sets levers for everyone.
inline Plan plan_with(std::vector<std::pair<Lever, float>> levers) {
  Plan plan;
  for (const auto& [lever, value] : levers) plan.settings.push_back({{}, lever, value});
  return plan;
}

}  // namespace trust::testing
