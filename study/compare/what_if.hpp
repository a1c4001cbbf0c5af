// What may stand behind --what-if: a scenario of its own, a file with levers and interventions alone, or the name of a
// kind of intervention with options.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "scenarios/scenario.hpp"

namespace trust {

using ScenarioLoader = std::function<Scenario(const std::filesystem::path&)>;

/// The scenario that `word` asks for beside `baseline`: a scenario file (by `load`, and then check_comparable()), a
/// plan file or KIND[:option=value,...] (scenarios/added_plan.hpp), which are added to the baseline's plan. Throws
/// InputError with every mistake.
Scenario read_what_if(const std::string& word, const Scenario& baseline, std::uint32_t first_replicate,
                      const ScenarioLoader& load);

/// Whether `word` names a file that is a scenario of its own, or no file that could be read as anything else.
bool names_a_scenario(const std::string& word);

}  // namespace trust
