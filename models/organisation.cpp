#include "models/organisation.hpp"

#include <array>
#include <bit>

#include "sim/lane_hash.hpp"

namespace trust {

const std::vector<Role>& standard_roles() {
  static const std::vector<Role> roles = {
      {"rep", "Sells to clients and lives off what they buy.", "sales", false, true, ChainPart::sales, false, {}},
      {"bdr",
       "Business development: turns leads into first conversations.",
       "sales",
       false,
       true,
       ChainPart::development,
       false,
       {}},
      {"marketer", "Creates awareness and leads.", "marketing", false, false, ChainPart::marketing, false, {}},
      {"field_marketer",
       "Runs marketing for named accounts, side by side with sales.",
       "marketing",
       false,
       false,
       ChainPart::marketing,
       true,
       {}},
      {"leader",
       "Leads a team.",
       "leadership",
       true,
       false,
       ChainPart::none,
       false,
       {{Lever::recognition_propensity, 0.2F}, {Lever::transparency_propensity, 0.35F}}},
  };
  return roles;
}

std::string_view name_of(TieKind kind) {
  static constexpr std::array<std::string_view, static_cast<std::size_t>(TieKind::count)> names = {
      "manager", "report", "peer", "cross_function", "leader_leader"};
  return names[static_cast<std::size_t>(kind)];
}

TieKind tie_kind(const Organisation& organisation, Seat source, Seat target) {
  const Person& from = organisation.people[source];
  const Person& to = organisation.people[target];
  if (from.manager == target) return TieKind::manager;
  if (to.manager == source) return TieKind::report;
  if (organisation.roles[from.role].leads && organisation.roles[to.role].leads) return TieKind::leader_leader;
  return from.function == to.function ? TieKind::peer : TieKind::cross_function;
}

std::uint64_t digest(const Organisation& organisation) {
  std::uint64_t hash = 0;
  const auto add = [&hash](std::uint64_t value) { hash = chain(hash, value); };
  for (const Role& role : organisation.roles) {
    add(hash_of(role.name));
    add(hash_of(role.function));
    add(static_cast<std::uint64_t>(role.leads) << 1 | static_cast<std::uint64_t>(role.exposed));
    add(static_cast<std::uint64_t>(role.part) << 1 | static_cast<std::uint64_t>(role.carries_change));
    for (const auto& [lever, value] : role.defaults) {
      add(hash_of(parameter(lever).name));
      add(std::bit_cast<std::uint32_t>(value));
    }
  }
  for (const std::string& function : organisation.functions) add(hash_of(function));
  for (const Team& team : organisation.teams) {
    add(hash_of(team.name));
    add(std::uint64_t{team.function} << 32 | team.leader);
  }
  for (const Person& person : organisation.people) {
    add(hash_of(person.id));
    add(hash_of(person.location));
    add(std::uint64_t{person.role} << 32 | person.function);
    add(std::uint64_t{person.team} << 32 | person.manager);
    add(std::uint64_t{person.level} << 32 | std::bit_cast<std::uint32_t>(person.tenure_years));
    for (const float value : {person.skill, person.acumen, person.style_x, person.style_y, person.self_awareness,
                              person.propensity, person.open ? 1.0F : 0.0F}) {
      add(std::bit_cast<std::uint32_t>(value));
    }
  }
  add(std::bit_cast<std::uint32_t>(organisation.candidate_ties));
  add(std::uint64_t{organisation.account_places} << 32 | organisation.initial_accounts);
  for (const Tie& tie : organisation.ties) {
    add(std::uint64_t{tie.source} << 32 | tie.target);
    add(std::bit_cast<std::uint32_t>(tie.trust));
  }
  return hash;
}

}  // namespace trust
