#include "scenarios/generate_section.hpp"

#include <fmt/format.h>

#include <stdexcept>

#include "scenarios/generator_structure.hpp"
#include "scenarios/import_spec.hpp"
#include "scenarios/role_names.hpp"

namespace trust {

namespace {

constexpr std::int64_t largest_team = 10'000;
constexpr double most_ties_per_person = 10'000;

void read_head_counts(Section& generate, GeneratorSpec& spec, const std::vector<Role>& roles) {
  const char* accepted = "roles = { rep = 60, marketer = 30, ... } with a number of people for each role";
  const toml::table* table = generate.table("roles");
  if (!table) {
    if (!generate.has("roles")) generate.missing("roles", accepted);
    return;
  }
  Section counts = generate.below("roles", *table);
  std::uint64_t people = 0;
  for (const auto& [key, node] : *table) {
    const std::string name(key.str());
    const auto count = counts.integer(name, 0, most_people);
    const auto role = find_role(roles, name);
    if (!role) counts.report(name, "unknown role " + in_quotes(name), suggestion(name, names_of(roles)));
    if (!role || !count) continue;
    spec.roles[roles[*role].name] += static_cast<std::uint32_t>(*count);
    people += static_cast<std::uint64_t>(*count);
  }
  if (people > most_people)
    generate.report("roles", fmt::format("are {} people", people), fmt::format("at most {} in all", most_people));
  if (table->empty()) generate.report("roles", "is empty", accepted);
}

void check_number_of_ties(const Section& generate, const GeneratorSpec& spec) {
  double people = 0;
  for (const auto& [role, count] : spec.roles) people += count;
  if (people * spec.ties_per_person > static_cast<double>(most_ties))
    generate.report("ties_per_person",
                    fmt::format("makes {:.0f} ties of {:.0f} people", people * spec.ties_per_person, people),
                    fmt::format("at most {} ties in all", most_ties));
}

}  // namespace

GeneratorSpec read_generator_spec(Section& generate, const std::vector<Role>& roles) {
  GeneratorSpec spec;
  read_head_counts(generate, spec, roles);
  const auto size = [&](const char* key, std::uint32_t& value) {
    value = static_cast<std::uint32_t>(generate.integer(key, 2, largest_team).value_or(value));
  };
  const auto figure = [&](const char* key, double& value, double high) {
    value = generate.number(key, 0, high).value_or(value);
  };
  size("team_size", spec.team_size);
  size("span_of_control", spec.span_of_control);
  figure("ties_per_person", spec.ties_per_person, most_ties_per_person);
  figure("cross_team_contact", spec.cross_team_contact, 1);
  figure("trust_within", spec.trust_within, 1);
  figure("trust_across", spec.trust_across, 1);
  figure("trust_spread", spec.trust_spread, 0.5);
  figure("open_seats", spec.open_seats, 0.9);
  check_number_of_ties(generate, spec);
  generate.finish();
  return spec;
}

Organisation seats_of(const GeneratorSpec& spec, const std::vector<Role>& roles, const Section& generate) {
  try {
    return build_frame(spec, roles).organisation;
  } catch (const std::invalid_argument& error) {
    generate.problems().add({generate.file(), generate.line(), "organisation.generate", error.what(), ""});
    return {};
  }
}

}  // namespace trust
