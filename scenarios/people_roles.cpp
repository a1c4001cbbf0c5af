#include "scenarios/people_roles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "scenarios/role_names.hpp"
#include "scenarios/words.hpp"

namespace trust {

namespace {

/// Titles that no role stands for, with how many people have each.
using TitleCount = std::map<std::string, std::size_t>;

std::string most_frequent(const TitleCount& titles) {
  constexpr std::size_t shown = 8;
  std::vector<std::pair<std::string, std::size_t>> sorted(titles.begin(), titles.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> words;
  for (const auto& [title, count] : sorted)
    words.push_back(fmt::format("{} {}", title.empty() ? "no title" : in_quotes(title), count));
  return listing(words, shown);
}

std::size_t total(const TitleCount& titles) {
  std::size_t people = 0;
  for (const auto& [title, count] : titles) people += count;
  return people;
}

void note_assumed(const TitleCount& titles, const std::string& role, const std::string& why, bool has_titles,
                  std::vector<std::string>& notes) {
  if (titles.empty()) return;
  const std::string what = has_titles ? " a title that stands for no role (" + most_frequent(titles) + ")" : " no role";
  notes.push_back(fmt::format("{}{}: taken as {}, {}.", people_who(total(titles), "has", "have"), what, role, why));
}

void note_unmet_titles(const PeopleList& people, const ImportSpec& spec, std::vector<std::string>& notes) {
  std::set<std::string, std::less<>> met;
  for (const PersonRow& row : people.rows) met.insert(lower_case(row.title));
  for (const auto& [title, role] : spec.titles)
    if (!met.contains(title))
      notes.push_back("Nobody has the title " + in_quotes(title) + " that roles = {...} names.");
}

std::uint32_t leading_role(const std::vector<Role>& roles) {
  const auto leads = std::find_if(roles.begin(), roles.end(), [](const Role& role) { return role.leads; });
  return static_cast<std::uint32_t>(leads - roles.begin());
}

}  // namespace

std::vector<std::uint32_t> assign_roles(const PeopleList& people, const std::vector<bool>& manages,
                                        const ImportSpec& spec, const std::vector<Role>& roles,
                                        std::vector<std::string>& notes) {
  const std::uint32_t otherwise = find_role(roles, spec.default_role).value_or(0);
  const std::uint32_t leader = leading_role(roles);
  TitleCount leaders, others;
  std::vector<std::uint32_t> assigned;
  for (Seat seat = 0; seat < people.rows.size(); ++seat) {
    const std::string& title = people.rows[seat].title;
    const auto mapped = spec.titles.find(lower_case(title));
    const auto role = find_role(roles, mapped != spec.titles.end() ? mapped->second : title);
    const bool leads = manages[seat] && leader < roles.size();
    if (!role) ++(leads ? leaders : others)[title];
    assigned.push_back(role ? *role : leads ? leader : otherwise);
  }
  if (leader < roles.size())
    note_assumed(leaders, roles[leader].name, "because others report to them", people.has_titles, notes);
  note_assumed(others, roles[otherwise].name, spec.default_role_stated ? "as default_role says" : "the default_role",
               people.has_titles, notes);
  if (people.has_titles) note_unmet_titles(people, spec, notes);
  return assigned;
}

std::uint32_t FunctionNames::index_of(const std::string& name) {
  const auto [found, is_new] =
      index_.emplace(lower_case(name), static_cast<std::uint32_t>(organisation_.functions.size()));
  if (is_new) organisation_.functions.push_back(name);
  return found->second;
}

}  // namespace trust
