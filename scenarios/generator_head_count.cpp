#include "scenarios/generator_head_count.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace trust {
namespace {

constexpr std::uint64_t most_people = 10'000'000;

std::uint32_t divide_up(std::uint32_t amount, std::uint32_t by) { return amount / by + (amount % by != 0); }

void check_figures(const GeneratorSpec& spec, const std::vector<Role>& roles) {
  if (spec.team_size < 2) throw std::invalid_argument("team_size is " + std::to_string(spec.team_size) + "; 2 or more");
  if (spec.span_of_control < 2) {
    throw std::invalid_argument("span_of_control is " + std::to_string(spec.span_of_control) + "; 2 or more");
  }
  std::uint64_t people = 0;
  for (const auto& entry : spec.roles) {
    if (std::ranges::find(roles, entry.first, &Role::name) == roles.end()) {
      throw std::invalid_argument("roles: there is no role '" + entry.first + "'");
    }
    people += entry.second;
  }
  if (people == 0) throw std::invalid_argument("roles: nobody is in the organisation; at least one person");
  if (people > most_people) {
    throw std::invalid_argument("roles: " + std::to_string(people) + " people; at most " + std::to_string(most_people));
  }
}

FunctionCount& function_named(HeadCount& heads, const std::string& name) {
  const auto known = std::ranges::find(heads.functions, name, &FunctionCount::name);
  if (known != heads.functions.end()) return *known;
  return heads.functions.emplace_back(FunctionCount{name, {}, 0, 0});
}

/// Sorts the counts into functions and leading roles; returns the number of leaders asked for, if any was given.
std::optional<std::uint32_t> sort_roles(HeadCount& heads, const GeneratorSpec& spec, const std::vector<Role>& roles) {
  std::optional<std::uint32_t> leaders;
  for (std::uint32_t r = 0; r < roles.size(); ++r) {
    const auto given = spec.roles.find(roles[r].name);
    if (given == spec.roles.end()) continue;
    if (roles[r].leads) {
      leaders = leaders.value_or(0) + given->second;
      if (given->second > 0) heads.leading_roles.push_back({r, given->second});
    } else if (given->second > 0) {
      FunctionCount& function = function_named(heads, roles[r].function);
      function.roles.push_back({r, given->second});
      function.members += given->second;
    }
  }
  return leaders;
}

/// Leaders are of the roles that were counted, or of the first role that leads.
void settle_leading_roles(HeadCount& heads, const std::vector<Role>& roles) {
  const auto leading = std::ranges::find_if(roles, &Role::leads);
  if (heads.leading_roles.empty()) {
    if (leading == roles.end()) throw std::invalid_argument("roles: no known role leads teams");
    heads.leading_roles.push_back({static_cast<std::uint32_t>(leading - roles.begin()), 0});
  }
  std::ranges::stable_sort(heads.leading_roles, {}, &RoleCount::count);
  heads.top_function = roles[heads.leading_roles.back().role].function;
  if (heads.top_function.empty()) heads.top_function = "leadership";
  if (heads.functions.empty()) function_named(heads, heads.top_function);
}

std::uint32_t leaders_for(const HeadCount& heads, std::uint32_t span) {
  std::uint32_t leaders = leaders_above(static_cast<std::uint32_t>(heads.functions.size()), span);
  for (const FunctionCount& function : heads.functions) leaders += function.teams + leaders_above(function.teams, span);
  return leaders;
}

void make_teams(HeadCount& heads, std::uint32_t team_size) {
  for (FunctionCount& function : heads.functions) {
    function.teams = std::max(1u, divide_up(function.members, team_size - 1));
  }
}

/// The function with the largest teams; nothing where every team has one member besides its leader.
FunctionCount* most_crowded(HeadCount& heads) {
  FunctionCount* found = nullptr;
  for (FunctionCount& function : heads.functions) {
    if (function.teams >= function.members) continue;
    const auto crowd = [](const FunctionCount& f, const FunctionCount& other) {
      return std::uint64_t{f.members} * other.teams;
    };
    if (found == nullptr || crowd(function, *found) > crowd(*found, function)) found = &function;
  }
  return found;
}

/// As many teams as `leaders` can lead, one more at a time wherever teams are largest.
void make_teams_for(HeadCount& heads, std::uint32_t leaders, std::uint32_t span) {
  for (FunctionCount& function : heads.functions) function.teams = 1;
  if (heads.functions.size() == 1 && heads.functions[0].members == 0) {  // leaders only: teams of one
    heads.functions[0].members = leaders;
  }
  std::uint32_t needed = leaders_for(heads, span);
  while (FunctionCount* const function = most_crowded(heads)) {
    const std::uint32_t before = function->teams + leaders_above(function->teams, span);
    const std::uint32_t after = function->teams + 1 + leaders_above(function->teams + 1, span);
    if (needed + after - before > leaders) break;
    ++function->teams;
    needed += after - before;
  }
  heads.spare_leaders = leaders - needed;
  if (heads.functions[0].roles.empty()) heads.functions[0].members = 0;
}

/// Fewest and most leaders that make sense: teams at most twice as large as asked for, and of two people at least.
void check_leaders(HeadCount heads, std::uint32_t leaders, const GeneratorSpec& spec) {
  make_teams(heads, 2 * std::min(spec.team_size, 0x40000000u));
  const std::uint32_t fewest = leaders_for(heads, spec.span_of_control);
  make_teams(heads, 2);
  const std::uint32_t most = leaders_for(heads, spec.span_of_control);
  if (leaders >= fewest && (leaders <= most || heads.functions[0].roles.empty())) return;
  throw std::invalid_argument("roles: " + std::to_string(leaders) +
                              " leaders cannot lead these people in teams of about " + std::to_string(spec.team_size) +
                              "; " + std::to_string(fewest) + " to " + std::to_string(most) +
                              ", or no count of leaders");
}

}  // namespace

std::uint32_t leaders_above(std::uint32_t teams, std::uint32_t span) {
  std::uint32_t leaders = 0;
  while (teams > 1) leaders += teams = divide_up(teams, span);
  return leaders;
}

HeadCount count_heads(const GeneratorSpec& spec, const std::vector<Role>& roles) {
  check_figures(spec, roles);
  HeadCount heads;
  const auto leaders = sort_roles(heads, spec, roles);
  settle_leading_roles(heads, roles);
  heads.leaderless = leaders == 0u && heads.functions.size() == 1 && heads.functions[0].members == 1;
  make_teams(heads, spec.team_size);
  if (leaders && !heads.leaderless) {
    check_leaders(heads, *leaders, spec);
    make_teams_for(heads, *leaders, spec.span_of_control);
  }
  return heads;
}

}  // namespace trust
