// What a run was made of, so that it can be made again: the file manifest.json beside its results.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "study/run.hpp"

namespace trust {

/// The manifest as JSON text. Two runs of the same scenario have the same manifest, byte for byte.
std::string manifest_of(const Scenario& scenario, const RunOptions& options, const RunResult& result);

/// What the plan holds for everyone, lever by lever: the table's default or the scenario's setting for the whole
/// organisation.
nlohmann::ordered_json levers_as_json(const Plan& plan);

/// Settings for roles, functions, teams and persons too, and the interventions and events.
nlohmann::ordered_json settings_as_json(const Plan& plan);
nlohmann::ordered_json interventions_as_json(const Plan& plan);
nlohmann::ordered_json events_as_json(const Plan& plan);

/// JSON text over several lines, with every byte that is not UTF-8 replaced.
std::string json_text(const nlohmann::ordered_json& json);

/// "everyone", or the kind of target and its name, as in "role rep".
std::string words_for(const Target& target);

}  // namespace trust
