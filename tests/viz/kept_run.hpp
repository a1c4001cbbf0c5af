// A run whose every day is kept, for stories; a department to which much happens; and a session that tells of it.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "models/batch.hpp"
#include "tests/viz/example.hpp"
#include "viz/session/story_teller.hpp"

namespace trust::viz {

/// A person's story at once, to the last day that was run: what an engine tells bit by bit.
inline PersonHistory tell_person(const StorySource& run, const std::string& id) {
  PersonTale tale(run.scenario, run.arm, id);
  for (int day = 0; run.look && day <= run.computed; ++day) tale.extend(run.look(day));
  return tale.history();
}

/// A run whose every day is kept: what an engine's timeline gives, without any of its thrift.
class KeptRun {
 public:
  explicit KeptRun(Scenario made) : scenario(std::make_shared<Scenario>(std::move(made))) {
    BatchOptions options;
    options.seed = scenario->seed;
    options.steps_per_day = scenario->steps_per_day;
    options.rules = scenario->rules;
    const std::vector<LanePlan> lanes = {{0, &scenario->plan}, {1, &scenario->plan}};
    Batch batch(std::make_shared<const World>(scenario->organisation(0)), lanes, options);
    const std::vector<const Plan*> plans = {&scenario->plan, &scenario->plan};
    for (int day = 0; day <= scenario->days; ++day) {
      if (day > 0) batch.step();
      batches.push_back(batch.fork(plans));
      looks.push_back(look_of(batch));
    }
  }

  StorySource source() const {
    StorySource found;
    found.arm = Arm::baseline;
    found.scenario = scenario;
    found.computed = scenario->days;
    found.look = [this](int day) { return looks[static_cast<std::size_t>(day)]; };
    found.at_end_of = [this](int day) {
      const std::vector<const Plan*> plans = {&scenario->plan, &scenario->plan};
      return batches[static_cast<std::size_t>(day)].fork(plans);
    };
    return found;
  }

  float trust(int day, const std::string& one, const std::string& other) const {
    const Batch& batch = batches[static_cast<std::size_t>(day)];
    const Slot slot = batch.world().graph().find(seat(one), seat(other));
    return batch.state()[Column::trust].at(slot, 0);
  }

  Seat seat(const std::string& id) const {
    const auto& people = batches[0].world().organisation().people;
    const auto found = std::find_if(people.begin(), people.end(), [&](const Person& one) { return one.id == id; });
    return static_cast<Seat>(found - people.begin());
  }

  const std::string& id(Seat seat) const { return batches[0].world().organisation().people[seat].id; }
  const TieGraph& graph() const { return batches[0].world().graph(); }

  std::shared_ptr<Scenario> scenario;
  std::vector<Batch> batches;
  std::vector<std::shared_ptr<const Look>> looks;

 private:
  static std::shared_ptr<const Look> look_of(const Batch& batch) {
    constexpr std::array shown = {Column::trust_received, Column::felt_trust, Column::stress, Column::engagement};
    auto look = std::make_shared<Look>();
    look->day = batch.day();
    const auto world = batch.shared_world();
    look->organisation = world->shared_organisation();
    look->ties = std::shared_ptr<const TieGraph>(world, &world->graph());
    for (Seat seat = 0; seat < world->seats(); ++seat) {
      for (std::size_t v = 0; v < shown.size(); ++v) look->people[v].push_back(batch.state()[shown[v]].at(seat, 0));
      look->present.push_back(batch.state()[Column::present].at(seat, 0) > 0 ? 1 : 0);
    }
    for (Slot slot = 0; slot < world->graph().slots(); ++slot) {
      look->tie_trust.push_back(to_byte(batch.state()[Column::trust].at(slot, 0)));
    }
    return look;
  }
};

/// A department to which much happens: somebody lets people down and apologises, somebody leaves and is replaced.
struct Eventful {
  static Scenario scenario(GossipRule gossip = GossipRule::degroot, int steps_per_day = 1) {
    Scenario made = example_scenario(15, 2);
    made.rules.gossip = gossip;
    made.steps_per_day = steps_per_day;
    const auto organisation = made.organisation(0);
    const std::string who = organisation->people[5].id;
    const std::vector<Target> one = {{Target::Kind::person, who}};
    Event wrong{.kind = Event::Kind::violation, .name = "Broken bonus", .day = 4, .who = one};
    wrong.severity = 0.4F;
    made.plan.events.push_back(wrong);
    made.plan.events.push_back({.kind = Event::Kind::response, .name = "Apology", .day = 7, .who = one});
    made.plan.events.push_back({.kind = Event::Kind::leave, .name = "Lay-off", .day = 9, .who = one});
    made.plan.events.push_back({.kind = Event::Kind::hire, .name = "New hire", .day = 12, .who = one});
    made.plan.settings.push_back({Target{}, Lever::trust_reciprocity, 0.1F});
    Intervention rounds;
    rounds.name = "Town halls";
    rounds.first_day = 3;
    rounds.last_day = 10;
    rounds.who = {Target{}};
    rounds.changes.push_back({LeverChange::How::set, Lever::transparency_propensity, 0.9F});
    made.plan.interventions.push_back(rounds);
    return made;
  }
};

/// What an engine makes of Follow, Explain and SeekDay, with a run of which every day is kept.
class AnsweringSession final : public SessionPort {
 public:
  AnsweringSession() : run_(Eventful::scenario()) {
    snapshot_ = hand_made_snapshot();
    snapshot_.days = snapshot_.computed = run_.scenario->days;
    snapshot_.scenario = run_.scenario->name;
    seek(0);
  }

  std::uint64_t send(Command command) override {
    if (const auto* day = std::get_if<SeekDay>(&command)) seek(day->day);
    if (const auto* who = std::get_if<Follow>(&command)) {
      auto told = std::make_shared<PersonHistory>(tell_person(run_.source(), who->person));
      told->arm = who->arm;
      snapshot_.history = told;
    }
    if (const auto* why = std::get_if<Explain>(&command)) {
      auto told = std::make_shared<TieExplanation>(tell_tie(run_.source(), why->source, why->target, why->day));
      told->arm = why->arm;
      snapshot_.explanation = told;
    }
    return ++sent_;
  }
  const Snapshot& latest() override { return snapshot_; }

  const KeptRun& run() const { return run_; }

 private:
  void seek(int day) {
    snapshot_.day = day;
    const auto look = run_.looks[static_cast<std::size_t>(day)];
    snapshot_.looks = {look, look};
  }

  KeptRun run_;
  Snapshot snapshot_;
  std::uint64_t sent_ = 0;
};

}  // namespace trust::viz
