#include "scenarios/describe.hpp"

#include <algorithm>
#include <cmath>

namespace trust {

namespace {

/// Names with how many people have each, without those that nobody has. `index_of` gives a person's index.
template <typename Named, typename IndexOf>
std::vector<Group> count_by(const Organisation& organisation, const std::vector<Named>& all, IndexOf index_of) {
  std::vector<Group> groups;
  for (const Named& one : all) {
    if constexpr (std::is_same_v<Named, std::string>)
      groups.push_back({one, 0});
    else
      groups.push_back({one.name, 0});
  }
  for (const Person& person : organisation.people) ++groups[index_of(person)].people;
  std::erase_if(groups, [](const Group& group) { return group.people == 0; });
  return groups;
}

void describe_reporting(const Organisation& organisation, Description& description) {
  std::vector<bool> leads(organisation.seats());
  for (const Person& person : organisation.people) {
    description.levels = std::max(description.levels, static_cast<std::uint16_t>(person.level + 1));
    if (person.manager == no_seat)
      ++description.without_manager;
    else
      leads[person.manager] = true;
  }
  description.leaders = static_cast<Seat>(std::count(leads.begin(), leads.end(), true));
  if (description.leaders == 0) return;
  description.span_of_control =
      static_cast<double>(description.people - description.without_manager) / description.leaders;
}

void describe_trust(const Organisation& organisation, Description& description) {
  if (organisation.ties.empty()) return;
  const auto ties = static_cast<double>(organisation.ties.size());
  double sum = 0, squares = 0;
  for (const Tie& tie : organisation.ties) sum += tie.trust;
  description.trust_mean = sum / ties;
  for (const Tie& tie : organisation.ties)
    squares += (tie.trust - description.trust_mean) * (tie.trust - description.trust_mean);
  description.trust_deviation = std::sqrt(squares / ties);
}

}  // namespace

TieGraph graph_of(const Organisation& organisation) {
  std::vector<Arc> arcs;
  arcs.reserve(organisation.ties.size());
  for (const Tie& tie : organisation.ties) arcs.push_back({tie.source, tie.target});
  return {organisation.seats(), arcs};
}

Description describe(const Organisation& organisation) {
  Description description;
  description.people = organisation.seats();
  description.by_role = count_by(organisation, organisation.roles, [](const Person& person) { return person.role; });
  description.by_function =
      count_by(organisation, organisation.functions, [](const Person& person) { return person.function; });
  description.by_team = count_by(organisation, organisation.teams, [](const Person& person) { return person.team; });
  describe_reporting(organisation, description);
  describe_trust(organisation, description);
  description.graph = measure_graph(graph_of(organisation));
  return description;
}

}  // namespace trust
