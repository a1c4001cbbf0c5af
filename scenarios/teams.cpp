#include "scenarios/teams.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "scenarios/words.hpp"

namespace trust {

namespace {

class TeamNames {
 public:
  explicit TeamNames(Organisation& organisation) : organisation_(organisation) {}
  std::uint32_t index_of(const std::string& name) {
    const auto [found, is_new] = index_.emplace(name, static_cast<std::uint32_t>(organisation_.teams.size()));
    if (is_new) organisation_.teams.push_back({name, 0, no_seat});
    return found->second;
  }

 private:
  Organisation& organisation_;
  std::unordered_map<std::string, std::uint32_t> index_;  // looked up, never walked through
};

/// How many members of one team report to one person.
struct Following {
  std::uint32_t team;
  Seat manager;
  std::uint32_t members;
};

/// One entry a team and manager, teams together.
std::vector<Following> count_followings(const Organisation& organisation) {
  std::vector<std::pair<std::uint32_t, Seat>> pairs;
  for (const Person& person : organisation.people)
    if (person.manager != no_seat) pairs.emplace_back(person.team, person.manager);
  std::sort(pairs.begin(), pairs.end());
  std::vector<Following> followings;
  for (const auto& [team, manager] : pairs) {
    if (followings.empty() || followings.back().team != team || followings.back().manager != manager)
      followings.push_back({team, manager, 0});
    ++followings.back().members;
  }
  return followings;
}

void set_leaders(Organisation& organisation) {
  std::vector<Following> best(organisation.teams.size(), {0, no_seat, 0});
  const auto rank = [&](const Following& following) {
    const Person& manager = organisation.people[following.manager];
    return std::tuple(manager.team == following.team, following.members, -static_cast<int>(manager.level));
  };
  for (const Following& following : count_followings(organisation)) {
    Following& leader = best[following.team];
    if (leader.manager == no_seat || rank(following) > rank(leader)) leader = following;
  }
  for (std::size_t t = 0; t < best.size(); ++t) organisation.teams[t].leader = best[t].manager;
  for (Seat seat = 0; seat < organisation.seats(); ++seat) {
    const Person& person = organisation.people[seat];
    const Following& found = best[person.team];
    Seat& leader = organisation.teams[person.team].leader;
    if (found.manager != no_seat || !organisation.roles[person.role].leads) continue;
    if (leader == no_seat || person.level < organisation.people[leader].level) leader = seat;
  }
}

void set_functions(Organisation& organisation) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (const Person& person : organisation.people) pairs.emplace_back(person.team, person.function);
  std::sort(pairs.begin(), pairs.end());
  std::size_t most = 0;
  for (std::size_t i = 0, end; i < pairs.size(); i = end) {
    for (end = i; end < pairs.size() && pairs[end] == pairs[i];) ++end;
    const bool new_team = i == 0 || pairs[i].first != pairs[i - 1].first;
    if (!new_team && end - i <= most) continue;
    most = end - i;
    organisation.teams[pairs[i].first].function = pairs[i].second;
  }
}

}  // namespace

void assign_teams(Organisation& organisation, const PeopleList& people, const ReportingLines& lines,
                  std::vector<std::string>& notes) {
  TeamNames names(organisation);
  const std::vector<bool> manages = lines.manages();
  std::size_t by_manager = 0, by_function = 0;
  for (Seat seat = 0; seat < people.rows.size(); ++seat) {
    Person& person = organisation.people[seat];
    const Seat leader = manages[seat] ? seat : lines.manager[seat];
    std::string name = people.rows[seat].team;
    if (name.empty() && leader != no_seat) {
      const std::string& own = people.rows[leader].team;
      name = own.empty() ? "Team of " + people.rows[leader].id : own;
      ++by_manager;
    } else if (name.empty()) {
      name = organisation.functions[person.function];
      ++by_function;
    }
    person.team = names.index_of(name);
  }
  if (by_manager > 0)
    notes.push_back(
        fmt::format("{} no team of their own: put into their manager's.", people_who(by_manager, "has", "have")));
  if (by_function > 0)
    notes.push_back(fmt::format("{} neither team nor manager: put into a team of their function.",
                                people_who(by_function, "has", "have")));
}

void infer_reporting_lines(ReportingLines& lines, const Organisation& organisation, std::vector<std::string>& notes) {
  std::vector<Seat> only_leader(organisation.teams.size(), no_seat);
  std::vector<int> leaders(organisation.teams.size(), 0);
  for (Seat seat = 0; seat < organisation.seats(); ++seat) {
    const Person& person = organisation.people[seat];
    if (!organisation.roles[person.role].leads) continue;
    only_leader[person.team] = seat;
    ++leaders[person.team];
  }
  std::size_t given = 0;
  for (Seat seat = 0; seat < organisation.seats(); ++seat) {
    const std::uint32_t team = organisation.people[seat].team;
    if (leaders[team] != 1 || only_leader[team] == seat) continue;
    lines.manager[seat] = only_leader[team];
    ++given;
  }
  notes.push_back(given == 0 ? "No file says who reports to whom: nobody has a manager."
                             : fmt::format("No file says who reports to whom: {} to the one member of their "
                                           "team whose role leads, the others to nobody.",
                                           people_who(given, "reports", "report")));
}

void describe_teams(Organisation& organisation) {
  set_leaders(organisation);
  set_functions(organisation);
}

}  // namespace trust
