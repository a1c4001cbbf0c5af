#include "viz/session/intervention_edits.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "scenarios/override_places.hpp"
#include "scenarios/scenario.hpp"
#include "scenarios/who_reader.hpp"
#include "scenarios/words.hpp"
#include "viz/session/document_reader.hpp"
#include "viz/session/document_text.hpp"

namespace trust::viz {
namespace {

constexpr std::string_view by_hand = "By hand: ";

void put(toml::table& table, const char* key, int value) { table.insert_or_assign(key, std::int64_t{value}); }

int length_of(const ChosenIntervention& chosen) { return chosen.last_day - chosen.first_day + 1; }

bool is_open(const ChosenIntervention& chosen) { return chosen.last_day >= Scenario::most_days; }

// "one_to_ones" as a label: "One to ones".
std::string in_words(std::string kind) {
  std::ranges::replace(kind, '_', ' ');
  if (!kind.empty() && kind[0] >= 'a' && kind[0] <= 'z') kind[0] = static_cast<char>(kind[0] - 'a' + 'A');
  return kind;
}

class Change {
 public:
  Change(toml::table& intervention, const DraftIntervention& draft, const ChangeLane& wanted, int days)
      : table_(intervention), chosen_(draft.chosen), wanted_(wanted), days_(days) {}

  std::string make() {
    const bool once = chosen_.kind && chosen_.kind->once;
    if (wanted_.first_day) move(std::clamp(*wanted_.first_day, 1, days_));
    if (wanted_.last_day && !once) end_on(*wanted_.last_day);
    if (wanted_.strength) weigh(std::clamp(*wanted_.strength, 0.0F, 1.0F));
    if (wanted_.on) switch_to(*wanted_.on);
    return words_;
  }

 private:
  std::string name() const { return name_of(table_); }

  void move(int first) {
    if (table_.contains("to") && !wanted_.last_day)
      put(table_, "to", std::min(first + length_of(chosen_) - 1, Scenario::most_days));
    first_ = first;
    if (first == chosen_.first_day) return;
    table_.erase("after");
    put(table_, "from", first);
    words_ = fmt::format("Move {} to day {}", name(), first);
  }

  void end_on(int day) {
    const int last = std::clamp(day, first_, std::max(first_, days_));
    // What has no end of its own needs none to reach the last day.
    const bool is_there = !table_.contains("to") && is_open(chosen_) && last == days_;
    if (last == last_now() || is_there) return;
    const char* what = last > last_now() ? "Stretch" : "Shorten";
    put(table_, "to", last);
    words_ = words_.empty() ? fmt::format("{} {} to day {}", what, name(), last)
                            : fmt::format("{} and let it end on day {}", words_, last);
  }

  // After it was moved: what has no `to` goes on for as long as before.
  int last_now() const {
    const bool stays = table_.contains("to") || is_open(chosen_);
    return stays ? chosen_.last_day : first_ + length_of(chosen_) - 1;
  }

  void weigh(float strength) {
    if (strength == chosen_.strength) return;
    table_.insert_or_assign("strength", written(strength));
    words_ = fmt::format("Set the strength of {} to {:.2f}", name(), strength);
  }

  void switch_to(bool on) {
    if (on == chosen_.on) return;
    if (on)
      table_.erase("on");
    else
      table_.insert_or_assign("on", false);
    words_ = fmt::format("Switch {} {}", name(), on ? "on" : "off");
  }

