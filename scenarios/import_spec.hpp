// How a scenario asks for an organisation from files: which files, which headings mean what, and what is assumed where
// the files are silent. docs/scenario-language.md explains every key.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/organisation.hpp"
#include "scenarios/places.hpp"
#include "scenarios/problems.hpp"
#include "scenarios/table.hpp"
#include "scenarios/toml_section.hpp"

namespace trust {

/// How the weight of a tie becomes trust.
enum class WeightRule : std::uint8_t { rescale, rank, as_trust, signed_scale };
/// What two rows for the same tie mean.
enum class RepeatedTies : std::uint8_t { error, sum, mean, last };
/// What it means that a manager is in no row of the people.
enum class UnknownManagers : std::uint8_t { error, top, add };
/// The style of those for whom no file has one: a point that their id fixes, or the middle for everybody.
enum class MissingStyles : std::uint8_t { drawn, alike };

/// What a file of people may say of each, as `columns` names it.
inline constexpr std::array<std::string_view, 14> people_columns = {
    "id",       "role",   "team",    "function", "manager",        "tenure_years", "skill",
    "location", "acumen", "style_x", "style_y",  "self_awareness", "propensity",   "open"};

struct ImportSpec {
  std::string file;                               // the scenario, for messages
  std::filesystem::path folder;                   // where it lies: the files are looked for from here
  std::map<std::string, int, std::less<>> lines;  // where each key of [organisation] stands

  std::optional<std::string> people;
  std::optional<std::string> ties;
  char separator = 0;  // of CSV files; 0: as the heading line has it

  std::map<std::string, std::string, std::less<>> columns;  // meaning -> heading, where the scenario says so
  std::map<std::string, std::string, std::less<>> titles;   // title in small letters -> role
  std::map<std::string, int, std::less<>> title_lines;
  std::string default_role = "rep";
  bool default_role_stated = false;

  std::optional<std::string> layer;          // of the ties file
  std::optional<std::string> time;           // of the ties file: which wave of a panel
  std::optional<std::string> manager_layer;  // ties of this layer are reporting lines: source reports to target
  UnknownManagers unknown_managers = UnknownManagers::error;

  WeightRule weights = WeightRule::rescale;
  double lowest_trust = 0.3;   // what the smallest weight becomes ...
  double highest_trust = 0.8;  // ... and the largest
  std::optional<double> minimum_weight;
  RepeatedTies repeated_ties = RepeatedTies::error;
  bool directed = true;

  bool reporting_ties = false;
  bool team_ties = false;
  double added_trust = 0.5;
  double default_tenure_years = 4;
  double default_skill = 0.6;
  MissingStyles styles = MissingStyles::drawn;
  Places places{};

  /// Where `key` of [organisation] stands, as the start of a message.
  Problem at(std::string_view key) const;
  /// The column for `meaning`: what the scenario says, else its usual heading.
  ColumnName column(std::string_view meaning, bool needed = false) const;
};

/// Most people and ties of an organisation: seats and slots must fit the memory that a run has.
inline constexpr std::uint32_t most_people = 1'000'000;
inline constexpr std::uint64_t most_ties = 200'000'000;

/// Reads the keys of an imported organisation; mistakes go to the section's problems.
ImportSpec read_import_spec(Section& organisation, const std::filesystem::path& folder, const std::vector<Role>& roles);

}  // namespace trust
