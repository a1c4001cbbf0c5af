#include "scenarios/targets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "scenarios/role_names.hpp"
#include "scenarios/words.hpp"

namespace trust {

namespace {

class Names {
 public:
  Names(const Organisation& organisation, Problems& problems, std::vector<std::string>& notes)
      : organisation_(organisation), problems_(problems), notes_(notes) {
    for (const Team& team : organisation.teams) teams_.push_back(team.name);
    for (const Person& person : organisation.people) people_.insert(person.id);
    role_has_people_.resize(organisation.roles.size());
    for (const Person& person : organisation.people) role_has_people_[person.role] = true;
  }

  void resolve(Target& target, const Problem& place) {
    switch (target.kind) {
      case Target::Kind::everyone:
        return;
      case Target::Kind::role:
        return resolve_role(target, place);
      case Target::Kind::function:
        return resolve_among(organisation_.functions, "function", target, place);
      case Target::Kind::team:
        return resolve_among(teams_, "team", target, place);
      case Target::Kind::person:
        return resolve_person(target, place);
    }
  }

 private:
  void resolve_role(Target& target, const Problem& place) {
    const auto role = find_role(organisation_.roles, target.name);
    if (!role) return report("role", target, place, names_of(organisation_.roles));
    target.name = organisation_.roles[*role].name;
    if (role_has_people_[*role] || !noted_.insert(target.name).second) return;
    notes_.push_back(
        fmt::format("Nobody has the role {} that {} (line {}) names.", target.name, place.key, place.line));
  }

  void resolve_among(const std::vector<std::string>& names, const char* kind, Target& target, const Problem& place) {
    auto found = std::find(names.begin(), names.end(), target.name);
    if (found == names.end())
      found = std::find_if(names.begin(), names.end(),
                           [&](const std::string& name) { return same_word(name, target.name); });
    if (found == names.end()) return report(kind, target, place, names);
    target.name = *found;
  }

  void resolve_person(const Target& target, const Problem& place) {
    if (people_.contains(target.name)) return;
    std::vector<std::string> ids;
    for (const Person& person : organisation_.people) ids.push_back(person.id);
    report("person", target, place, ids);
  }

  /// Once for each table that names the target, however many levers stand in it.
  void report(const char* kind, const Target& target, Problem place, const std::vector<std::string>& names) {
    if (!reported_.insert(place.key + "\n" + target.name).second) return;
    place.what = fmt::format("there is no {} {}", kind, in_quotes(target.name));
    place.accepted = suggestion(target.name, names, 12);
    problems_.add(std::move(place));
  }

  const Organisation& organisation_;
  Problems& problems_;
  std::vector<std::string>& notes_;
  std::vector<std::string> teams_;
  std::unordered_set<std::string_view> people_;  // looked up, never walked through
  std::vector<bool> role_has_people_;
  std::set<std::string> reported_, noted_;
};

}  // namespace

void resolve_targets(DraftPlan& draft, const Organisation& organisation, Problems& problems,
                     std::vector<std::string>& notes) {
  Names names(organisation, problems, notes);
  Plan& plan = draft.plan;
  for (std::size_t i = 0; i < plan.settings.size(); ++i) names.resolve(plan.settings[i].who, draft.setting_places[i]);
  for (DraftIntervention& draft_intervention : draft.interventions)
    for (std::size_t k = 0; k < draft_intervention.who_places.size(); ++k)
      names.resolve(draft_intervention.chosen.who[k], draft_intervention.who_places[k]);
}

}  // namespace trust
