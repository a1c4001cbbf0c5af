#include "scenarios/generator_structure.hpp"

#include <algorithm>
#include <map>

#include "scenarios/generator_head_count.hpp"
#include "scenarios/generator_hierarchy.hpp"
#include "scenarios/generator_units.hpp"

namespace trust {
namespace {

constexpr std::uint32_t no_team = 0xFFFFFFFFu;

/// A team before its people have seats.
struct TeamPlan {
  std::uint32_t function;                // index into Organisation::functions
  bool leadership = false;               // made of leaders whose own reports lead teams
  std::vector<std::uint32_t> positions;  // leaders in it, whoever leads the team first
  std::vector<RoleCount> members = {};   // who else
};

std::string capitalised(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

/// "Sales 3" -> "sales-3"; letters of other alphabets stay.
std::string as_id(const std::string& name) {
  std::string id = name;
  for (char& letter : id) {
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    if (letter == ' ' || letter == ',' || letter == ';' || letter == '\t' || letter == '"') letter = '-';
  }
  return id;
}

/// Leaders of leaders sit in teams too: from the lowest upwards, whoever has no team yet gets one with their manager
/// and those of the manager's reports who have none either. At most the top is left, alone.
std::vector<TeamPlan> leadership_teams(const LeaderTree& tree) {
  std::vector<std::vector<std::uint32_t>> led_by(tree.positions.size());  // by the position of who leads the team
  std::vector<bool> seated(tree.positions.size(), false);
  const auto needs_seat = [&](std::uint32_t p) { return !tree.positions[p].leads_team() && !seated[p]; };
  for (auto p = tree.from_the_top.rbegin(); p != tree.from_the_top.rend(); ++p) {
    if (!needs_seat(*p)) continue;
    const std::uint32_t manager = tree.positions[*p].manager;
    auto& team = led_by[manager == nobody ? *p : manager];
    team.push_back(manager == nobody ? *p : manager);
    if (manager != nobody) std::ranges::copy_if(tree.positions[manager].reports, std::back_inserter(team), needs_seat);
    for (const std::uint32_t member : team) seated[member] = true;
  }
  std::vector<TeamPlan> teams;
  for (const std::uint32_t p : tree.from_the_top) {
    if (!led_by[p].empty()) teams.push_back({tree.positions[p].function, true, led_by[p]});
  }
  return teams;
}

/// Deals out a function's people over its teams, as evenly as whole people allow, role after role.
std::vector<std::vector<RoleCount>> deal_members(const FunctionCount& function) {
  std::vector<std::vector<RoleCount>> teams(function.teams);
  std::size_t role = 0;
  std::uint32_t left_of_role = function.roles.empty() ? 0 : function.roles[0].count;
  for (std::uint32_t t = 0; t < function.teams; ++t) {
    std::uint32_t places = function.members / function.teams + (t < function.members % function.teams);
    while (places > 0) {
      if (left_of_role == 0) left_of_role = function.roles[++role].count;
      const std::uint32_t taken = std::min(places, left_of_role);
      teams[t].push_back({function.roles[role].role, taken});
      places -= taken;
      left_of_role -= taken;
    }
  }
  return teams;
}

/// All teams in the order in which people are seated: who leads leaders first, then function by function.
std::vector<TeamPlan> plan_teams(const HeadCount& heads, const LeaderTree& tree) {
  std::vector<TeamPlan> plans = leadership_teams(tree);
  std::uint32_t position = 0;
  for (std::uint32_t f = 0; f < heads.functions.size(); ++f) {
    while (!tree.positions[position].leads_team()) ++position;  // leaders over the teams of the function before
    for (auto& members : deal_members(heads.functions[f])) {
      plans.push_back({f, false, {}, std::move(members)});
      if (!heads.leaderless) plans.back().positions.push_back(position);
      ++position;
    }
  }
  return plans;
}

/// The role of each leader position: the rarest role at the top.
std::vector<std::uint32_t> roles_of_positions(const HeadCount& heads, const LeaderTree& tree) {
  std::vector<std::uint32_t> roles(tree.positions.size());
  std::size_t next = 0;
  for (std::size_t r = 0; r < heads.leading_roles.size(); ++r) {
    const bool last = r + 1 == heads.leading_roles.size();
    const std::size_t end = last ? roles.size() : std::min(roles.size(), next + heads.leading_roles[r].count);
    for (; next < end; ++next) roles[tree.from_the_top[next]] = heads.leading_roles[r].role;
  }
  return roles;
}

/// Fills seats team by team.
class Seating {
 public:
  Seating(const HeadCount& heads, const LeaderTree& tree, Organisation& organisation)
      : tree_(tree),
        organisation_(organisation),
        role_(roles_of_positions(heads, tree)),
        seat_(tree.positions.size(), no_seat) {}

  void seat(const std::vector<TeamPlan>& plans) {
    name_teams(plans);
    for (std::uint32_t t = 0; t < plans.size(); ++t) seat_team(plans[t], t);
    for (std::size_t p = 0; p < tree_.positions.size(); ++p) {
      const std::uint32_t manager = tree_.positions[p].manager;
      if (manager != nobody) organisation_.people[seat_[p]].manager = seat_[manager];
    }
  }

  const std::vector<Seat>& seats_of_positions() const { return seat_; }

 private:
  void name_teams(const std::vector<TeamPlan>& plans) {
    std::map<std::pair<std::uint32_t, bool>, std::uint32_t> total, so_far;
    for (const TeamPlan& plan : plans) ++total[{plan.function, plan.leadership}];
    for (const TeamPlan& plan : plans) {
      const std::uint32_t number = ++so_far[{plan.function, plan.leadership}];
      const std::string& function = organisation_.functions[plan.function];
      const bool at_the_top = plan.leadership && plan.function == top_function();
      std::string name = at_the_top ? "Leadership" : capitalised(function) + (plan.leadership ? " leadership" : "");
      if (plan.leadership) name += " team";
      if (!plan.leadership || total[{plan.function, true}] > 1) name += ' ' + std::to_string(number);
      organisation_.teams.push_back({std::move(name), plan.function, no_seat});
    }
  }

  std::uint32_t top_function() const { return tree_.positions[tree_.from_the_top[0]].function; }

  void seat_team(const TeamPlan& plan, std::uint32_t team) {
    Seat leader = no_seat;
    for (const std::uint32_t p : plan.positions) {
      seat_[p] = add_person(role_[p], tree_.positions[p].function, team);
      organisation_.people.back().level = static_cast<std::uint16_t>(tree_.positions[p].depth);
      if (leader == no_seat) leader = seat_[p];
    }
    organisation_.teams[team].leader = leader;
    for (const auto& [role, count] : plan.members) {
      for (std::uint32_t i = 0; i < count; ++i) add_member(add_person(role, plan.function, team), leader);
    }
  }

  Seat add_person(std::uint32_t role, std::uint32_t function, std::uint32_t team) {
    place_in_team_ = team == last_team_ ? place_in_team_ + 1 : 1;
    last_team_ = team;
    Person person;
    person.id = as_id(organisation_.teams[team].name) + '-' + std::to_string(place_in_team_);
    person.role = role;
    person.function = function;
    person.team = team;
    organisation_.people.push_back(std::move(person));
    return organisation_.seats() - 1;
  }

  void add_member(Seat member, Seat leader) {
    if (leader == no_seat) return;
    organisation_.people[member].manager = leader;
    organisation_.people[member].level = static_cast<std::uint16_t>(organisation_.people[leader].level + 1);
  }

  const LeaderTree& tree_;
  Organisation& organisation_;
  std::vector<std::uint32_t> role_;  // by position
  std::vector<Seat> seat_;           // by position
  std::uint32_t last_team_ = no_team;
  std::uint32_t place_in_team_ = 0;
};

/// Numbers the functions in the order of their first person, and says of each team where most of its people work.
void settle_functions(Organisation& organisation) {
  std::vector<std::uint32_t> number(organisation.functions.size(), nobody);
  std::vector<std::string> names;
  std::vector<std::map<std::uint32_t, std::uint32_t>> people(organisation.teams.size());
  for (Person& person : organisation.people) {
    std::uint32_t& function = number[person.function];
    if (function == nobody) {
      function = static_cast<std::uint32_t>(names.size());
      names.push_back(organisation.functions[person.function]);
    }
    person.function = function;
    ++people[person.team][function];
  }
  organisation.functions = std::move(names);
  for (std::size_t t = 0; t < organisation.teams.size(); ++t) {
    const auto most = std::ranges::max_element(people[t], {}, [](const auto& entry) { return entry.second; });
    organisation.teams[t].function = most->first;
  }
}

}  // namespace

OrganisationFrame build_frame(const GeneratorSpec& spec, const std::vector<Role>& roles) {
  const HeadCount heads = count_heads(spec, roles);
  const LeaderTree tree = build_leader_tree(heads, spec.span_of_control);
  OrganisationFrame frame;
  Organisation& organisation = frame.organisation;
  organisation.roles = roles;
  for (const FunctionCount& function : heads.functions) organisation.functions.push_back(function.name);
  const bool of_its_own = tree.positions[tree.from_the_top[0]].function == heads.functions.size();
  if (of_its_own) organisation.functions.push_back(heads.top_function);
  Seating seating(heads, tree, organisation);
  seating.seat(plan_teams(heads, tree));
  place_in_units(frame, heads, tree, seating.seats_of_positions());
  settle_functions(organisation);
  return frame;
}

}  // namespace trust
