#include "scenarios/plan_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "scenarios/lever_reader.hpp"
#include "scenarios/scenario.hpp"
#include "scenarios/words.hpp"

namespace trust {

namespace {

constexpr std::array<std::pair<const char*, Target::Kind>, 4> group_keys = {{{"role", Target::Kind::role},
                                                                             {"function", Target::Kind::function},
                                                                             {"team", Target::Kind::team},
                                                                             {"person", Target::Kind::person}}};

constexpr const char* accepted_who =
    "\"everyone\", or { role = \"...\" }, { function = \"...\" }, { team = \"...\" } or { person = \"...\" } with a "
    "name or a "
    "list of names, or a list of these";

struct PlacedSetting {
  LeverSetting setting;
  Problem place;
  int column;
};

class LeversReader {
 public:
  LeversReader(const toml::table& levers, const std::string& file, Problems& problems)
      : levers_(levers), file_(file), problems_(problems) {}

  std::vector<PlacedSetting> read() {
    LeverUse for_everyone;
    for (const auto& [key, kind] : group_keys) for_everyone.other_keys.emplace_back(key);
    add(levers_, "levers", {}, for_everyone);
    for (const auto& [key, kind] : group_keys) read_group(key, kind);
    std::stable_sort(found_.begin(), found_.end(), [](const PlacedSetting& a, const PlacedSetting& b) {
      return std::tuple(a.setting.who.kind, a.place.line, a.column) <
             std::tuple(b.setting.who.kind, b.place.line, b.column);
    });
    return std::move(found_);
  }

 private:
  void read_group(const char* key, Target::Kind kind) {
    const toml::node* node = levers_.get(key);
    if (!node) return;
    const std::string path = std::string("levers.") + key;
    const auto refuse = [&](const toml::node& wrong, const std::string& at) {
      problems_.add({file_, line_of(wrong), at, "is " + shown(wrong), "[" + path + ".NAME] with levers below it"});
    };
    if (!node->is_table()) return refuse(*node, path);
    for (const auto& [name, levers] : *node->as_table()) {
      const std::string below = path + "." + std::string(name.str());
      if (const auto* table = levers.as_table())
        add(*table, below, {kind, std::string(trimmed(name.str()))}, {LeverChange::How::set, false});
      else
        refuse(levers, below);
    }
  }

  void add(const toml::table& table, const std::string& path, const Target& who, const LeverUse& use) {
    for (const LeverValue& value : read_levers(table, path, use, file_, problems_))
      found_.push_back({{who, value.lever, value.value}, {file_, value.line, path, {}, {}}, value.column});
  }

  const toml::table& levers_;
  const std::string& file_;
  Problems& problems_;
  std::vector<PlacedSetting> found_;
};

class WhoReader {
 public:
  WhoReader(const Section& intervention, std::vector<Target>& who, std::vector<Problem>& places)
      : intervention_(intervention), who_(who), places_(places) {}

  void read(const toml::node& node) {
    if (const auto* text = node.as_string(); text && same_word(text->get(), "everyone")) return add(node, {});
    if (const auto* table = node.as_table()) return read_table(*table);
    if (const auto* list = node.as_array(); list && !list->empty()) {
      for (const toml::node& element : *list) element.is_array() ? refuse(element) : read(element);
      return;
    }
    refuse(node);
  }

 private:
  void read_table(const toml::table& table) {
    Section section = intervention_.below("who", table);
    for (const auto& [key, kind] : group_keys)
      if (const auto names = section.texts(key))
        for (const std::string& name : *names) add(*table.get(key), {kind, std::string(trimmed(name))});
    section.finish();
    if (table.size() > 1)
      intervention_.problems().add({intervention_.file(), line_of(table), intervention_.dotted("who"),
                                    "names people in several ways at once",
                                    "one of role, function, team and person; for all of several, a list: "
                                    "[{ role = \"...\" }, { team = \"...\" }]"});
    if (table.empty()) refuse(table);
  }

  void refuse(const toml::node& node) {
    intervention_.problems().add({intervention_.file(), line_of(node), intervention_.dotted("who"),
                                  node.is_table() ? "names nobody" : "is " + shown(node), accepted_who});
  }

