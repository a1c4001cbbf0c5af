// Which scenario files there are to choose from, and what each is about.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "viz/panels/panel.hpp"

namespace trust::viz {

/// The scenario that ships, looked for in the working folder, its parents and those of the program; empty if absent.
std::filesystem::path shipped_scenario(const std::filesystem::path& program);

/// The folder of the tour's scenarios, looked for in the same places; empty if absent.
std::filesystem::path shipped_tour(const std::filesystem::path& program);

/// `chosen` and all scenario files beside it: those below the nearest parent folder called "scenarios", by folder. Only
/// the head of each is read.
std::vector<ScenarioEntry> scenarios_beside(const std::filesystem::path& chosen);

/// The first sentence of a story, in one line.
std::string first_sentence(const std::string& story);

/// Whether the file says that it is a scenario: it has a line [scenario]. Studies and plans have none.
bool is_scenario_file(const std::filesystem::path& file);

}  // namespace trust::viz
