#include "models/plan.hpp"

namespace trust {

bool matches(const Target& target, const Organisation& organisation, Seat seat) {
  const Person& person = organisation.people[seat];
  switch (target.kind) {
    case Target::Kind::everyone:
      return true;
    case Target::Kind::role:
      return organisation.roles[person.role].name == target.name;
    case Target::Kind::function:
      return organisation.functions[person.function] == target.name;
    case Target::Kind::team:
      return organisation.teams[person.team].name == target.name;
    case Target::Kind::person:
      return person.id == target.name;
  }
  return false;
}

float ramp_on(const Intervention& intervention, int day) {
  if (day < intervention.first_day || day > intervention.last_day) return 0;
  const int done = day - intervention.first_day + 1;
  if (done >= intervention.ramp_days) return 1;
  return static_cast<float>(done) / static_cast<float>(intervention.ramp_days);
}

}  // namespace trust
