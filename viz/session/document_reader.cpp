#include "viz/session/document_reader.hpp"

#include <fmt/format.h>

#include <utility>

#include "scenarios/added_plan.hpp"
#include "scenarios/plan_reader.hpp"
#include "study/branch/history.hpp"
#include "viz/session/document_text.hpp"

namespace trust::viz {
namespace {

namespace fs = std::filesystem;

std::uint64_t seed_in(const toml::table& document) {
  return static_cast<std::uint64_t>(document["scenario"]["seed"].value_or(std::int64_t{1}));
}

// What the viewer must know of a scenario is stated, whatever its defaults.
std::string stated(toml::table file, const Scenario& scenario) {
  auto* section = file["scenario"].as_table();
  if (!section) section = file.insert_or_assign("scenario", toml::table{}).first->second.as_table();
  section->erase("baseline");
  move_paths(file, scenario.file.parent_path(), scenario.file.parent_path());
  section->insert_or_assign("name", scenario.name);
  section->insert_or_assign("days", scenario.days);
  section->insert_or_assign("replicates", static_cast<std::int64_t>(scenario.replicates));
  section->insert_or_assign("seed", static_cast<std::int64_t>(scenario.seed));
  return document_text(file);
}

bool is_the_same(const Scenario& one, const Scenario& other) {
  return one.days == other.days && one.steps_per_day == other.steps_per_day && one.rules == other.rules &&
         one.replicates_per_organisation == other.replicates_per_organisation && one.generator == other.generator &&
         same_history(one.plan, other.plan, Scenario::most_days) &&
         (!one.imported || !other.imported || digest(*one.imported) == digest(*other.imported));
}

// "intervention[2].from" as `"Playbook": from`.
std::string plain_key(const std::string& key, const std::vector<std::string>& names) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string place = fmt::format("intervention[{}]", i + 1);
    if (!key.starts_with(place)) continue;
    const std::string rest = key.substr(std::min(key.size(), place.size() + 1));
    return in_quotes(names[i]) + (rest.empty() ? "" : ": " + rest);
  }
  return key;
}

[[noreturn]] void rethrow_by_name(const InputError& error, const fs::path& file, const toml::table& document) {
  std::vector<std::string> names;
  for (const DraftIntervention& draft : drafts_of(document)) names.push_back(draft.chosen.name);
  std::vector<Problem> problems = error.problems();
  for (Problem& problem : problems) {
    if (problem.file != file.string()) continue;
    problem.file = file.filename().string();
    problem.line = 0;
    problem.key = plain_key(problem.key, names);
  }
  throw InputError(std::move(problems), error.total() - error.problems().size());
}

std::string file_name_for(std::string name) {
  for (char& c : name)
    if (c == '/') c = '-';
  return name;
}

}  // namespace

std::string body_of(const std::string& document) {
  toml::table file = parse_document(document);
  file.erase("scenario");
  return document_text(file);
}

std::vector<DraftIntervention> drafts_of(const toml::table& document) {
  Problems ignored;
  Section root(document, "", "", ignored);
  return read_plan(root, Scenario::most_days).interventions;
}

DocumentReader::DocumentReader(const fs::path& baseline) : source_(baseline) {
  baseline_ = std::make_shared<const Scenario>(source_->scenario());
  document_ = stated(parse_document(baseline_->text), *baseline_);
  seed_of_file_ = baseline_->seed;
}

DocumentReader::DocumentReader(Scenario baseline) {
  baseline_ = std::make_shared<const Scenario>(std::move(baseline));
  seed_of_file_ = baseline_->seed;
  try {
    ScenarioSource source(baseline_->file, baseline_->text);
    if (is_the_same(source.scenario(), *baseline_)) {
      seed_of_file_ = source.scenario().seed;
      source_ = std::move(source);
    }
  } catch (const InputError&) {  // there is no such text
  }
  document_ = stated(source_ ? parse_document(baseline_->text) : toml::table{}, *baseline_);
}

std::shared_ptr<const Scenario> DocumentReader::baseline_with(std::uint64_t seed) const {
  if (seed == baseline_->seed) return baseline_;
  auto other = std::make_shared<Scenario>(*baseline_);
  other->seed = seed;
  return other;
}

std::shared_ptr<const Scenario> DocumentReader::read(const std::string& document) const {
  const toml::table table = parse_document(document);
  const std::string name = table["scenario"]["name"].value_or(std::string("what-if"));
  const fs::path file = folder() / file_name_for(name);
  try {
    if (source_) return std::make_shared<const Scenario>(source_->with_text(file, document));
    Scenario added = with_plan_text(*baseline_with(seed_in(table)), file, body_of(document));
    added.name = name;
    return std::make_shared<const Scenario>(std::move(added));
  } catch (const InputError& error) {
    rethrow_by_name(error, file, table);
  }
}

}  // namespace trust::viz
