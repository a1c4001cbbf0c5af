#include "scenarios/override_places.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "models/parameters.hpp"
#include "scenarios/role_names.hpp"
#include "scenarios/words.hpp"

namespace trust {

namespace {

constexpr const char* accepted_keys =
    "levers.LEVER, levers.role.NAME.LEVER, intervention.NAME.FIELD, organisation.KEY or scenario.KEY";

std::string_view after_dot(std::string_view key) {
  const std::size_t dot = key.find('.');
  return dot == std::string_view::npos ? std::string_view{} : key.substr(dot + 1);
}

bool same_name(std::string_view a, std::string_view b) {
  Role role;  // roles are the same with blanks, hyphens and underscores; for other names that is no loss
  role.name = a;
  return same_word(a, b) || find_role({role}, b).has_value();
}

void put(toml::table& table, std::string_view key, const OverrideValue& value) {
  std::visit([&](const auto& held) { table.insert_or_assign(key, held); }, value);
}

/// The table below `table` of that name, made where it is absent; null where something else has the name.
toml::table* table_below(toml::table& table, std::string_view key) {
  if (!table.contains(key)) table.insert(key, toml::table{});
  return table[key].as_table();
}

/// Replaces the lever where it stands, dotted or nested; else adds it.
bool replace_lever(toml::table& levers, std::string_view lever, const OverrideValue& value) {
  if (levers.contains(lever)) {
    put(levers, lever, value);
    return true;
  }
  for (auto&& [key, node] : levers) {
    const std::string prefix = std::string(key.str()) + ".";
    toml::table* nested = node.as_table();
    if (nested && lever.starts_with(prefix) && replace_lever(*nested, lever.substr(prefix.size()), value)) return true;
  }
  return false;
}

void put_lever(toml::table& levers, std::string_view lever, const OverrideValue& value) {
  if (!replace_lever(levers, lever, value)) put(levers, lever, value);
}

class FileEditor {
 public:
  FileEditor(toml::table& file, Problems& problems) : file_(file), problems_(problems) {}

  /// Gives the key as the loader's messages spell it, or nothing after a report.
  std::optional<std::string> put_in(const Override& change) {
    override_ = &change;
    const std::string_view key = change.key, root = key.substr(0, key.find('.')), rest = after_dot(key);
    if (rest.empty()) return refuse("unknown key", accepted_keys);
    if (root == "levers") return put_in_levers(rest);
    if (root == "intervention") return put_in_intervention(rest);
    if (root == "organisation" || root == "scenario") return put_below(file_, key, "");
    return refuse("unknown key", accepted_keys);
  }

 private:
  std::optional<std::string> refuse(std::string what, std::string accepted) {
    Problem problem = override_->asked_by;
    if (problem.key.empty()) problem.key = override_->key;
    problem.what = std::move(what);
    problem.accepted = std::move(accepted);
    problems_.add(std::move(problem));
    return std::nullopt;
  }

  std::optional<std::string> put_in_levers(std::string_view rest) {
    toml::table* levers = table_below(file_, "levers");
    for (const std::string_view kind : {"role", "function", "team", "person"})
      if (rest.starts_with(std::string(kind) + ".")) return put_in_group(*levers, kind, after_dot(rest));
    put_lever(*levers, rest, override_->value);
    return "levers." + std::string(rest);
  }

  /// `rest` is NAME.LEVER, where both may hold dots.
  std::optional<std::string> put_in_group(toml::table& levers, std::string_view kind, std::string_view rest) {
    std::size_t end = rest.find('.');
    if (end == std::string_view::npos) return refuse("names no lever", accepted_keys);
    for (std::size_t dot = end; dot != std::string_view::npos; dot = rest.find('.', dot + 1))
      if (find_lever(rest.substr(dot + 1))) end = dot;
    std::string name(rest.substr(0, end));
    toml::table* groups = table_below(levers, kind);
    for (const auto& [known, node] : *groups)
      if (same_name(known.str(), name)) name = std::string(known.str());
    put_lever(*table_below(*groups, name), rest.substr(end + 1), override_->value);
    return fmt::format("levers.{}.{}.{}", kind, name, rest.substr(end + 1));
  }

