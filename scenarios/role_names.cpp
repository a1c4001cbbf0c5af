#include "scenarios/role_names.hpp"

#include "scenarios/words.hpp"

namespace trust {

namespace {

std::string plain(std::string_view name) {
  std::string word = lower_case(trimmed(name));
  for (char& c : word)
    if (c == ' ' || c == '-') c = '_';
  return word;
}

}  // namespace

std::optional<std::uint32_t> find_role(const std::vector<Role>& roles, std::string_view name) {
  const std::string wanted = plain(name);
  for (std::uint32_t i = 0; i < roles.size(); ++i)
    if (plain(roles[i].name) == wanted) return i;
  return std::nullopt;
}

std::vector<std::string> names_of(const std::vector<Role>& roles) {
  std::vector<std::string> names;
  for (const Role& role : roles) names.push_back(role.name);
  return names;
}

}  // namespace trust
