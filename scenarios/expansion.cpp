#include "scenarios/expansion.hpp"

#include <algorithm>
#include <stdexcept>

namespace trust {

namespace {

bool means_everyone(const std::vector<Target>& who) {
  return std::any_of(who.begin(), who.end(), [](const Target& one) { return one.kind == Target::Kind::everyone; });
}

bool is_for_all(const LeverChange& change) { return parameter(change.lever).scope == Scope::organisation; }

}  // namespace

std::vector<Target> roles_that_lead(const Organisation& organisation, bool lead) {
  std::vector<bool> held(organisation.roles.size());
  for (const Person& person : organisation.people) held[person.role] = true;
  std::vector<Target> roles;
  for (std::size_t i = 0; i < organisation.roles.size(); ++i)
    if (held[i] && organisation.roles[i].leads == lead)
      roles.push_back({Target::Kind::role, organisation.roles[i].name});
  return roles;
}

Expansion::Expansion(const ChosenIntervention& chosen, const Organisation& organisation)
    : chosen_(chosen), organisation_(organisation) {
  stage(Whom::who);
  stages_.back().changes = chosen.changes;
  if (chosen.cost)
    stages_.back().cost = *chosen.cost;
  else if (chosen.kind)
    stages_.back().cost = chosen.kind->cost;
}

const std::optional<double>& Expansion::value(std::string_view option) const {
  const std::vector<KindOption>& options = chosen_.kind->options;
  for (std::size_t i = 0; i < options.size(); ++i)
    if (options[i].name == option) return chosen_.values.at(i);
  throw std::invalid_argument("no option " + std::string(option));
}

std::vector<Target> Expansion::people(Whom whom) const {
  return whom == Whom::who ? chosen_.who : roles_that_lead(organisation_, whom == Whom::leaders);
}

void Expansion::stage(Whom whom, int delay, int days) {
  const int first = chosen_.first_day + delay;
  const int last = days > 0 ? std::min(first + days - 1, chosen_.last_day) : chosen_.last_day;
  stages_.push_back({people(whom), first, last, {}, {}});
}

void Expansion::set(Lever lever, float value) {
  stages_.back().changes.push_back({LeverChange::How::set, lever, value});
}

void Expansion::add(Lever lever, float value) {
  stages_.back().changes.push_back({LeverChange::How::add, lever, value});
}

void Expansion::spend(const KindCost& cost) {
  if (!chosen_.cost) stages_.back().cost = cost;
}

void Expansion::event(Event event) {
  event.name = chosen_.name;
  event.day = stages_.back().first_day;
  if (event.who.empty()) event.who = stages_.back().who;
  (event.kind == Event::Kind::violation ? event.severity : event.share) *= chosen_.strength;
  events_.push_back(std::move(event));
}

Intervention Expansion::part(const Stage& stage) const {
  Intervention part;
  part.name = chosen_.name;
  part.first_day = stage.first_day;
  part.last_day = stage.last_day;
  part.who = stage.who;
  part.ramp_days = chosen_.ramp_days;
  part.strength = chosen_.strength;
  return part;
}

void Expansion::add_stage(const Stage& stage, Plan& plan) const {
  if (stage.who.empty() || stage.first_day > stage.last_day) return;
  Intervention some = part(stage), all = part(stage);
  all.who = {Target{}};
  for (const LeverChange& change : stage.changes)
    (is_for_all(change) && !means_everyone(stage.who) ? all : some).changes.push_back(change);
  const int cost_end = stage.cost.days > 0 ? stage.first_day + stage.cost.days - 1 : stage.last_day;
  const bool costs_throughout = cost_end >= stage.last_day;
  Intervention cost = part(stage);
  cost.last_day = std::min(cost_end, stage.last_day);
  Intervention& due = costs_throughout ? some : cost;
  due.hours_per_day = static_cast<float>(stage.cost.hours);
  due.money_per_day = static_cast<float>(stage.cost.money);
  Intervention once = part(stage);
  once.last_day = once.first_day;
  once.money_per_day = static_cast<float>(stage.cost.once);

  const bool by_hand = !chosen_.kind;  // stays one intervention even if it does nothing
  const auto adds = [](const Intervention& one) {
    return !one.changes.empty() || one.hours_per_day > 0 || one.money_per_day > 0;
  };
  if (adds(some) || by_hand) plan.interventions.push_back(std::move(some));
  for (Intervention* one : {&all, &cost, &once})
    if (adds(*one)) plan.interventions.push_back(std::move(*one));
}

bool Expansion::cut_short() const {
  return std::any_of(stages_.begin(), stages_.end(),
                     [](const Stage& stage) { return stage.first_day > stage.last_day; });
}

void Expansion::add_to(Plan& plan) const {
  for (const Stage& stage : stages_) add_stage(stage, plan);
  plan.events.insert(plan.events.end(), events_.begin(), events_.end());
}

}  // namespace trust
