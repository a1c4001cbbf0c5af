#include "viz/session/lane_description.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <set>

#include "scenarios/scenario.hpp"
#include "study/manifest.hpp"
#include "viz/session/document_reader.hpp"
#include "viz/session/document_text.hpp"
#include "viz/session/intervention_edits.hpp"

namespace trust::viz {
namespace {

std::string usual_people(UsualWho who) {
  switch (who) {
    case UsualWho::everyone:
      return "everyone";
    case UsualWho::leaders:
      return "everyone who leads";
    case UsualWho::sellers:
      return "everyone who sells";
    case UsualWho::marketers:
      return "everyone in marketing";
    case UsualWho::top:
      return "those at the top";
    case UsualWho::must_be_named:
      return "";
    case UsualWho::in_order:
      return "everyone, one group after the other";
  }
  return "";
}

// A person stands for themselves: "sales-1-4", not "person sales-1-4".
std::string who_is(const Target& target) {
  return target.kind == Target::Kind::person ? target.name : words_for(target);
}

std::string people_of(const ChosenIntervention& chosen) {
  if (chosen.who.empty()) return chosen.kind ? usual_people(chosen.kind->who) : "";
  std::vector<std::string> words;
  for (const Target& target : chosen.who) words.push_back(who_is(target));
  if (words.size() < 2) return words.front();
  const std::string last = words.back();
  words.pop_back();
  return fmt::format("{} and {}", fmt::join(words, ", "), last);
}

std::string sentence_of(const ChosenIntervention& chosen) {
  if (chosen.kind) return std::string(chosen.kind->sentence);
  std::vector<std::string> words;
  for (const LeverChange& change : chosen.changes) {
    const bool adds = change.how == LeverChange::How::add;
    const std::string sign = change.value < 0 ? "" : "+";
    words.push_back(plain_name(change.lever) +
                    (adds ? " " + sign + plain_number(change.value) : " becomes " + plain_number(change.value)));
  }
  return words.empty() ? "Changes nothing but what it costs" : fmt::format("{}", fmt::join(words, ", "));
}

std::string default_of(const KindOption& option) {
  if (option.no_default) return "";
  if (option.type == KindOption::Type::flag) return option.initial != 0 ? "true" : "false";
  if (option.type == KindOption::Type::word)
    return fmt::format("\"{}\"", option.words[static_cast<std::size_t>(option.initial)]);
  return fmt::format("{}", option.initial);
}

std::vector<LaneOption> options_of(const toml::table& intervention, const InterventionKind* kind) {
  std::vector<LaneOption> options;
  std::set<std::string_view> said;
  const auto add = [&](const std::string& key, const toml::node& value) {
    options.push_back({key, value_text(value)});
  };
  for (const char* key : {"name", "kind", "on", "from", "to", "after", "who", "ramp", "strength"})
    if (const toml::node* value = intervention.get(key); value && said.insert(key).second) add(key, *value);
  for (const char* key : {"set", "add", "cost"}) {
    const auto* table = intervention[key].as_table();
    if (!table) continue;
    said.insert(key);
    for (const auto& [name, value] : levers_in(*table)) add(std::string(key) + "." + name, *value);
  }
  for (const auto& [key, value] : intervention)
    if (said.insert(key.str()).second) add(std::string(key.str()), value);
  if (kind)
    for (const KindOption& option : kind->options)
      if (said.insert(option.name).second) options.push_back({std::string(option.name), default_of(option)});
  return options;
}

Lane lane_of(const toml::table& intervention, const ChosenIntervention& chosen, int days) {
  Lane lane;
  lane.name = chosen.name;
  if (chosen.kind) lane.kind = chosen.kind->name;
  lane.sentence = sentence_of(chosen);
  lane.who = people_of(chosen);
  lane.once = chosen.kind && chosen.kind->once;
  lane.open_end = !lane.once && chosen.last_day >= Scenario::most_days;
  lane.first_day = chosen.first_day;
  lane.last_day = lane.once ? lane.first_day : std::max(lane.first_day, std::min(chosen.last_day, days));
  lane.on = chosen.on;
  lane.strength = chosen.strength;
  lane.by_hand = lever_by_hand(lane.name).has_value();
  lane.options = options_of(intervention, chosen.kind);
  return lane;
}

struct Listed {
  std::vector<Lane> lanes;
  std::vector<std::string> texts;  // of each, whatever its layout was
};

Listed read(const std::string& document, int days) {
  Listed listed;
  toml::table table = parse_document(document);
  const std::vector<DraftIntervention> drafts = drafts_of(table);
  const toml::array& list = interventions_in(table);
  for (std::size_t i = 0; i < list.size() && i < drafts.size(); ++i) {
    const toml::table& one = *list.get(i)->as_table();
    listed.lanes.push_back(lane_of(one, drafts[i].chosen, days));
    listed.lanes.back().index = i;
    listed.texts.push_back(value_text(one));
  }
  return listed;
}

// [lane of the what-if] the one of the baseline that it is: by name, each once; else by place and kind.
std::vector<std::optional<std::size_t>> partners(const std::vector<Lane>& lanes, const std::vector<Lane>& baseline) {
  std::vector<std::optional<std::size_t>> found(lanes.size());
  std::vector<bool> taken(baseline.size());
  const auto pair = [&](std::size_t i, const auto& is_partner) {
    for (std::size_t b = 0; b < baseline.size() && !found[i]; ++b) {
      if (taken[b] || !is_partner(baseline[b])) continue;
      found[i] = b;
      taken[b] = true;
    }
  };
  for (std::size_t i = 0; i < lanes.size(); ++i)
    pair(i, [&](const Lane& other) { return other.name == lanes[i].name; });
  for (std::size_t i = 0; i < lanes.size(); ++i)
    pair(i, [&](const Lane& other) { return other.index == i && other.kind == lanes[i].kind; });
  return found;
}

}  // namespace

std::vector<Lane> lanes_of(const std::string& document, int days) {
  std::vector<Lane> lanes = read(document, days).lanes;
  for (Lane& lane : lanes) lane.of_baseline = true;
  return lanes;
}

std::vector<Lane> lanes_beside(const std::string& document, const std::string& baseline, int days) {
  Listed ours = read(document, days);
  const Listed theirs = read(baseline, days);
  const auto partner = partners(ours.lanes, theirs.lanes);
  for (std::size_t i = 0; i < ours.lanes.size(); ++i) {
    ours.lanes[i].of_baseline = partner[i].has_value();
    ours.lanes[i].changed = !partner[i] || ours.texts[i] != theirs.texts[*partner[i]];
  }
  return std::move(ours.lanes);
}

std::string plain_name(Lever lever) {
  std::string name(parameter(lever).name);
  std::ranges::replace_if(
      name, [](char c) { return c == '.' || c == '_'; }, ' ');
  if (name.front() >= 'a' && name.front() <= 'z') name.front() = static_cast<char>(name.front() - 'a' + 'A');
  return name;
}

std::string plain_number(float value) {
  std::string text = fmt::format("{}", value);
  if (text.find_first_of("en") != std::string::npos) return text;
  const std::size_t point = text.find('.');
  if (point != std::string::npos && text.size() - point == 2) text += '0';
  return text;
}

}  // namespace trust::viz
