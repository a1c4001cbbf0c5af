// What a scenario file says of itself, without its organisation: for lists of files to choose from.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace trust {

struct ScenarioHead {
  std::string name;
  std::string story;
};

/// Reads the [scenario] table at the file's beginning and no more, however large the rest is. Nothing where there is
/// none, or where it is no TOML.
std::optional<ScenarioHead> read_scenario_head(const std::filesystem::path& file);

}  // namespace trust
