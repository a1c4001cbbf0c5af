#include "study/run.hpp"

#include <chrono>

#include "sim/lane_hash.hpp"
#include "study/figure_collector.hpp"

namespace trust {
namespace {

BatchJob job_of(const Scenario& scenario, const RunOptions& options) {
  BatchJob job;
  job.scenario = &scenario;
  job.plans = {&scenario.plan};
  job.batches = pack_batches(options.first_replicate, options.replicates, 1,
                             [&](std::uint32_t replicate) { return scenario.organisation_draw(replicate); });
  job.days = options.days;
  job.threads = options.threads;
  job.column_hashes = options.column_hashes;
  job.blocks = options.blocks;
  job.instruction_set = options.instruction_set;
  return job;
}

}  // namespace

RunOptions options_of(const Scenario& scenario) {
  RunOptions options;
  options.replicates = scenario.replicates;
  options.days = scenario.days;
  return options;
}

RunResult run_scenario(const Scenario& scenario, const RunOptions& options, RunControl& control,
                       const BatchSink& sink) {
  const auto start = std::chrono::steady_clock::now();
  FigureCollector collector(0, options.days);
  run_batches(job_of(scenario, options), control, [&](const BatchRecord& record) {
    collector.take(record);
    if (sink) sink(record);
  });
  RunResult result = collector.result(scenario.seed);
  result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return result;
}

std::uint64_t state_hash(std::uint64_t seed, std::span<const std::uint64_t> replicate_hashes) {
  std::uint64_t hash = mix(seed);
  for (const std::uint64_t replicate : replicate_hashes) hash = chain(hash, replicate);
  return hash;
}

std::vector<double> column_of(std::span<const Figures> figures, Measure measure) {
  std::vector<double> column;
  column.reserve(figures.size());
  for (const Figures& one : figures) column.push_back(one[static_cast<std::size_t>(measure)]);
  return column;
}

MeasureSummary summarise(const RunFigures& figures, Measure measure) {
  const std::vector<double> first = column_of(figures.first, measure);
  const std::vector<double> last = column_of(figures.last, measure);
  return {mean(first), mean(last), middle_90(first), middle_90(last), column_of(figures.daily_mean, measure)};
}

}  // namespace trust
