// Small organisations and sessions for the viewer's tests.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "scenarios/scenario.hpp"
#include "viz/session/commands.hpp"

namespace trust::viz {

/// A generated organisation of about 120 people over `days`, as a scenario file would give it.
inline Scenario example_scenario(int days = 20, std::uint32_t replicates = 4) {
  Scenario scenario;
  scenario.name = "Example";
  scenario.story = "A department that is made for tests.";
  scenario.days = days;
  scenario.replicates = replicates;
  scenario.seed = 11;
  scenario.roles = standard_roles();
  GeneratorSpec spec;
  spec.roles = {{"rep", 60}, {"marketer", 36}, {"bdr", 10}};
  spec.ties_per_person = 12;
  scenario.generator = spec;
  return scenario;
}

/// Two functions, three teams, nine people with chosen values and ties: nothing of it comes from the engine.
inline Snapshot hand_made_snapshot() {
  auto organisation = std::make_shared<Organisation>();
  organisation->roles = standard_roles();
  organisation->functions = {"sales", "marketing"};
  organisation->teams = {{"North", 0, 0}, {"South", 0, 3}, {"Brand", 1, 6}};
  for (std::uint32_t seat = 0; seat < 9; ++seat) {
    Person person;
    person.id = "person-" + std::to_string(seat);
    person.team = seat / 3;
    person.function = organisation->teams[person.team].function;
    person.manager = seat % 3 == 0 ? no_seat : seat / 3 * 3;
    organisation->people.push_back(person);
  }
  std::vector<Arc> arcs;
  for (Seat seat = 0; seat < 9; ++seat) arcs.push_back({seat, (seat + 1) % 9});
  auto ties = std::make_shared<TieGraph>(9, arcs);

  auto look = std::make_shared<Look>();
  look->present.assign(9, 1);
  Snapshot snapshot;
  snapshot.phase = Snapshot::Phase::ready;
  snapshot.run = snapshot.edition = 1;
  snapshot.scenario = "By hand";
  snapshot.story = "Nine people.";
  snapshot.days = 20;
  snapshot.day = snapshot.computed = 2;
  snapshot.replicates = 4;
  snapshot.speed = default_speed;
  look->tie_trust.assign(ties->slots(), no_tie);
  for (Seat seat = 0; seat < 9; ++seat) {
    const float trust = 0.1F * static_cast<float>(seat + 1);  // 0 -> 1 has 0.1, 8 -> 0 has 0.9
    look->tie_trust[ties->find(seat, (seat + 1) % 9)] = to_byte(trust);
  }
  for (std::size_t value = 0; value < person_value_count; ++value) {
    for (std::size_t seat = 0; seat < 9; ++seat) {
      look->people[value].push_back(0.1F * static_cast<float>(seat) + 0.01F * static_cast<float>(value));
    }
  }
  auto curves = std::make_shared<Curves>();
  for (Series& series : curves->series) series = {{0.4F, 0.5F, 0.45F}, {0.4F, 0.3F, 0.4F}, {0.4F, 0.6F, 0.7F}};
  for (const Parameter& row : parameters()) {
    snapshot.levers[static_cast<std::size_t>(row.id)] = {row.initial, row.initial, row.initial, row.initial, false};
  }
  look->day = snapshot.day;
  look->organisation = organisation;
  look->ties = ties;
  snapshot.looks = {look, look};
  snapshot.curves = {curves, curves};
  return snapshot;
}

/// Shows a snapshot and writes down every command.
class RecordingSession final : public SessionPort {
 public:
  RecordingSession() : snapshot(hand_made_snapshot()) {}

  std::uint64_t send(Command command) override {
    commands.push_back(std::move(command));
    return commands.size();
  }
  const Snapshot& latest() override { return snapshot; }

  /// The last command if it is a `What`, else null.
  template <typename What>
  const What* last() const {
    return commands.empty() ? nullptr : std::get_if<What>(&commands.back());
  }

  /// What both arms look like, to be changed by a test.
  Look& look() { return const_cast<Look&>(*snapshot.looks[0]); }

  Snapshot snapshot;
  std::vector<Command> commands;
};

}  // namespace trust::viz
