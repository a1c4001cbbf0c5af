// From head-counts by role to teams and leaders: how many of each a function needs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/organisation.hpp"
#include "scenarios/generator.hpp"

namespace trust {

struct RoleCount {
  std::uint32_t role;  // index into the list of roles
  std::uint32_t count;
};

/// One function: who works in it, in how many teams.
struct FunctionCount {
  std::string name;
  std::vector<RoleCount> roles;  // in the order of the list of roles; leaders not among them
  std::uint32_t members = 0;     // the sum of these
  std::uint32_t teams = 0;
};

struct HeadCount {
  std::vector<FunctionCount> functions;  // in the order in which the list of roles names them
  std::string top_function;              // of whoever leads more than one function; may be one of these
  std::vector<RoleCount> leading_roles;  // rarest first, which is from the top down; the last one takes all who remain
  std::uint32_t spare_leaders = 0;       // leaders asked for beyond those that teams and spans need
  bool leaderless = false;               // one person alone, and no leader wanted
};

/// Leaders above the leaders of `teams` teams until one is left, each above at most `span` others.
std::uint32_t leaders_above(std::uint32_t teams, std::uint32_t span);

/// Reads the head-counts. Without a count of leaders, teams are as large as `team_size` allows and leaders are added;
/// with one, that many leaders there are, and teams are as many as they can lead. Throws std::invalid_argument.
HeadCount count_heads(const GeneratorSpec& spec, const std::vector<Role>& roles);

}  // namespace trust
