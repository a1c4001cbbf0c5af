#include "tests/oracles/random_case.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <bit>
#include <functional>
#include <map>
#include <sstream>

#include "models/schedule.hpp"

namespace trust::testing {
namespace {

Person random_person(Seat seat, const Organisation& organisation, Filler& filler) {
  Person person;
  person.id = "p" + std::to_string(seat);
  person.role = filler.below(static_cast<std::uint32_t>(organisation.roles.size()));
  person.team = filler.below(static_cast<std::uint32_t>(organisation.teams.size()));
  person.function = filler.below(static_cast<std::uint32_t>(organisation.functions.size()));
  person.manager = seat == 0 || filler.happens(0.2) ? no_seat : filler.below(seat);
  person.skill = filler.share();
  return person;
}

std::shared_ptr<const World> random_world(Seat size, double density, Filler& filler) {
  auto organisation = std::make_shared<Organisation>();
  organisation->roles = standard_roles();
  organisation->functions = {"sales", "marketing", "service"};
  for (int team = 0; team < 4; ++team) organisation->teams.push_back({"t" + std::to_string(team), 0, no_seat});
  for (Seat seat = 0; seat < size; ++seat) {
    organisation->people.push_back(random_person(seat, *organisation, filler));
  }
  for (Seat target = 0; target < size; ++target) {
    for (Seat source = 0; source < size; ++source) {
      const bool line =
          organisation->people[source].manager == target || organisation->people[target].manager == source;
      if (source == target || !filler.happens(line ? std::min(1.0, density * 3) : density)) continue;
      organisation->ties.push_back({source, target, filler.share()});
    }
  }
  return std::make_shared<const World>(std::move(organisation));
}

Target random_target(const Organisation& organisation, Filler& filler) {
  switch (filler.below(5)) {
    case 0:
      return {Target::Kind::role, organisation.roles[filler.below(5)].name};
    case 1:
      return {Target::Kind::function, organisation.functions[filler.below(3)]};
    case 2:
      return {Target::Kind::team, organisation.teams[filler.below(4)].name};
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

Plan random_plan(const Organisation& organisation, bool with_interventions, Filler& filler) {
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
  if (!with_interventions) return plan;
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
    const Plan& plan = made.plans[filler.below(static_cast<std::uint32_t>(made.plans.size()))];
    made.lanes.push_back({in_order ? first + static_cast<std::uint32_t>(l) : filler.below(1000), &plan});
  }
}

void randomise_trust(Batch& batch, double inactive, Filler& filler) {
  const TieGraph& graph = batch.world().graph();
  LaneColumn& trust = batch.state()[Column::trust];
  for (Seat target = 0; target < graph.seats(); ++target) {
    for (Slot slot = graph.row_begin(target); slot < graph.row_end(target); ++slot) {
      for (int l = 0; l < lane_columns; ++l) trust.at(slot, l) = filler.happens(inactive) ? -1.0F : filler.share();
    }
  }
  batch.complete_state();
}

// A random value for a column of people, within what the column can hold.
float random_cell(Column column, float hours_day, Filler& filler) {
  switch (column) {
    case Column::behaviour_word:
      return std::bit_cast<float>(filler.below(16));
    case Column::hours_reporting:
    case Column::hours_meetings:
    case Column::hours_outside:
    case Column::hours_inside:
      return hours_day * filler.share();
    case Column::effort:
      return 2 * filler.share();
    default:
      return filler.share();
  }
}

bool counts_ties(Column column) { return column == Column::ties_received || column == Column::ties_given; }

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
  } else if (lever == Lever::trust_half_life) {
    high = 500;
  }
  return std::clamp(static_cast<float>(low + (high - low) * place), row.low, row.high);
}

RandomCase random_case(const Shape& shape) {
  RandomCase made;
  const auto size = *rc::gen::inRange<Seat>(1, shape.most_people + 1);
  const double density = *rc::gen::element(0.0, 0.05, 0.3, 1.0);
  made.inactive = *rc::gen::element(0.0, 0.1, 0.9);
  made.days_before = *rc::gen::inRange(0, 3);
  made.options.steps_per_day = *rc::gen::element(1, 1, 2, 5);
  made.fill = *rc::gen::inRange<std::uint64_t>(0, 1000000);
  Filler filler(made.fill);
  made.options.seed = made.fill * 977;
  made.options.instruction_set = filler.happens(0.5) ? InstructionSet::portable : best_instruction_set();
  made.world = random_world(size, density, filler);
  for (std::uint32_t plans = 1 + filler.below(3); plans > 0; --plans) {
    made.plans.push_back(random_plan(made.world->organisation(), shape.with_interventions, filler));
  }
  random_lanes(made, filler);
  return made;
}

void randomise_people(Batch& batch, Filler& filler) {
  for (const ColumnRow& row : columns()) {
    const Column column = *find_column(row.name);
    if (row.entity != Entity::seat || counts_ties(column)) continue;
    for (Seat seat = 0; seat < batch.world().seats(); ++seat) {
      for (int l = 0; l < lane_columns; ++l) {
        batch.state()[column].at(seat, l) = random_cell(column, batch.lever(Lever::hours_day, seat, l), filler);
      }
    }
  }
}

void bring_before(std::string_view phase, const RandomCase& chosen, Batch& batch) {
  Filler filler(chosen.fill + 1);
  for (int day = 0; day < chosen.days_before; ++day) batch.step();
  randomise_trust(batch, chosen.inactive, filler);
  randomise_people(batch, filler);
  for (const DayPhase& row : schedule(chosen.options.instruction_set).day) {
    if (row.name == phase) break;
    batch.run_phase(row.name);
  }
  randomise_people(batch, filler);
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