  void add(const toml::node& node, Target target) {
    who_.push_back(std::move(target));
    places_.push_back({intervention_.file(), line_of(node), intervention_.dotted("who"), {}, {}});
  }

  const Section& intervention_;
  std::vector<Target>& who_;
  std::vector<Problem>& places_;
};

void read_days(Section& section, Intervention& intervention, int days) {
  intervention.first_day = static_cast<int>(section.integer("from", 1, days).value_or(1));
  const auto last = section.integer("to", 1, Scenario::most_days);
  intervention.last_day = static_cast<int>(last.value_or(Scenario::most_days));
  if (last && *last < intervention.first_day)
    section.report("to", fmt::format("is {}, before from = {}", *last, intervention.first_day),
                   fmt::format("a day {} .. {}", intervention.first_day, Scenario::most_days));
  intervention.ramp_days = static_cast<int>(section.integer("ramp", 0, Scenario::most_days).value_or(0));
}

void read_cost(Section& section, Intervention& intervention) {
  const toml::table* table = section.table("cost");
  if (!table) return;
  Section cost = section.below("cost", *table);
  intervention.hours_per_day = static_cast<float>(cost.number("hours", 0, 24).value_or(0));
  intervention.money_per_day = static_cast<float>(cost.number("money", 0, 1e12).value_or(0));
  cost.finish();
}

void read_changes(Section& section, Intervention& intervention, const char* key, LeverChange::How how) {
  const toml::table* table = section.table(key);
  if (!table) return;
  const bool everyone = std::all_of(intervention.who.begin(), intervention.who.end(),
                                    [](const Target& target) { return target.kind == Target::Kind::everyone; });
  const LeverUse use{how, everyone};
  for (const LeverValue& value : read_levers(*table, section.dotted(key), use, section.file(), section.problems()))
    intervention.changes.push_back({how, value.lever, value.value});
}

Intervention read_intervention(Section& section, int days, std::vector<Problem>& places) {
  Intervention intervention;
  if (const auto name = section.text("name"))
    intervention.name = *name;
  else if (!section.has("name"))
    section.missing("name", "a name in quotes");
  read_days(section, intervention, days);
  const toml::node* who = section.any("who");
  if (who)
    WhoReader(section, intervention.who, places).read(*who);
  else
    section.missing("who", accepted_who);
  intervention.strength = static_cast<float>(section.number("strength", 0, 1).value_or(1));
  read_cost(section, intervention);
  read_changes(section, intervention, "set", LeverChange::How::set);
  read_changes(section, intervention, "add", LeverChange::How::add);
  section.finish();
  return intervention;
}

}  // namespace

DraftPlan read_plan(Section& scenario_file, int days) {
  DraftPlan draft;
  if (const toml::table* levers = scenario_file.table("levers"))
    for (PlacedSetting& placed : LeversReader(*levers, scenario_file.file(), scenario_file.problems()).read()) {
      draft.plan.settings.push_back(std::move(placed.setting));
      draft.setting_places.push_back(std::move(placed.place));
    }
  int number = 0;
  for (const toml::table* table : scenario_file.tables("intervention")) {
    Section section = scenario_file.below(fmt::format("intervention[{}]", ++number), *table);
    draft.plan.interventions.push_back(read_intervention(section, days, draft.who_places.emplace_back()));
  }
  return draft;
}

Role read_role(Section& section) {
  Role role;
  if (const auto name = section.text("name"))
    role.name = *name;
  else if (!section.has("name"))
    section.missing("name", "a name in quotes");
  role.sentence = section.text("sentence").value_or("");
  if (const auto function = section.text("function"))
    role.function = *function;
  else if (!section.has("function"))
    section.missing("function", "where the role sits: \"sales\", \"marketing\", ...");
  role.leads = section.flag("leads").value_or(false);
  role.exposed = section.flag("exposed").value_or(false);
  if (const toml::table* levers = section.table("levers"))
    for (const LeverValue& value : read_levers(*levers, section.dotted("levers"), {LeverChange::How::set, false},
                                               section.file(), section.problems()))
      role.defaults.emplace_back(value.lever, value.value);
  section.finish();
  return role;
}

}  // namespace trust
