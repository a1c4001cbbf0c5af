#include "study/sweep/world_shelf.hpp"

#include <tbb/task_arena.h>

#include <algorithm>
#include <numeric>
#include <tuple>

#include "models/reorganisation.hpp"
#include "study/world_cache.hpp"

namespace trust {
namespace {

bool same_spec(const GeneratorSpec& one, const GeneratorSpec& other) {
  const auto all = [](const GeneratorSpec& spec) {
    return std::tie(spec.roles, spec.team_size, spec.span_of_control, spec.ties_per_person, spec.cross_team_contact,
                    spec.trust_within, spec.trust_across, spec.trust_spread, spec.open_seats, spec.places);
  };
  return all(one) == all(other);
}

bool same_role(const Role& one, const Role& other) {
  const auto all = [](const Role& role) {
    return std::tie(role.name, role.sentence, role.function, role.leads, role.exposed, role.part, role.carries_change,
                    role.defaults);
  };
  return all(one) == all(other);
}

bool same_roles(const std::vector<Role>& one, const std::vector<Role>& other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(), same_role);
}

}  // namespace

bool same_organisations(const Scenario& one, const Scenario& other) {
  if (!one.generator || !other.generator) return one.imported && one.imported == other.imported;
  return one.seed == other.seed && same_spec(*one.generator, *other.generator) && same_roles(one.roles, other.roles);
}

bool can_share_batch(const Scenario& one, const Scenario& other) {
  return one.seed == other.seed && one.steps_per_day == other.steps_per_day && one.rules == other.rules &&
         one.replicates_per_organisation == other.replicates_per_organisation && same_organisations(one, other) &&
         same_reorganisations(one.plan, other.plan);
}

std::uint64_t slots_expected(const Scenario& scenario) {
  if (!scenario.generator) return 3 * scenario.imported->ties.size() / 2;
  const GeneratorSpec& spec = *scenario.generator;
  const std::uint64_t people = std::accumulate(spec.roles.begin(), spec.roles.end(), std::uint64_t{0},
                                               [](std::uint64_t sum, const auto& role) { return sum + role.second; });
  return static_cast<std::uint64_t>(static_cast<double>(people) * spec.ties_per_person *
                                    (1 + spec.places.candidate_ties));
}

std::shared_ptr<const World> WorldShelf::take(const std::shared_ptr<const Scenario>& scenario, std::uint32_t draw) {
  const std::shared_ptr<Place> place = place_of(scenario, draw);
  const std::scoped_lock lock(place->making);
  if (!place->world) {
    // Isolated: while it waits for helpers, this thread must not pick up a batch that waits for the same lock.
    tbb::this_task_arena::isolate([&] { place->world = make_world(*scenario, draw); });
    note_made(*place, place->world->graph().slots());
  }
  return place->world;
}

std::uint64_t WorldShelf::made() const {
  const std::scoped_lock lock(mutex_);
  return made_;
}

std::shared_ptr<WorldShelf::Place> WorldShelf::place_of(const std::shared_ptr<const Scenario>& scenario,
                                                        std::uint32_t draw) {
  const std::scoped_lock lock(mutex_);
  const auto found = std::find_if(places_.begin(), places_.end(), [&](const auto& place) {
    return place->draw == draw && same_organisations(*place->scenario, *scenario);
  });
  if (found != places_.end()) {
    places_.splice(places_.begin(), places_, found);
  } else {
    places_.push_front(std::make_shared<Place>(scenario, draw));
    make_room();
  }
  return places_.front();
}

void WorldShelf::note_made(Place& place, std::uint64_t slots) {
  const std::scoped_lock lock(mutex_);
  ++made_;
  place.slots = slots;
  make_room();
}

// Whoever is using a world, or waits for it, holds it on their own.
void WorldShelf::make_room() {
  std::uint64_t slots = 0;
  for (const auto& place : places_) slots += place->slots;
  while (places_.size() > 1 && (slots > slots_kept_ || places_.size() > most_places)) {
    slots -= places_.back()->slots;
    places_.pop_back();
  }
}

}  // namespace trust
