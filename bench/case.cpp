#include "bench/case.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>

#include "sim/lane_rows.hpp"

namespace trust::bench {

const std::vector<CaseFile>& case_files() {
  static const std::vector<CaseFile> files = {{"scale/1k.toml", 100}, {"scale/10k.toml", 20}, {"scale/100k.toml", 5}};
  return files;
}

const Scenario& scenario_of(const std::string& file) {
  static std::map<std::string, Scenario> scenarios;
  const auto known = scenarios.find(file);
  if (known != scenarios.end()) return known->second;
  return scenarios.emplace(file, load_scenario(std::filesystem::path(TRUSTSIM_SOURCE_DIR) / "scenarios" / file))
      .first->second;
}

const Case& load_case(const std::string& file) {
  static std::optional<Case> kept;
  if (!kept || kept->file != file) {
    kept.reset();  // before the next one is made: two large organisations need not fit
    const Scenario& scenario = scenario_of(file);
    kept = Case{file, scenario, std::make_shared<const World>(scenario.organisation(0))};
  }
  return *kept;
}

Batch start(const Case& measured) {
  const Scenario& scenario = measured.scenario;
  std::vector<LanePlan> lanes;
  const std::uint32_t count = std::min<std::uint32_t>(scenario.replicates, lane_columns);
  for (std::uint32_t replicate = 0; replicate < count; ++replicate) lanes.push_back({replicate, &scenario.plan});
  BatchOptions options;
  options.seed = scenario.seed;
  options.steps_per_day = scenario.steps_per_day;
  options.rules = scenario.rules;
  options.parallelism = Parallelism::blocks;
  return Batch(measured.world, lanes, options);
}

}  // namespace trust::bench
