#include "study/manifest.hpp"

#include <fmt/format.h>

#include <charconv>
#include <nlohmann/json.hpp>

#include "scenarios/event_names.hpp"
#include "study/hex.hpp"

namespace trust {
namespace {

using Json = nlohmann::ordered_json;

// The float as people wrote it: 0.15, where the nearest double would print as 0.15000000596046448.
double as_written(float value) {
  const std::string text = fmt::format("{}", value);
  double number = static_cast<double>(value);
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Json change_as_json(const LeverChange& change) {
  return {{"lever", parameter(change.lever).name},
          {change.how == LeverChange::How::set ? "set" : "add", as_written(change.value)}};
}

Json targets_as_json(const std::vector<Target>& targets) {
  Json who = Json::array();
  for (const Target& target : targets) who.push_back(words_for(target));
  return who;
}

Json intervention_as_json(const Intervention& intervention) {
  Json changes = Json::array();
  for (const LeverChange& change : intervention.changes) changes.push_back(change_as_json(change));
  return {{"name", intervention.name},
          {"first_day", intervention.first_day},
          {"last_day", intervention.last_day},
          {"who", targets_as_json(intervention.who)},
          {"changes", changes},
          {"ramp_days", intervention.ramp_days},
          {"strength", as_written(intervention.strength)},
          {"hours_per_day", as_written(intervention.hours_per_day)},
          {"money_per_day", as_written(intervention.money_per_day)}};
}

Json event_as_json(const Event& event) {
  Json json = {{"name", event.name},
               {"kind", name_of(event.kind)},
               {"day", event.day},
               {"who", targets_as_json(event.who)},
               {"share", as_written(event.share)}};
  if (event.kind == Event::Kind::violation) {
    json["severity"] = as_written(event.severity);
    json["dimension"] = name_of(event.dimension);
    json["deception"] = event.deception;
  }
  if (event.kind == Event::Kind::response) {
    json["response"] = name_of(event.response);
    json["guilt_proven"] = event.guilt_proven;
    json["richness"] = as_written(event.richness);
  }
  return json;
}

Json scenario_as_json(const Scenario& scenario) {
  return {{"name", scenario.name},
          {"file", scenario.file.string()},
          {"digest", to_hex(scenario.digest)},
          {"notes", scenario.notes},
          {"text", scenario.text}};
}

}  // namespace

std::string words_for(const Target& target) {
  switch (target.kind) {
    case Target::Kind::everyone:
      return "everyone";
    case Target::Kind::role:
      return "role " + target.name;
    case Target::Kind::function:
      return "function " + target.name;
    case Target::Kind::team:
      return "team " + target.name;
    case Target::Kind::person:
      return "person " + target.name;
  }
  return target.name;
}

Json levers_as_json(const Plan& plan) {
  Json levers = Json::object();
  for (const Parameter& row : parameters()) levers[std::string(row.name)] = as_written(row.initial);
  for (const LeverSetting& setting : plan.settings) {
    if (setting.who.kind != Target::Kind::everyone) continue;
    levers[std::string(parameter(setting.lever).name)] = as_written(setting.value);
  }
  return levers;
}

Json settings_as_json(const Plan& plan) {
  Json settings = Json::array();
  for (const LeverSetting& setting : plan.settings) {
    settings.push_back({{"who", words_for(setting.who)},
                        {"lever", parameter(setting.lever).name},
                        {"value", as_written(setting.value)}});
  }
  return settings;
}

Json interventions_as_json(const Plan& plan) {
  Json interventions = Json::array();
  for (const Intervention& one : plan.interventions) interventions.push_back(intervention_as_json(one));
  return interventions;
}

Json events_as_json(const Plan& plan) {
  Json events = Json::array();
  for (const Event& event : plan.events) events.push_back(event_as_json(event));
  return events;
}

std::string json_text(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

std::string manifest_of(const Scenario& scenario, const RunOptions& options, const RunResult& result) {
  Json hashes = Json::array();
  for (const std::uint64_t hash : result.replicate_hashes) hashes.push_back(to_hex(hash));
  return json_text({{"program", "trustsim"},
                    {"version", TRUSTSIM_VERSION},
                    {"scenario", scenario_as_json(scenario)},
                    {"seed", scenario.seed},
                    {"first_replicate", options.first_replicate},
                    {"replicates", options.replicates},
                    {"replicates_per_organisation", scenario.replicates_per_organisation},
                    {"days", options.days},
                    {"steps_per_day", scenario.steps_per_day},
                    {"trust_rule", name_of(scenario.rules.trust)},
                    {"gossip", name_of(scenario.rules.gossip)},
                    {"levers", levers_as_json(scenario.plan)},
                    {"settings", settings_as_json(scenario.plan)},
                    {"interventions", interventions_as_json(scenario.plan)},
                    {"events", events_as_json(scenario.plan)},
                    {"state_hash", to_hex(result.state_hash)},
                    {"replicate_hashes", hashes}});
}

}  // namespace trust
