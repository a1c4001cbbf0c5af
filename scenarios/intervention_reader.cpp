#include "scenarios/intervention_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "scenarios/lever_reader.hpp"
#include "scenarios/scenario.hpp"
#include "scenarios/who_reader.hpp"
#include "scenarios/words.hpp"

namespace trust {

namespace {

std::vector<std::string> kind_names() {
  std::vector<std::string> names;
  for (const InterventionKind& kind : intervention_kinds()) names.emplace_back(kind.name);
  return names;
}

bool has_option(const InterventionKind& kind, std::string_view name) {
  return std::ranges::find(kind.options, name, &KindOption::name) != kind.options.end();
}

std::string options_of(const InterventionKind& kind) {
  std::vector<std::string> names;
  for (const KindOption& option : kind.options) names.emplace_back(option.name);
  return names.empty() ? fmt::format("{} has no options", kind.name)
                       : fmt::format("the options of {}: {}", kind.name, listing(names));
}

class InterventionReader {
 public:
  InterventionReader(Section& section, int days) : section_(section), days_(days) {}

  DraftIntervention read() {
    draft_.place = section_.asked_by("");
    draft_.place.line = section_.line();
    for (const char* key : {"kind", "from", "to", "who", "after"})
      if (section_.has(key)) draft_.lines[key] = section_.line(key);
    read_kind();
    read_name();
    read_days();
    read_who();
    chosen().on = section_.flag("on").value_or(true);
    chosen().strength = static_cast<float>(section_.number("strength", 0, 1).value_or(1));
    read_cost();
    if (kind()) read_options();
    read_changes("set", LeverChange::How::set);
    read_changes("add", LeverChange::How::add);
    refuse_options_of_others();
    section_.finish();
    return std::move(draft_);
  }

 private:
  ChosenIntervention& chosen() { return draft_.chosen; }
  const InterventionKind* kind() { return chosen().kind; }

  void read_kind() {
    constexpr std::size_t all = 1000;
    if (const auto index = section_.choice("kind", kind_names(), all)) chosen().kind = &intervention_kinds()[*index];
    kind_is_bad_ = section_.has("kind") && !kind();
  }

  void read_name() {
    if (const auto name = section_.text("name"))
      chosen().name = *name;
    else if (kind() && !section_.has("name"))
      chosen().name = kind()->name;
    else if (!section_.has("name") && !kind_is_bad_)
      section_.missing("name", "a name in quotes");
  }

  void read_days() {
    const auto whole = [](const std::optional<std::int64_t>& number) {
      return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
    };
    draft_.from = whole(section_.integer("from", 1, days_));
    draft_.after = section_.text("after");
    if (kind() && kind()->once) {
      for (const char* key : {"to", "ramp"})
        if (section_.any(key))
          section_.report(key, fmt::format("has no meaning: {} happens once", kind()->name), "`from`, its day");
      return;
    }
    draft_.to = whole(section_.integer("to", 1, Scenario::most_days));
    if (draft_.from && draft_.to && *draft_.to < *draft_.from)
      section_.report("to", fmt::format("is {}, before from = {}", *draft_.to, *draft_.from),
                      fmt::format("a day {} .. {}", *draft_.from, Scenario::most_days));
    chosen().ramp_days = static_cast<int>(section_.integer("ramp", 0, Scenario::most_days).value_or(0));
  }

  void read_who() {
    const toml::node* who = section_.any("who");
    const bool in_order = kind() && kind()->who == UsualWho::in_order;
    if (who && in_order)
      section_.report("who", fmt::format("has no meaning: {} is about everybody, in order", kind()->name), "no `who`");
    else if (who)
      read_targets(section_, *who, chosen().who, draft_.who_places);
    else if (kind_is_bad_ || (kind() && kind()->who != UsualWho::must_be_named))
      return;  // the kind says whom
    else
      section_.missing("who", accepted_who);
  }

  void read_cost() {
    const toml::table* table = section_.table("cost");
    if (!table) return;
    Section cost = section_.below("cost", *table);
    constexpr double most_money = 1e12;
    chosen().cost = KindCost{cost.number("hours", 0, 24).value_or(0), cost.number("money", 0, most_money).value_or(0),
                             cost.number("once", 0, most_money).value_or(0),
                             static_cast<int>(cost.integer("days", 1, Scenario::most_days).value_or(0))};
    if (kind() && kind()->once) chosen().cost->days = 1;
    cost.finish();
  }

  void read_options() {
    for (const KindOption& option : kind()->options) {
      const auto standard = option.no_default ? std::nullopt : std::optional(option.initial);
      const auto stated = read_option(option);
      chosen().values.push_back(stated ? stated : standard);
    }
  }

  std::optional<double> read_option(const KindOption& option) {
    if (option.type == KindOption::Type::flag) {
      const auto flag = section_.flag(option.name);
      return flag ? std::optional(*flag ? 1.0 : 0.0) : std::nullopt;
    }
    if (option.type == KindOption::Type::word) {
      const auto word = section_.choice(option.name, {option.words.begin(), option.words.end()});
      return word ? std::optional(static_cast<double>(*word)) : std::nullopt;
    }
    return section_.number(option.name, option.low, option.high);
  }

  void read_changes(const char* key, LeverChange::How how) {
    if (!section_.has(key)) return;
    if (kind() || kind_is_bad_) {
      section_.any(key);
      if (kind())
        section_.report(key, fmt::format("cannot go with kind = \"{}\"", kind()->name),
                        "another [[intervention]] with it");
      return;
    }
    const toml::table* table = section_.table(key);
    if (!table) return;
    const bool everyone = std::all_of(chosen().who.begin(), chosen().who.end(),
                                      [](const Target& target) { return target.kind == Target::Kind::everyone; });
    const LeverUse use{how, everyone};
    for (const LeverValue& value : read_levers(*table, section_.dotted(key), use, section_.file(), section_.problems()))
      chosen().changes.push_back({how, value.lever, value.value});
  }

  /// An option of some kind is never an unknown key, but it may stand with the wrong one; with a kind that is none, it
  /// may well be right.
  void refuse_options_of_others() {
    for (const InterventionKind& other : intervention_kinds())
      for (const KindOption& option : other.options) {
        if (!section_.has(option.name) || (kind() && has_option(*kind(), option.name))) continue;
        if (!refused_.insert(option.name).second) continue;
        section_.any(option.name);
        if (kind_is_bad_) continue;
        const std::string of = kind() ? std::string(kind()->name) : "levers by hand";
        section_.report(option.name, fmt::format("is an option of {}, not of {}", other.name, of),
                        kind() ? options_of(*kind()) : fmt::format("kind = \"{}\" with it", other.name));
      }
  }

  Section& section_;
  int days_;
  DraftIntervention draft_;
  bool kind_is_bad_ = false;
  std::set<std::string_view> refused_;
};

}  // namespace

Problem DraftIntervention::at(std::string_view key) const {
  Problem problem = place;
  problem.key += "." + std::string(key);
  if (const auto line = lines.find(key); line != lines.end()) problem.line = line->second;
  return problem;
}

std::vector<DraftIntervention> read_interventions(Section& scenario_file, int days) {
  std::vector<DraftIntervention> drafts;
  int number = 0;
  for (const toml::table* table : scenario_file.tables("intervention")) {
    Section section = scenario_file.below(fmt::format("intervention[{}]", ++number), *table);
    drafts.push_back(InterventionReader(section, days).read());
  }
  return drafts;
}

}  // namespace trust
