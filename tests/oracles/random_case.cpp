#include "tests/oracles/random_case.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <functional>
#include <map>
#include <sstream>

#include "models/schedule.hpp"
#include "tests/oracles/random_organisation.hpp"

namespace trust::testing {
namespace {

std::uint32_t count(std::size_t size) { return static_cast<std::uint32_t>(size); }

Target random_target(const Organisation& organisation, Filler& filler) {
  switch (filler.below(5)) {
    case 0:
      return {Target::Kind::role, organisation.roles[filler.below(count(organisation.roles.size()))].name};
    case 1:
      return {Target::Kind::function, organisation.functions[filler.below(count(organisation.functions.size()))]};
    case 2:
      return {Target::Kind::team, organisation.teams[filler.below(count(organisation.teams.size()))].name};
    case 3:
      return {Target::Kind::person, organisation.people[filler.below(organisation.seats())].id};
    default:
      return {};
  }
}

Target target_for(Lever lever, const Organisation& organisation, Filler& filler) {
  return parameter(lever).scope == Scope::organisation ? Target{} : random_target(organisation, filler);
}

Intervention random_intervention(const Organisation& organisation, Filler& filler) {
  Intervention intervention;
  intervention.first_day = 1 + static_cast<int>(filler.below(20));
  intervention.last_day = intervention.first_day + static_cast<int>(filler.below(20)) - 2;
  intervention.ramp_days = static_cast<int>(filler.below(8));
  intervention.strength = filler.share();
  intervention.hours_per_day = filler.happens(0.5) ? filler.share() : 0;
  intervention.money_per_day = static_cast<float>(filler.below(100));
  bool everyone = true;
  for (std::uint32_t target = filler.below(3); target > 0; --target) {
    intervention.who.push_back(random_target(organisation, filler));
    everyone = false;
  }
  if (everyone) intervention.who.emplace_back();
  for (std::uint32_t change = 1 + filler.below(3); change > 0; --change) {
    const auto lever = static_cast<Lever>(filler.below(lever_count));
    if (!everyone && parameter(lever).scope == Scope::organisation) continue;
    const bool set = filler.happens(0.5);
    const float value = sensible_value(lever, filler.between(0, 1));
    intervention.changes.push_back({set ? LeverChange::How::set : LeverChange::How::add, lever,
                                    set ? value : value - sensible_value(lever, filler.between(0, 1))});
  }
  return intervention;
}

// An event on `day`, most times.
Event random_event(const Organisation& organisation, int day, Filler& filler) {
  Event event;
  // But for reorganisations, which all lanes of a batch share.
  event.kind = static_cast<Event::Kind>(filler.below(static_cast<std::uint32_t>(Event::Kind::reorganise)));
  event.name = "event";
  event.day = filler.happens(0.8) ? day : day + 1;
  for (std::uint32_t target = 1 + filler.below(2); target > 0; --target) {
    event.who.push_back(random_target(organisation, filler));
  }
  event.share = filler.happens(0.5) ? 1 : filler.share();
  event.severity = filler.share();
  event.dimension = static_cast<Dimension>(filler.below(dimension_count));
  event.deception = filler.happens(0.3);
  event.response = static_cast<Event::Response>(filler.below(static_cast<std::uint32_t>(Event::Response::penance) + 1));
  event.guilt_proven = filler.happens(0.3);
  event.richness = filler.share();
  return event;
}

Plan random_plan(const Organisation& organisation, const Shape& shape, int day, Filler& filler) {
  // Which levers, and where in their ranges (in thousandths): what RapidCheck makes smaller.
  const auto chosen = *rc::gen::container<std::map<int, int>>(rc::gen::inRange(0, static_cast<int>(lever_count)),
                                                              rc::gen::inRange(0, 1001));
  Plan plan;
  for (const auto& [lever, place] : chosen) {
    const auto which = static_cast<Lever>(lever);
    plan.settings.push_back(LeverSetting{Target{}, which, sensible_value(which, place / 1000.0)});
  }
  for (std::uint32_t more = filler.below(8); more > 0; --more) {
    const auto lever = static_cast<Lever>(filler.below(lever_count));
    plan.settings.push_back(
        {target_for(lever, organisation, filler), lever, sensible_value(lever, filler.between(0, 1))});
  }
  if (shape.with_events) {
    for (std::uint32_t more = filler.below(5); more > 0; --more) {
      plan.events.push_back(random_event(organisation, day, filler));
    }
  }
  if (!shape.with_interventions) return plan;
  for (std::uint32_t more = 1 + filler.below(3); more > 0; --more) {
    plan.interventions.push_back(random_intervention(organisation, filler));
  }
  return plan;
}

void random_lanes(RandomCase& made, Filler& filler) {
  const int lanes = *rc::gen::inRange(1, lane_columns + 1);
  const std::uint32_t first = filler.below(100);
  const bool in_order = filler.happens(0.5);
  for (int l = 0; l < lanes; ++l) {
    const Plan& plan = made.plans[filler.below(count(made.plans.size()))];
    made.lanes.push_back({in_order ? first + static_cast<std::uint32_t>(l) : filler.below(1000), &plan});
  }
}

Rules random_rules(const Shape& shape, Filler& filler) {
  const auto any_trust = static_cast<TrustRule>(filler.below(count(trust_rules().size())));
  const auto any_gossip = static_cast<GossipRule>(filler.below(count(gossip_rules().size())));
  return {shape.trust.value_or(any_trust), shape.gossip.value_or(any_gossip)};
}

}  // namespace

float Filler::share() {
  const double place = between(-0.05, 1.05);
  return static_cast<float>(std::clamp(place, 0.0, 1.0));
}

float sensible_value(Lever lever, double place) {
  const Parameter& row = parameter(lever);
  double low = row.low;
  double high = row.high;
  if (row.group == "Time" && row.name.starts_with("monitoring.")) {
    low = 0.1;
    high = 10;
  } else if (lever == Lever::hours_day) {
    low = 4;
  } else if (row.unit == "days") {
    high = std::min(high, 500.0);
  } else if (row.unit == "contacts") {
    low = std::min(high, low + 0.5);
    high = std::min(high, 50.0);
  } else if (row.unit == "per year") {
    high = std::min(high, 5.0);
  } else if (row.unit == "money") {
    high = std::min(high, 1e5);
  }
  return std::clamp(static_cast<float>(low + (high - low) * place), row.low, row.high);
}

RandomCase random_case(const Shape& shape) {
  RandomCase made;
  const auto size = *rc::gen::inRange<Seat>(1, shape.most_people + 1);
  const double density = *rc::gen::element(0.0, 0.05, 0.3, 1.0);
  made.inactive = *rc::gen::element(0.0, 0.1, 0.9);
  made.open = *rc::gen::element(0.0, 0.0, 0.1, 0.5);
  made.days_before = *rc::gen::element(0, 0, 1, 2, 5);
  made.options.steps_per_day = *rc::gen::element(1, 1, 2, 5);
  made.fill = *rc::gen::inRange<std::uint64_t>(0, 1000000);
  Filler filler(made.fill);
  made.options.seed = made.fill * 977;
  made.options.instruction_set = filler.happens(0.5) ? InstructionSet::portable : best_instruction_set();
  made.options.rules = random_rules(shape, filler);
  made.world = std::make_shared<const World>(random_organisation(size, density, filler));
  for (std::uint32_t plans = 1 + filler.below(3); plans > 0; --plans) {
    made.plans.push_back(random_plan(made.world->organisation(), shape, made.days_before + 1, filler));
  }
  random_lanes(made, filler);
  return made;
}

void bring_before(std::string_view phase, const RandomCase& chosen, Batch& batch) {
  Filler filler(chosen.fill + 1);
  for (int day = 0; day < chosen.days_before; ++day) batch.step();
  randomise_seats_and_ties(batch, chosen.open, chosen.inactive, filler);
  batch.complete_state();
  randomise_state(batch, filler);
  for (const DayPhase& row : schedule(chosen.options.instruction_set).day) {
    if (row.name == phase) break;
    batch.run_phase(row.name);
  }
  randomise_state(batch, filler);
}

void check_property(int count, const std::function<void()>& property) {
  rc::detail::TestParams params;
  params.seed = 20240501;
  params.maxSuccess = count;
  const auto result = rc::detail::checkTestable(property, rc::detail::TestMetadata{}, params);
  if (result.is<rc::detail::SuccessResult>()) return;
  std::ostringstream text;
  rc::detail::printResultMessage(result, text);
  ADD_FAILURE() << text.str();
}

}  // namespace trust::testing
