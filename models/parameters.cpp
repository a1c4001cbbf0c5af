#include "models/parameters.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace trust {
namespace {

constexpr Scope person = Scope::person;
constexpr Scope organisation = Scope::organisation;

constexpr std::array<Parameter, lever_count> table = {{
#define TRUST_LEVER(id, ...) {Lever::id, __VA_ARGS__},
#include "models/parameters.def"
#undef TRUST_LEVER
}};

std::string number(float value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string as_row(const Parameter& row) {
  std::string text = "| `" + std::string(row.name) + "` | ";
  text += std::string(row.sentence) + " | " + std::string(row.unit) + " | ";
  text += number(row.low) + " to " + number(row.high) + " | " + number(row.initial) + " | ";
  text += std::string(row.prior) + " | " + (row.scope == Scope::person ? "person" : "organisation") + " | ";
  return text + std::string(row.source) + " |\n";
}

}  // namespace

std::span<const Parameter> parameters() { return table; }

const Parameter& parameter(Lever lever) { return table[static_cast<std::size_t>(lever)]; }

std::optional<Lever> find_lever(std::string_view name) {
  const auto* found = std::find_if(table.begin(), table.end(), [&](const Parameter& row) { return row.name == name; });
  if (found == table.end()) return std::nullopt;
  return found->id;
}

std::string parameters_as_markdown() {
  std::string page =
      "# Levers\n\n"
      "Made by `trustsim docs parameters` from the parameter table; a test fails when this page is out of date.\n"
      "A lever of scope *person* can be set for everyone, a role, a function, a team or a person; one of scope\n"
      "*organisation* holds for everyone. `[design]` marks a choice that no data supports.\n";
  std::string_view group;
  for (const Parameter& row : table) {
    if (row.group != group) {
      group = row.group;
      page += "\n## " + std::string(group) + "\n\n";
      page += "| lever | meaning | unit | range | default | prior | scope | source |\n";
      page += "| --- | --- | --- | --- | --- | --- | --- | --- |\n";
    }
    page += as_row(row);
  }
  return page;
}

}  // namespace trust
