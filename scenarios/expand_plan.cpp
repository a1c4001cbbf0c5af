#include "scenarios/expand_plan.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "models/reorganisation.hpp"
#include "scenarios/expansion.hpp"
#include "scenarios/role_names.hpp"
#include "scenarios/words.hpp"

namespace trust {

namespace {

template <typename Wanted>
std::vector<Target> roles_where(const Organisation& organisation, Wanted wanted) {
  std::vector<bool> held(organisation.roles.size());
  for (const Person& person : organisation.people) held[person.role] = true;
  std::vector<Target> roles;
  for (std::size_t i = 0; i < organisation.roles.size(); ++i)
    if (held[i] && wanted(organisation.roles[i])) roles.push_back({Target::Kind::role, organisation.roles[i].name});
  return roles;
}

std::vector<Target> those_at_the_top(const Organisation& organisation) {
  std::vector<Target> people;
  for (const Person& person : organisation.people)
    if (person.manager == no_seat && organisation.roles[person.role].leads)
      people.push_back({Target::Kind::person, person.id});
  return people;
}

std::vector<Target> usual_people(UsualWho who, const Organisation& organisation) {
  switch (who) {
    case UsualWho::leaders:
      return roles_where(organisation, [](const Role& role) { return role.leads; });
    case UsualWho::sellers:
      return roles_where(organisation, [](const Role& role) {
        return role.part == ChainPart::sales || role.part == ChainPart::development;
      });
    case UsualWho::marketers:
      return roles_where(organisation, [](const Role& role) { return role.part == ChainPart::marketing; });
    case UsualWho::top:
      return those_at_the_top(organisation);
    default:
      return {Target{}};
  }
}

class Expander {
 public:
  Expander(DraftPlan& draft, const Organisation& organisation, Problems& problems, std::vector<std::string>& notes)
      : draft_(draft), organisation_(organisation), problems_(problems), notes_(notes) {}

  void expand_all() {
    for (DraftIntervention& draft : draft_.interventions) {
      if (draft.chosen.kind && !find_people(draft)) continue;
      Expansion expansion(draft.chosen, organisation_);
      if (draft.chosen.kind) draft.chosen.kind->expand(expansion);
      const std::size_t parts_before = draft_.plan.interventions.size();
      const std::size_t events_before = draft_.plan.events.size();
      expansion.add_to(draft_.plan);
      for (std::size_t e = events_before; e < draft_.plan.events.size(); ++e) check(draft, draft_.plan.events[e]);
      if (!draft.chosen.on) {
        switch_off(parts_before, events_before);
        note(draft, "is switched off");
        continue;
      }
      note_changes_for_all(draft);
      if (expansion.cut_short()) note(draft, "ends before all of it has begun");
    }
  }

 private:
  /// Those of the plan from these places on keep their places, by which events have their luck, and never come. A
  /// reorganisation takes place without moving anybody: later ones have their luck by how many came before.
  void switch_off(std::size_t first_part, std::size_t first_event) {
    constexpr int never = 0;
    for (std::size_t i = first_part; i < draft_.plan.interventions.size(); ++i)
      draft_.plan.interventions[i].last_day = never;
    for (std::size_t e = first_event; e < draft_.plan.events.size(); ++e) {
      Event& event = draft_.plan.events[e];
      if (event.kind == Event::Kind::reorganise)
        event.share = 0;
      else
        event.day = never;
    }
  }

  bool find_people(DraftIntervention& draft) {
    ChosenIntervention& chosen = draft.chosen;
    const bool stated = !chosen.who.empty();
    if (!stated && draft.lines.contains("who")) return false;  // what is wrong with it has been said
    if (!stated && chosen.kind->who == UsualWho::must_be_named) return false;
    if (!stated) chosen.who = usual_people(chosen.kind->who, organisation_);
    if (count(chosen.who, [](Seat) { return true; }) > 0) return true;
    if (stated && !known(chosen.who)) return false;  // as has been said
    report(draft, "who",
           stated ? "is nobody here" : fmt::format("is nobody: {} finds none of those it is about", chosen.kind->name),
           "people who are in the organisation");
    return false;
  }