  /// `rest` is NAME.FIELD, where both may hold dots.
  std::optional<std::string> put_in_intervention(std::string_view rest) {
    std::vector<std::string> names;
    toml::table* found = nullptr;
    std::size_t number = 0, longest = 0, alike = 0;
    if (toml::array* list = file_["intervention"].as_array())
      for (toml::node& element : *list) {
        toml::table& table = *element.as_table();
        names.push_back(name_of(table));
        const std::size_t length = names.back().size();
        const bool means =
            length < rest.size() && rest[length] == '.' && same_word(rest.substr(0, length), names.back());
        if (!means || length < longest) continue;
        alike = length == longest ? alike + 1 : 1;
        longest = length;
        found = &table;
        number = names.size();
      }
    const std::string name(rest.substr(0, found ? longest : rest.rfind('.')));
    if (!found && names.empty())
      return refuse("there is no intervention " + in_quotes(name), "a scenario with interventions");
    if (!found) return refuse("there is no intervention " + in_quotes(name), suggestion(name, names));
    if (alike > 1)
      return refuse(fmt::format("there are {} interventions {}", alike, in_quotes(name)), "a name of its own for each");
    return put_field(*found, rest.substr(longest + 1), fmt::format("intervention[{}].", number));
  }

  std::optional<std::string> put_field(toml::table& intervention, std::string_view field, const std::string& path) {
    for (const std::string_view key : {"set", "add"}) {
      if (!field.starts_with(std::string(key) + ".")) continue;
      put_lever(*table_below(intervention, key), after_dot(field), override_->value);
      return path + std::string(field);
    }
    return put_below(intervention, field, path);
  }

  std::optional<std::string> put_below(toml::table& table, std::string_view key, const std::string& path) {
    toml::table* at = &table;
    std::string_view rest = key;
    for (std::size_t dot; at && (dot = rest.find('.')) != std::string_view::npos; rest.remove_prefix(dot + 1))
      at = table_below(*at, rest.substr(0, dot));
    if (!at || rest.empty()) return refuse("unknown key", "a key of the scenario file (docs/scenario-language.md)");
    put(*at, rest, override_->value);
    return path + std::string(key);
  }

  static std::string name_of(const toml::table& intervention) {
    const toml::node* name = intervention.get("name");
    if (!name) name = intervention.get("kind");
    return name ? std::string(trimmed(name->value_or(std::string()))) : std::string();
  }

  toml::table& file_;
  Problems& problems_;
  const Override* override_ = nullptr;
};

/// "levers.role.NAME" is where the loader reports that there is no such role.
bool is_about(const std::string& problem_key, const std::string& place) {
  return problem_key == place || (!problem_key.empty() && place.starts_with("levers.") &&
                                  std::ranges::count(problem_key, '.') > 1 && place.starts_with(problem_key + "."));
}

/// "recognition.strength = 0.5 (study.toml:12)"
std::string as_asked(const Override& change) {
  const Problem& at = change.asked_by;
  std::string text = change.key + " = " + to_text(change.value);
  if (!at.file.empty()) text += at.line > 0 ? fmt::format(" ({}:{})", at.file, at.line) : fmt::format(" ({})", at.file);
  return text;
}

}  // namespace

std::vector<std::string> apply_overrides(toml::table& scenario_file, std::span<const Override> overrides,
                                         Problems& problems) {
  std::vector<std::string> places;
  FileEditor editor(scenario_file, problems);
  for (const Override& change : overrides) places.push_back(editor.put_in(change).value_or(""));
  return places;
}

InputError named_by_overrides(const InputError& error, const std::string& file, std::span<const Override> overrides,
                              const std::vector<std::string>& places) {
  std::vector<std::string> all;
  for (const Override& change : overrides) all.push_back(as_asked(change));
  std::vector<Problem> problems = error.problems();
  for (Problem& problem : problems) {
    std::size_t i = places.size();
    while (i > 0 && !(problem.file == file && is_about(problem.key, places[i - 1]))) --i;
    if (i == 0) {
      problem.what += fmt::format(" (with {})", listing(all));
      continue;
    }
    const Override& change = overrides[i - 1];
    const std::string key = change.asked_by.key.empty() ? change.key : change.asked_by.key;
    problem = {change.asked_by.file, change.asked_by.line, key, std::move(problem.what), std::move(problem.accepted)};
  }
  return InputError(std::move(problems), error.total() - error.problems().size());
}

}  // namespace trust
