#include "scenarios/import_spec.hpp"

#include <fmt/format.h>

#include "scenarios/role_names.hpp"
#include "scenarios/words.hpp"

namespace trust {

namespace {

constexpr std::array tie_columns = {"source", "target", "weight", "layer", "time"};

void read_columns(Section& organisation, ImportSpec& spec) {
  const toml::table* table = organisation.table("columns");
  if (!table) return;
  Section columns = organisation.below("columns", *table);
  const auto read = [&](std::string_view meaning) {
    spec.lines["columns." + std::string(meaning)] = columns.line(meaning);
    if (auto heading = columns.text(meaning)) spec.columns[std::string(meaning)] = *heading;
  };
  for (const std::string_view meaning : people_columns) read(meaning);
  for (const char* meaning : tie_columns) read(meaning);
  columns.finish();
}

void read_titles(Section& organisation, ImportSpec& spec, const std::vector<Role>& roles) {
  const toml::table* table = organisation.table("roles");
  if (!table) return;
  Section titles = organisation.below("roles", *table);
  for (const auto& [key, node] : *table) {
    const std::string title(key.str());
    const auto role = titles.text(title);
    if (!role) continue;
    if (const auto index = find_role(roles, *role)) {
      spec.titles[lower_case(trimmed(title))] = roles[*index].name;
      spec.title_lines[lower_case(trimmed(title))] = line_of(node);
    } else {
      titles.report(title, "unknown role " + in_quotes(*role), suggestion(*role, names_of(roles)));
    }
  }
}

void read_default_role(Section& organisation, ImportSpec& spec, const std::vector<Role>& roles) {
  const auto role = organisation.text("default_role");
  if (!role) return;
  spec.default_role_stated = true;
  if (const auto index = find_role(roles, *role))
    spec.default_role = roles[*index].name;
  else
    organisation.report("default_role", "unknown role " + in_quotes(*role), suggestion(*role, names_of(roles)));
}

void read_weight_rules(Section& organisation, ImportSpec& spec) {
  constexpr double huge = 1e300;
  if (const auto rule = organisation.choice("weights", {"rescale", "rank", "as-trust", "signed"}))
    spec.weights = static_cast<WeightRule>(*rule);
  if (const auto range = organisation.range("trust_range", 0, 1)) {
    spec.lowest_trust = range->first;
    spec.highest_trust = range->second;
    if (spec.weights == WeightRule::as_trust || spec.weights == WeightRule::signed_scale)
      organisation.report("trust_range", "has no meaning for these weights",
                          "weights = \"rescale\" or \"rank\" with it");
  }
  spec.minimum_weight = organisation.number("minimum_weight", -huge, huge);
  if (const auto rule = organisation.choice("repeated_ties", {"error", "sum", "mean", "last"}))
    spec.repeated_ties = static_cast<RepeatedTies>(*rule);
  spec.directed = organisation.flag("directed").value_or(spec.directed);
}

void read_added_ties(Section& organisation, ImportSpec& spec) {
  spec.reporting_ties = organisation.flag("reporting_ties").value_or(spec.reporting_ties);
  spec.team_ties = organisation.flag("team_ties").value_or(spec.team_ties);
  spec.added_trust = organisation.number("added_trust", 0, 1).value_or(spec.added_trust);
}

/// A wave may be written as a number or as text.
std::optional<std::string> read_time(Section& organisation) {
  const toml::node* node = organisation.any("time");
  if (!node) return std::nullopt;
  if (node->is_integer() || node->is_floating_point()) return shown(*node);
  return organisation.text("time");
}

char read_separator(Section& organisation) {
  const std::vector<std::string> names{",", ";", "tab", "|"};
  const auto index = organisation.choice("separator", names);
  return index ? ",;\t|"[*index] : '\0';
}

void check_sources(Section& organisation, const ImportSpec& spec) {
  const bool adds_ties = spec.reporting_ties || spec.team_ties;
  if (!organisation.has("people") && !organisation.has("ties"))
    organisation.report(
        "", "says of nobody who there is",
        "generate = { roles = { rep = 60, ... } }, or files: ties = \"ties.csv\" and people = \"people.csv\"");
  else if (!organisation.has("ties") && !adds_ties)
    organisation.missing("ties", "a file of ties; or, without one, reporting_ties = true or team_ties = true");
  for (const char* key : {"layer", "time", "manager_layer"})
    if (organisation.has(key) && !organisation.has("ties"))
      organisation.report(key, "there is no file of ties that it could pick from", "ties = \"ties.csv\" with it");
}

}  // namespace

Problem ImportSpec::at(std::string_view key) const {
  const auto found = lines.find(key);
  const int line = found != lines.end() ? found->second : lines.at("");
  return {file, line, "organisation." + std::string(key), {}, {}};
}

ColumnName ImportSpec::column(std::string_view meaning, bool needed) const {
  const auto stated = columns.find(meaning);
  if (stated == columns.end()) return {meaning, std::string(meaning), false, needed};
  return {meaning, stated->second, true, needed};
}

ImportSpec read_import_spec(Section& organisation, const std::filesystem::path& folder,
                            const std::vector<Role>& roles) {
  ImportSpec spec;
  spec.file = organisation.file();
  spec.folder = folder;
  spec.lines[""] = organisation.line();
  for (const char* key : {"people", "ties", "roles", "default_role", "layer", "time", "manager_layer", "weights",
                          "reporting_ties", "team_ties", "columns"})
    spec.lines[key] = organisation.line(key);
  spec.people = organisation.text("people");
  spec.ties = organisation.text("ties");
  spec.separator = read_separator(organisation);
  read_columns(organisation, spec);
  read_titles(organisation, spec, roles);
  read_default_role(organisation, spec, roles);
  spec.layer = organisation.text("layer");
  spec.time = read_time(organisation);
  spec.manager_layer = organisation.text("manager_layer");
  if (const auto rule = organisation.choice("unknown_managers", {"error", "top", "add"}))
    spec.unknown_managers = static_cast<UnknownManagers>(*rule);
  read_weight_rules(organisation, spec);
  read_added_ties(organisation, spec);
  spec.default_tenure_years = organisation.number("default_tenure_years", 0, 80).value_or(spec.default_tenure_years);
  spec.default_skill = organisation.number("default_skill", 0, 1).value_or(spec.default_skill);
  if (const auto styles = organisation.choice("styles", {"drawn", "alike"}))
    spec.styles = static_cast<MissingStyles>(*styles);
  spec.places = read_places(organisation);
  check_sources(organisation, spec);
  return spec;
}

}  // namespace trust
