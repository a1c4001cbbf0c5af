#include "scenarios/plan_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenarios/lever_reader.hpp"
#include "scenarios/sequence.hpp"
#include "scenarios/who_reader.hpp"
#include "scenarios/words.hpp"

namespace trust {

namespace {

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

}  // namespace

DraftPlan read_settings(Section& scenario_file) {
  DraftPlan draft;
  if (const toml::table* levers = scenario_file.table("levers"))
    for (PlacedSetting& placed : LeversReader(*levers, scenario_file.file(), scenario_file.problems()).read()) {
      draft.plan.settings.push_back(std::move(placed.setting));
      draft.setting_places.push_back(std::move(placed.place));
    }
  return draft;
}

DraftPlan read_plan(Section& scenario_file, int days) {
  DraftPlan draft = read_settings(scenario_file);
  draft.interventions = read_interventions(scenario_file, days);
  settle_days(draft.interventions, days, scenario_file.problems());
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
  if (const auto part = section.choice("part", {"none", "marketing", "development", "sales"}))
    role.part = static_cast<ChainPart>(*part);
  role.carries_change = section.flag("carries_change").value_or(false);
  if (const toml::table* levers = section.table("levers"))
    for (const LeverValue& value : read_levers(*levers, section.dotted("levers"), {LeverChange::How::set, false},
                                               section.file(), section.problems()))
      role.defaults.emplace_back(value.lever, value.value);
  section.finish();
  return role;
}

}  // namespace trust