  /// Whether there are such roles, functions, teams and people; a role may be known although nobody has it.
  bool known(const std::vector<Target>& who) const {
    return std::all_of(who.begin(), who.end(), [&](const Target& target) {
      return target.kind == Target::Kind::role && find_role(organisation_.roles, target.name);
    });
  }

  void check(const DraftIntervention& draft, const Event& event) {
    const Event::Kind kind = event.kind;
    if (kind == Event::Kind::contract && count(event.who, [](Seat) { return true; }) < 2)
      report(draft, "who", "is one person, who has nobody to agree with", "two people or more");
    if (kind == Event::Kind::reorganise && !moves_anybody(event))
      report(draft, "who", "is nobody who could change teams",
             "people who lead nobody, in a function that has two teams or more");
    if (kind == Event::Kind::hire && count(event.who, [&](Seat seat) { return organisation_.people[seat].open; }) == 0)
      note(draft, "no seat of theirs is open on day 0: it fills those that have become empty by then, if any");
    if (kind == Event::Kind::response && !harmed_before(event))
      note(draft, "nothing in the plan has harmed anybody before: it answers for nothing");
  }

  template <typename Wanted>
  std::size_t count(const std::vector<Target>& who, Wanted wanted) const {
    std::size_t people = 0;
    for (Seat seat = 0; seat < organisation_.seats(); ++seat) {
      const auto means = [&](const Target& target) { return matches(target, organisation_, seat); };
      if (std::any_of(who.begin(), who.end(), means) && wanted(seat)) ++people;
    }
    return people;
  }

  /// Whether anybody would change teams if all that it is about were to.
  bool moves_anybody(Event event) const {
    event.share = 1;
    const Organisation after = reorganised(organisation_, event, 0, {});
    for (Seat seat = 0; seat < organisation_.seats(); ++seat)
      if (after.people[seat].team != organisation_.people[seat].team) return true;
    return false;
  }

  bool harmed_before(const Event& answer) const {
    const std::vector<Event>& events = draft_.plan.events;
    return std::any_of(events.begin(), events.end(), [&](const Event& other) {
      return other.kind == Event::Kind::violation && other.day > 0 && other.day <= answer.day;
    });
  }

  /// Where it is about some only, but part of it holds for all.
  void note_changes_for_all(const DraftIntervention& draft) {
    if (!draft.chosen.kind || !draft.lines.contains("who")) return;
    const bool everyone = std::any_of(draft.chosen.who.begin(), draft.chosen.who.end(),
                                      [](const Target& target) { return target.kind == Target::Kind::everyone; });
    if (everyone) return;
    std::vector<std::string> levers;
    for (const Intervention& part : draft_.plan.interventions)
      if (part.name == draft.chosen.name)
        for (const LeverChange& change : part.changes)
          if (parameter(change.lever).scope == Scope::organisation) levers.emplace_back(parameter(change.lever).name);
    if (!levers.empty()) note(draft, "changes for the whole organisation, whoever it is about: " + listing(levers));
  }

  void report(const DraftIntervention& draft, std::string_view key, std::string what, std::string accepted) {
    Problem problem = draft.at(key);
    problem.what = std::move(what);
    problem.accepted = std::move(accepted);
    problems_.add(std::move(problem));
  }

  void note(const DraftIntervention& draft, const std::string& what) {
    notes_.push_back(fmt::format("{} (line {}) {}.", draft.chosen.name, draft.place.line, what));
  }

  DraftPlan& draft_;
  const Organisation& organisation_;
  Problems& problems_;
  std::vector<std::string>& notes_;
};

}  // namespace

void expand_interventions(DraftPlan& draft, const Organisation& organisation, Problems& problems,
                          std::vector<std::string>& notes) {
  Expander(draft, organisation, problems, notes).expand_all();
}

}  // namespace trust