  toml::table& table_;
  const ChosenIntervention& chosen_;
  const ChangeLane& wanted_;
  int days_;
  int first_ = chosen_.first_day;
  std::string words_;
};

// Puts a text as the value that it would be in a file; what is none is text.
void put_text(toml::table& table, const std::string& key, const std::string& text, bool must_be_text) {
  try {
    const toml::table parsed = toml::parse("value = " + text);
    const toml::node* value = parsed.get("value");
    if (value && parsed.size() == 1 && (!must_be_text || value->is_string())) {
      value->visit([&](const auto& node) { table.insert_or_assign(key, node); });
      return;
    }
  } catch (const toml::parse_error&) {  // "low" without its quotes, say
  }
  table.insert_or_assign(key, text);
}

// The lever may stand nested in the file, where the option's key has it dotted.
void erase_lever(toml::table& levers, const std::string& lever) {
  levers.erase(lever);
  for (auto&& [key, node] : levers) {
    const std::string before = std::string(key.str()) + ".";
    if (toml::table* nested = node.as_table(); nested && lever.starts_with(before))
      erase_lever(*nested, lever.substr(before.size()));
  }
}

bool is_by_hand_at(const toml::array& list, std::size_t place) {
  const auto* table = list.get(place)->as_table();
  return table && lever_by_hand(name_of(*table)).has_value();
}

toml::table held(Lever lever, float value, int from_day) {
  toml::table intervention;
  intervention.insert("name", name_by_hand(lever));
  put(intervention, "from", from_day);
  intervention.insert("who", "everyone");
  toml::table levers;
  levers.insert(parameter(lever).name, written(value));
  intervention.insert("set", std::move(levers));
  return intervention;
}

void add_settings(const toml::table& levers, const std::string& before, std::vector<Override>& settings) {
  for (const auto& [lever, value] : levers_in(levers))
    if (const auto number = value->value<double>()) settings.push_back({before + lever, *number, {}});
}

void collect_settings(const toml::table& levers, std::vector<Override>& settings) {
  toml::table everyone = levers;
  for (const auto& [group, kind] : group_keys) {
    everyone.erase(group);
    if (const auto* names = levers[group].as_table())
      for (const auto& [name, table] : *names)
        if (table.is_table())
          add_settings(*table.as_table(), fmt::format("levers.{}.{}.", group, name.str()), settings);
  }
  add_settings(everyone, "levers.", settings);
}

}  // namespace

toml::array& interventions_in(toml::table& document) {
  if (!document.contains("intervention")) document.insert("intervention", toml::array{});
  return *document["intervention"].as_array();
}

toml::table& intervention_at(toml::table& document, std::size_t lane) {
  toml::array& list = interventions_in(document);
  if (lane < list.size()) return *list.get(lane)->as_table();
  throw InputError({{"what-if", 0, "intervention", fmt::format("there is no number {}", lane + 1),
                     fmt::format("one of the {} that there are", list.size())}});
}

std::string name_of(const toml::table& intervention) {
  if (const toml::node* name = intervention.get("name")) return std::string(trimmed(name->value_or(std::string())));
  const toml::node* kind = intervention.get("kind");
  return kind ? in_words(std::string(trimmed(kind->value_or(std::string())))) : std::string();
}

std::string change_intervention(toml::table& intervention, const DraftIntervention& draft, const ChangeLane& change,
                                int days) {
  return Change(intervention, draft, change, days).make();
}

void set_option_of(toml::table& intervention, const std::string& key, const std::string& text) {
  const std::size_t dot = key.find('.');
  const std::string group = key.substr(0, dot), rest = dot == std::string::npos ? "" : key.substr(dot + 1);
  const bool is_text = key == "name" || key == "after" || key == "kind";
  if (rest.empty()) {
    if (trimmed(text).empty())
      intervention.erase(key);
    else
      put_text(intervention, key, text, is_text);
    return;
  }
  if (!intervention.contains(group)) intervention.insert(group, toml::table{});
  toml::table* table = intervention[group].as_table();
  if (!table) return;
  erase_lever(*table, rest);
  if (!trimmed(text).empty()) put_text(*table, rest, text, false);
  if (table->empty()) intervention.erase(group);
}

void add_interventions(toml::table& document, const toml::array& added) {
  toml::array& list = interventions_in(document);
  std::size_t place = list.size();
  while (place > 0 && is_by_hand_at(list, place - 1)) --place;
  for (const toml::node& one : added) {
    list.insert(list.cbegin() + static_cast<std::ptrdiff_t>(place), *one.as_table());
    ++place;
  }
}

void add_plan(toml::table& document, const toml::table& plan) {
  std::vector<Override> settings;
  if (const auto* levers = plan["levers"].as_table()) collect_settings(*levers, settings);
  Problems problems;
  apply_overrides(document, settings, problems);
  problems.throw_if_any();
  if (const auto* list = plan["intervention"].as_array()) add_interventions(document, *list);
}

std::string name_by_hand(Lever lever) { return std::string(by_hand) + std::string(parameter(lever).name); }

std::optional<Lever> lever_by_hand(const std::string& name) {
  return name.starts_with(by_hand) ? find_lever(std::string_view(name).substr(by_hand.size())) : std::nullopt;
}

void hold_lever(toml::table& document, Lever lever, std::optional<float> value, int from_day) {
  const std::vector<DraftIntervention> drafts = drafts_of(document);
  toml::array& list = interventions_in(document);
  for (std::size_t i = list.size(); i-- > 0;) {
    toml::table& one = *list.get(i)->as_table();
    if (lever_by_hand(name_of(one)) != lever) continue;
    const ChosenIntervention& chosen = drafts[i].chosen;
    if (chosen.first_day >= from_day)
      list.erase(list.cbegin() + static_cast<std::ptrdiff_t>(i));
    else if (chosen.last_day >= from_day)
      put(one, "to", from_day - 1);
  }
  if (value) list.push_back(held(lever, *value, from_day));
}

}  // namespace trust::viz
