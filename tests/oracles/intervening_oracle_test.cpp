// Oracle of the phase `intervene`: each person's levers of a day, derived one by one from settings and interventions.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

#include "tests/oracles/random_case.hpp"

namespace trust::testing {
namespace {

bool is_in(const Target& target, const Organisation& organisation, Seat seat) {
  const Person& person = organisation.people[seat];
  if (target.kind == Target::Kind::role) return target.name == organisation.roles[person.role].name;
  if (target.kind == Target::Kind::function) return target.name == organisation.functions[person.function];
  if (target.kind == Target::Kind::team) return target.name == organisation.teams[person.team].name;
  if (target.kind == Target::Kind::person) return target.name == person.id;
  return true;
}

// The narrowest target wins; whatever the plan says goes before a role's own defaults.
double setting(const Plan& plan, const Organisation& organisation, Seat seat, Lever lever) {
  double value = parameter(lever).initial;
  int rank = -1;
  const auto consider = [&](double offered, int its_rank) {
    if (its_rank < rank) return;
    value = offered;
    rank = its_rank;
  };
  for (const auto& [own, offered] : organisation.roles[organisation.people[seat].role].defaults) {
    if (own == lever) consider(offered, -1);
  }
  for (const LeverSetting& row : plan.settings) {
    if (row.lever == lever && is_in(row.who, organisation, seat)) {
      consider(row.value, 2 * static_cast<int>(row.who.kind));  // 0, 2, 4, 6, 8
    }
  }
  return value;
}

double share_of_effect(const Intervention& intervention, int day) {
  const double days_in = day - intervention.first_day + 1;
  return std::min(1.0, intervention.ramp_days > 0 ? days_in / intervention.ramp_days : 1.0) * intervention.strength;
}

bool runs(const Intervention& intervention, int day) {
  return intervention.first_day <= day && day <= intervention.last_day;
}

double value_on(const Plan& plan, const Organisation& organisation, Seat seat, Lever lever, int day) {
  const Parameter& row = parameter(lever);
  double value = setting(plan, organisation, seat, lever);
  const auto move = [&](double by) { value = std::clamp(value + by, double{row.low}, double{row.high}); };
  for (const Intervention& intervention : plan.interventions) {
    const auto touches = [&](const Target& target) { return is_in(target, organisation, seat); };
    if (!runs(intervention, day) || std::ranges::none_of(intervention.who, touches)) continue;
    const double share = share_of_effect(intervention, day);
    for (const LeverChange& change : intervention.changes) {
      if (change.lever != lever) continue;
      move(share * (change.how == LeverChange::How::add ? change.value : change.value - value));
    }
    if (lever == Lever::hours_programme) move(double{intervention.hours_per_day} * intervention.strength);
  }
  return value;
}

void compare_day(const RandomCase& chosen, const Batch& batch) {
  const Organisation& organisation = chosen.world->organisation();
  for (Seat seat = 0; seat < organisation.seats(); ++seat) {
    for (int lane = 0; lane < batch.lanes(); ++lane) {
      const Plan& plan = *chosen.lanes[static_cast<std::size_t>(lane)].plan;
      for (const Parameter& row : parameters()) {
        const double expected = value_on(plan, organisation, seat, row.id, batch.day());
        const double found = batch.lever(row.id, seat, lane);
        if (std::abs(found - expected) <= 1e-6 * std::max(1.0, double{row.high})) continue;
        RC_FAIL("day " + std::to_string(batch.day()) + ", seat " + std::to_string(seat) + ", " + std::string(row.name) +
                ": the engine has " + std::to_string(found) + ", the oracle " + std::to_string(expected));
      }
    }
  }
}

void compare_money(const RandomCase& chosen, const Batch& batch) {
  for (int lane = 0; lane < batch.lanes(); ++lane) {
    double money = 0;
    for (const Intervention& intervention : chosen.lanes[static_cast<std::size_t>(lane)].plan->interventions) {
      if (runs(intervention, batch.day())) money += double{intervention.money_per_day} * intervention.strength;
    }
    const double found = batch.figures(lane)[static_cast<std::size_t>(Measure::programme_money)];
    RC_ASSERT(std::abs(found - money) <= 1e-6 * std::max(1.0, money));
  }
}

TEST(InterveningOracle, EverybodysLeversFollowFromThePlan) {
  check_property(200, [] {
    const RandomCase chosen = random_case({.most_people = 12, .with_interventions = true});
    Batch batch = chosen.batch();
    compare_day(chosen, batch);
    for (int day = 1; day <= 45; ++day) {
      const std::uint64_t trust = batch.column_hash(Column::trust, 0);
      for (int step = 0; step < chosen.options.steps_per_day; ++step) batch.run_phase("intervene");
      RC_ASSERT(batch.day() == day);
      RC_ASSERT(batch.column_hash(Column::trust, 0) == trust);
      if (day % 3 == 1) compare_day(chosen, batch);
      compare_money(chosen, batch);
    }
  });
}

}  // namespace
}  // namespace trust::testing
