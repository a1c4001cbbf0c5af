#include "study/verification/small_worlds.hpp"

#include <algorithm>
#include <string>

#include "sim/draws.hpp"

namespace trust::verification {
namespace {

// Of standard_roles().
constexpr std::uint32_t seller = 0;
constexpr std::uint32_t marketer = 2;
constexpr std::uint32_t leader = 4;

// People who lead nobody, sell nothing and are exposed to no client.
std::vector<Role> plain_roles() {
  std::vector<Role> roles(2);
  roles[plain].name = "person";
  roles[exposed].name = "exposed person";
  roles[exposed].exposed = true;
  return roles;
}

std::shared_ptr<Organisation> people(Seat size, std::vector<Tie> ties) {
  auto organisation = std::make_shared<Organisation>();
  organisation->roles = plain_roles();
  organisation->teams = {{"Team", 0, no_seat}};
  for (Seat seat = 0; seat < size; ++seat) {
    Person person;
    person.id = "p" + std::to_string(seat);
    person.role = plain;
    organisation->people.push_back(std::move(person));
  }
  std::sort(ties.begin(), ties.end(),
            [](const Tie& a, const Tie& b) { return std::pair(a.target, a.source) < std::pair(b.target, b.source); });
  organisation->ties = std::move(ties);
  return organisation;
}

}  // namespace

std::shared_ptr<Organisation> people_apart(Seat size, std::vector<Tie> ties) {
  auto organisation = people(size, std::move(ties));
  for (Seat seat = 0; seat < size; ++seat) {
    organisation->functions.push_back("function " + std::to_string(seat));
    organisation->people[seat].function = seat;
  }
  return organisation;
}

std::shared_ptr<Organisation> people_together(Seat size, std::vector<Tie> ties) {
  auto organisation = people(size, std::move(ties));
  organisation->functions = {"marketing"};
  return organisation;
}

std::shared_ptr<const World> world_of(std::shared_ptr<const Organisation> organisation) {
  return std::make_shared<const World>(std::move(organisation));
}

std::shared_ptr<const World> ring(Seat size, float trust) {
  std::vector<Tie> ties;
  ties.reserve(size);
  for (Seat target = 0; target < size; ++target) ties.push_back({(target + 1) % size, target, trust});
  auto organisation = people(size, std::move(ties));
  organisation->functions = {"even", "odd"};
  for (Seat seat = 0; seat < size; ++seat) organisation->people[seat].function = seat % 2;
  return world_of(organisation);
}

std::vector<Tie> all_ties(Seat size, float trust) {
  std::vector<Tie> ties;
  for (Seat target = 0; target < size; ++target) {
    for (Seat source = 0; source < size; ++source) {
      if (source != target) ties.push_back({source, target, trust});
    }
  }
  return ties;
}

std::shared_ptr<const World> everybody(Seat size, float trust) {
  return world_of(people_apart(size, all_ties(size, trust)));
}

Levers nothing_happens() {
  const Levers no_behaviour = {
#define TRUST_BEHAVIOUR(id, ...) {Lever::id##_propensity, 0.0F},
#include "models/behaviours/behaviours.def"
#undef TRUST_BEHAVIOUR
  };
  const Levers no_influence = {{Lever::behaviour_trust_sensitivity, 0.0F},
                               {Lever::behaviour_stress_sensitivity, 0.0F},
                               {Lever::behaviour_habit, 0.0F},
                               {Lever::behaviour_modelling, 0.0F},
                               {Lever::behaviour_self_awareness, 0.0F},
                               {Lever::incentives_sharing, 0.0F},
                               {Lever::incentives_competition, 0.0F},
                               {Lever::playbook_promises, 0.0F}};
  const Levers no_experience = {
      {Lever::contact_manager, 0.0F},        {Lever::contact_report, 0.0F},     {Lever::contact_peer, 0.0F},
      {Lever::contact_across, 0.0F},         {Lever::contact_leaders, 0.0F},    {Lever::contact_ordinary, 0.0F},
      {Lever::responsiveness_silence, 0.0F}, {Lever::promise_broken, 0.0F},     {Lever::objectives_effect, 0.0F},
      {Lever::follow_up_silence, 0.0F},      {Lever::trust_decay_across, 0.0F}, {Lever::trust_half_life, 26000.0F}};
  const Levers no_change_of_people = {
      {Lever::exit_rate, 0.0F}, {Lever::tie_formation, 0.0F}, {Lever::tie_ending, 0.0F}, {Lever::repair_hazard, 0.0F}};
  return with(with(no_behaviour, no_influence), with(no_experience, no_change_of_people));
}

Levers learning_alone(double chance, double gain, double loss) {
  return with(nothing_happens(), {{Lever::contact_across, 1.0F},
                                  {Lever::channel_in_person, 1.0F},
                                  {Lever::style_misread, 0.0F},
                                  {Lever::style_projection, 0.0F},
                                  {Lever::contact_ordinary, -1.0F},
                                  {Lever::transparency_effect, 2.0F},
                                  {Lever::transparency_propensity, static_cast<float>(chance)},
                                  {Lever::trust_gain, static_cast<float>(gain)},
                                  {Lever::trust_loss, static_cast<float>(loss)}});
}

std::shared_ptr<const Organisation> usual_organisation(Seat size) {
  auto organisation = people(size, {});
  organisation->roles = standard_roles();
  organisation->teams.clear();
  organisation->functions = {"sales", "marketing"};
  const CipherKey key = key_of_seed(1);
  for (Seat seat = 0; seat < size; ++seat) {
    Person& person = organisation->people[seat];
    const bool leads = seat % 8 == 0;
    person.team = seat / 8;
    person.function = person.team % 2;
    person.role = leads ? leader : person.function == 0 ? seller : marketer;
    person.manager = seat == 0 ? no_seat : leads ? 0 : seat / 8 * 8;
    person.level = static_cast<std::uint16_t>(seat == 0 ? 0 : leads ? 1 : 2);
    if (leads) organisation->teams.push_back({"Team " + std::to_string(person.team), person.function, seat});
  }
  for (Seat target = 0; target < size; ++target) {
    for (Seat source = 0; source < size; ++source) {
      const bool near = source / 8 == target / 8 || (source % 8 == 0 && target % 8 == 0);
      if (source == target || (!near && uniform(key, {source, target, 0, 201}, 0) >= 0.2)) continue;
      const double trust = 0.2 + 0.6 * uniform(key, {source, target, 0, 202}, 0);
      organisation->ties.push_back({source, target, static_cast<float>(trust)});
    }
  }
  return organisation;
}

}  // namespace trust::verification
