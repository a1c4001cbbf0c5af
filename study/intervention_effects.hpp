// What each shipped intervention scenario changes: the second part of docs/interventions.md.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "scenarios/scenario.hpp"
#include "study/run_control.hpp"
#include "study/statistics.hpp"

namespace trust {

/// One figure of the table of effects.
struct EffectColumn {
  enum class Over : std::uint8_t { last_day, mean_of_days, sum_of_days };
  std::string_view heading;
  Measure measure;
  Over over;
  double unit;   // the figure is divided by it
  int decimals;  // with which it is shown
};

const std::vector<EffectColumn>& effect_columns();

/// The differences that the intervention makes, a column each, over pairs of replicates with the same luck: the
/// scenario against itself without what goes by the name `intervention`.
std::vector<MeanWithInterval> effects_of(const Scenario& scenario, const std::string& intervention,
                                         RunControl& control);

/// The kind that a scenario file is about: its name up to the first hyphen.
std::string kind_of_file(const std::filesystem::path& file);

/// The scenario files of a folder, by name.
std::vector<std::filesystem::path> scenario_files(const std::filesystem::path& folder);

/// The table: a row for each scenario of the folder, in alphabetical order. Throws InputError where one has mistakes or
/// the folder holds none.
std::string effects_as_markdown(const std::filesystem::path& folder, RunControl& control);

}  // namespace trust
