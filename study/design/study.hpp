// A study file, read and checked: which scenario, which points of which axes, how often, and what is written down.
// docs/study-language.md explains every key.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "models/measures.hpp"
#include "scenarios/overrides.hpp"
#include "scenarios/scenario.hpp"
#include "study/design/design.hpp"

namespace trust {

struct Study {
  std::filesystem::path file;
  std::string text;  // the study file as it was read
  std::string name;
  std::string question;  // may be empty
  ScenarioSource source;
  std::uint32_t replicates = 16;  // of every point
  int days = 65;
  std::uint64_t seed = 1;
  std::vector<Measure> measures;          // what is recorded, in the order of the table ...
  std::vector<int> record_days;           // ... and on which days, rising; 0 is before the first day
  std::vector<Override> for_every_point;  // what the study itself asks of the scenario, before its axes
  Design design;

  /// All that point i changes in the scenario file.
  std::vector<Override> overrides(std::uint64_t i) const;

  /// The scenario of point i, with the study's days, replicates and seed. Throws InputError where the values of the
  /// point cannot go together, as ScenarioSource::with does.
  Scenario scenario_at(std::uint64_t i) const;
};

struct StudyPermissions {
  bool more_than_ten_million_points = false;  // --yes
};

/// Throws InputError with every mistake in the study file and in the scenario that it names. Each axis is tried at each
/// of its values or at both ends, and so are a grid's corners and every point of a list.
Study load_study(const std::filesystem::path& file, StudyPermissions permissions = {});

}  // namespace trust
