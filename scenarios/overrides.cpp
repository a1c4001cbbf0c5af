#include "scenarios/overrides.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "scenarios/loader.hpp"

namespace trust {

namespace {

/// Whether the organisation may be another one with it; an open seat is drawn by the scenario's seed.
bool touches_organisation(const Override& change) {
  return change.key.starts_with("organisation.") || change.key == "scenario.seed";
}

struct AsText {
  std::string operator()(bool flag) const { return flag ? "true" : "false"; }
  std::string operator()(std::int64_t whole) const { return fmt::format("{}", whole); }
  std::string operator()(double number) const { return fmt::format("{}", number); }
  std::string operator()(const std::string& text) const { return text; }
};

}  // namespace

std::string to_text(const OverrideValue& value) { return std::visit(AsText{}, value); }

struct ScenarioSource::Read {
  LoadedScenario loaded;
};

ScenarioSource::ScenarioSource(const std::filesystem::path& file)
    : read_(std::make_shared<const Read>(Read{load_with({file, nullptr, {}, nullptr})})) {}

ScenarioSource::ScenarioSource(const std::filesystem::path& file, const std::string& text)
    : read_(std::make_shared<const Read>(Read{load_with({file, &text, {}, nullptr})})) {}

Scenario ScenarioSource::with_text(const std::filesystem::path& file, const std::string& text) const {
  const Scenario& base = scenario();
  const bool same = file.parent_path() == base.file.parent_path() && same_organisation(base.text, text);
  return load_with({file, &text, {}, same ? &read_->loaded.organisation : nullptr}).scenario;
}

const Scenario& ScenarioSource::scenario() const { return read_->loaded.scenario; }

Scenario ScenarioSource::with(std::span<const Override> overrides) const {
  const Scenario& base = scenario();
  if (overrides.empty()) return base;
  const bool other_organisation = std::ranges::any_of(overrides, touches_organisation);
  return load_with({base.file, &base.text, overrides, other_organisation ? nullptr : &read_->loaded.organisation})
      .scenario;
}

Scenario load_scenario(const std::filesystem::path& file, std::span<const Override> overrides) {
  return ScenarioSource(file).with(overrides);
}

}  // namespace trust
