// What is measured: the shipped scenarios in scenarios/scale/, so that `trustsim run` on the same file must end in the
// same state as the benchmark.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "models/batch.hpp"
#include "scenarios/scenario.hpp"

namespace trust::bench {

struct Case {
  std::string file;  // inside scenarios/: "scale/1k.toml"
  Scenario scenario;
  std::shared_ptr<const World> world;  // of organisation draw 0

  /// Tie updates of one day in one lane.
  double ties() const { return static_cast<double>(world->graph().ties()); }
};

struct CaseFile {
  std::string file;
  int days;  // enough of them to measure
};

/// The cases, smallest organisation first.
const std::vector<CaseFile>& case_files();

/// The scenario alone, without its organisation.
const Scenario& scenario_of(const std::string& file);

/// The case, ready to run. Only the one last asked for is kept in memory.
const Case& load_case(const std::string& file);

/// Its first batch, at day 0: as many replicates as the scenario has, at most 16.
Batch start(const Case& measured);

}  // namespace trust::bench
