#include "scenarios/added_plan.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>

#include "scenarios/expand_plan.hpp"
#include "scenarios/intervention_kind.hpp"
#include "scenarios/plan_reader.hpp"
#include "scenarios/sequence.hpp"
#include "scenarios/targets.hpp"
#include "scenarios/text_file.hpp"
#include "scenarios/toml_section.hpp"
#include "scenarios/who_reader.hpp"
#include "scenarios/words.hpp"

namespace trust {

namespace {

constexpr int usual_days = 65;  // of a scenario that does not say

// The baseline's own interventions, as far as others may wait for them or need them. It was checked when it was loaded.
struct OwnInterventions {
  std::vector<DraftIntervention> drafts;
  int days = usual_days;  // of the file: an option may have made the run shorter
};

OwnInterventions own_interventions(const Scenario& baseline) {
  OwnInterventions own;
  try {
    const toml::table table = toml::parse(baseline.text);
    Problems ignored;
    Section root(table, "", baseline.file.string(), ignored);
    own.days = static_cast<int>(table["scenario"]["days"].value_or(std::int64_t{usual_days}));
    own.drafts = read_plan(root, Scenario::most_days).interventions;
  } catch (const toml::parse_error&) {  // a scenario that was made without a file has none that could be named
    return own;
  }
  for (DraftIntervention& draft : own.drafts) {
    draft.after.reset();
    draft.from = draft.chosen.first_day;
    draft.to = draft.chosen.last_day;
  }
  return own;
}

// Settles the days of the added drafts, which may wait for those of the baseline.
void settle_beside(const OwnInterventions& own, DraftPlan& added, int days, Problems& problems) {
  std::vector<DraftIntervention> all = std::move(added.interventions);
  const auto count = static_cast<std::ptrdiff_t>(all.size());
  all.insert(all.end(), own.drafts.begin(), own.drafts.end());
  settle_days(all, days, problems);
  added.interventions.assign(std::make_move_iterator(all.begin()), std::make_move_iterator(all.begin() + count));
}

DraftPlan read_added(Section& root, const Scenario& baseline, Problems& problems) {
  const OwnInterventions own = own_interventions(baseline);
  const int days = std::max(own.days, baseline.days);
  DraftPlan added = read_settings(root);
  added.interventions = read_interventions(root, days);
  settle_beside(own, added, days, problems);
  return added;
}

// Appends what was added to the baseline's plan.
void append(Scenario& scenario, DraftPlan added, Problems& problems) {
  const std::shared_ptr<const Organisation> organisation = scenario.organisation(0);
  const std::size_t notes_before = scenario.notes.size();
  added.plan.interventions = scenario.plan.interventions;
  added.plan.events = scenario.plan.events;
  resolve_targets(added, *organisation, problems, scenario.notes);
  expand_interventions(added, *organisation, problems, scenario.notes);
  problems.throw_if_any();
  scenario.interventions += added.interventions.size();
  scenario.plan.settings.insert(scenario.plan.settings.end(), added.plan.settings.begin(), added.plan.settings.end());
  scenario.plan.interventions = std::move(added.plan.interventions);
  scenario.plan.events = std::move(added.plan.events);
  scenario.notes.erase(scenario.notes.begin(), scenario.notes.begin() + static_cast<std::ptrdiff_t>(notes_before));
}

std::uint64_t joint_digest(const Scenario& baseline, std::string_view text) {
  TextDigest digest;
  digest.add(fmt::format("{:016x}", baseline.digest));
  digest.add(text);
  return digest.value();
}

toml::table parsed(const std::string& text, const std::string& file, Problems& problems) {
  try {
    return toml::parse(text, file);
  } catch (const toml::parse_error& error) {
    problems.add({file, static_cast<int>(error.source().begin.line), "", std::string(error.description()),
                  "TOML 1.0 with [levers] or [[intervention]]"});
  }
  problems.throw_if_any();
  return {};
}

// A value as it would stand in a file: true, 12, 0.5 or text.
void insert_value(toml::table& table, const std::string& key, const std::string& text) {
  if (text == "true" || text == "false") {
    table.insert_or_assign(key, text == "true");
    return;
  }
  std::int64_t whole = 0;
  const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
  if (error == std::errc() && stopped == text.data() + text.size()) {
    table.insert_or_assign(key, whole);
  } else if (const auto number = parse_number(text)) {
    table.insert_or_assign(key, *number);
  } else {
    table.insert_or_assign(key, text);
  }
}

// "team:Sales 1" as { team = "Sales 1" }; anything else as it is.
void insert_who(toml::table& table, const std::string& text) {
  const std::size_t colon = text.find(':');
  const std::string group(trimmed(text.substr(0, colon)));
  const bool known = std::ranges::any_of(group_keys, [&](const auto& key) { return group == key.first; });
  if (colon == std::string::npos || !known) {
    table.insert_or_assign("who", text);
  } else {
    table.insert_or_assign("who", toml::table{{group, std::string(trimmed(text.substr(colon + 1)))}});
  }
}

std::vector<std::string> split(const std::string& text, char mark) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(mark, begin), text.size());
    parts.emplace_back(trimmed(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return parts;
}

class InterventionWords {
 public:
  InterventionWords(const std::string& words, std::string asked_by, Problems& problems)
      : words_(words), asked_by_(std::move(asked_by)), problems_(problems) {}

  toml::table as_table() {
    const std::size_t colon = words_.find(':');
    kind_ = trimmed(words_.substr(0, colon));
    if (!find_kind(kind_)) refuse_kind();
    table_.insert("kind", kind_);
    if (colon != std::string::npos) {
      for (const std::string& option : split(words_.substr(colon + 1), ',')) read_option(option);
    }
    toml::array list;
    list.push_back(table_);
    return toml::table{{"intervention", list}};
  }

 private:
  void refuse_kind() {
    std::vector<std::string> kinds;
    for (const InterventionKind& kind : intervention_kinds()) kinds.emplace_back(kind.name);
    const std::string near = nearest(kind_, kinds);
    problems_.add({asked_by_, 0, "", in_quotes(words_) + " is neither a file nor a kind of intervention",
                   (near.empty() ? "" : "did you mean " + in_quotes(near) + "? ") +
                       std::string("`trustsim docs interventions` lists every kind")});
    problems_.throw_if_any();
  }

  void read_option(const std::string& option) {
    const std::size_t equals = option.find('=');
    const std::string key(trimmed(option.substr(0, equals)));
    if (equals == std::string::npos || key.empty()) {
      problems_.add({asked_by_, 0, kind_, in_quotes(option) + " is no option",
                     "option=value, several with commas between them, as in " + kind_ + ":strength=0.5,from=20"});
    } else if (table_.contains(key)) {
      problems_.add({asked_by_, 0, kind_ + ":" + key, "is given twice", "each option once"});
    } else if (const std::string value(trimmed(option.substr(equals + 1))); key == "who") {
      insert_who(table_, value);
    } else {
      insert_value(table_, key, value);
    }
  }

  const std::string& words_;
  std::string asked_by_;
  Problems& problems_;
  std::string kind_;
  toml::table table_;
};

// "intervention[1].from" is what a file would call it.
std::string option_of(std::string key, const std::string& kind) {
  const std::string in_file = "intervention[1]";
  if (!key.starts_with(in_file)) return key;
  key.erase(0, in_file.size());
  return kind + (key.empty() ? "" : ":" + key.substr(1));
}

[[noreturn]] void rethrow_as_options(const InputError& mistakes, const std::string& kind) {
  std::vector<Problem> problems = mistakes.problems();
  for (Problem& problem : problems) problem.key = option_of(problem.key, kind);
  throw InputError(std::move(problems), mistakes.total() - mistakes.problems().size());
}

std::string without_line(std::string note) {
  const std::string nowhere = " (line 0)";
  if (const std::size_t at = note.find(nowhere); at != std::string::npos) note.erase(at, nowhere.size());
  return note;
}

void add_intervention(Scenario& scenario, const Scenario& baseline, const toml::table& table,
                      const std::string& asked_by) {
  Problems problems;
  Section root(table, "", asked_by, problems);
  DraftPlan added = read_added(root, baseline, problems);
  problems.throw_if_any();
  append(scenario, std::move(added), problems);
  for (std::string& note : scenario.notes) note = without_line(std::move(note));
}

}  // namespace

bool is_plan_file(const std::filesystem::path& file) {
  Problems problems;
  const auto text = read_text_file(file, {}, problems);
  if (!text) return false;
  try {
    const toml::table table = toml::parse(*text);
    return !table.contains("scenario") && !table.contains("organisation") &&
           (table.contains("levers") || table.contains("intervention"));
  } catch (const toml::parse_error&) {
    return false;
  }
}

Scenario with_plan_file(const Scenario& baseline, const std::filesystem::path& file) {
  Problems problems;
  const auto text = read_text_file(file, {}, problems);
  problems.throw_if_any();
  return with_plan_text(baseline, file, *text);
}

Scenario with_plan_text(const Scenario& baseline, const std::filesystem::path& file, const std::string& text) {
  Problems problems;
  const toml::table table = parsed(text, file.string(), problems);
  Section root(table, "", file.string(), problems);
  Scenario scenario = baseline;
  scenario.file = file;
  scenario.text = text;
  scenario.digest = joint_digest(baseline, text);
  scenario.name = root.text("name").value_or(file.stem().string());
  DraftPlan added = read_added(root, baseline, problems);
  root.finish();
  problems.throw_if_any();
  append(scenario, std::move(added), problems);
  return scenario;
}

std::string intervention_text(const std::string& words, const std::string& asked_by) {
  Problems problems;
  const toml::table table = InterventionWords(words, asked_by, problems).as_table();
  problems.throw_if_any();
  std::ostringstream text;
  text << table;
  return text.str();
}

Scenario with_intervention(const Scenario& baseline, const std::string& words, const std::string& asked_by) {
  Problems problems;
  const toml::table table = InterventionWords(words, asked_by, problems).as_table();
  problems.throw_if_any();
  Scenario scenario = baseline;
  scenario.text = words;
  scenario.digest = joint_digest(baseline, words);
  scenario.name = words;
  try {
    add_intervention(scenario, baseline, table, asked_by);
  } catch (const InputError& mistakes) {
    rethrow_as_options(mistakes, std::string(trimmed(words.substr(0, words.find(':')))));
  }
  return scenario;
}

}  // namespace trust
