#include "study/branch/branch.hpp"

#include <fmt/format.h>

#include <chrono>
#include <numeric>

#include "study/branch/history.hpp"
#include "study/figure_collector.hpp"

namespace trust {
namespace {

void check_day(const Scenario& baseline, int days, int day, Problems& problems) {
  if (day >= 1 && day < days) return;
  const std::string accepted =
      days > 1 ? fmt::format("a day from 1 to {}: something must come after it", days - 1) : "a run of 2 days or more";
  problems.add({baseline.file.string(), 0, "--at", fmt::format("{} is not a day to branch at", day), accepted});
}

}  // namespace

void check_branches(const Scenario& baseline, std::span<const Scenario> what_ifs, const RunOptions& options, int day) {
  Problems problems;
  check_day(baseline, options.days, day, problems);
  for (const Scenario& what_if : what_ifs) {
    try {
      check_comparable(baseline, what_if, options.first_replicate);
    } catch (const InputError& mistakes) {
      for (const Problem& problem : mistakes.problems()) problems.add(problem);
    }
    for (const Problem& problem : differences_until(baseline, what_if, day)) problems.add(problem);
  }
  problems.throw_if_any();
}

void run_branches(const Scenario& baseline, std::span<const Plan* const> plans, const RunOptions& options,
                  const SharedDays& shared, RunControl& control, const BatchSink& sink) {
  BatchJob job;
  job.scenario = &baseline;
  job.plans.assign(plans.begin(), plans.end());
  std::vector<std::uint32_t> each_alone(plans.size());  // a batch may then go on under any of them
  std::iota(each_alone.begin(), each_alone.end(), 0U);
  job.batches = pack_batches(
      options.first_replicate, options.replicates, static_cast<std::uint32_t>(plans.size()),
      [&](std::uint32_t replicate) { return baseline.organisation_draw(replicate); }, each_alone);
  job.days = options.days;
  job.threads = options.threads;
  job.column_hashes = options.column_hashes;
  job.blocks = options.blocks;
  job.instruction_set = options.instruction_set;
  job.shared = shared;
  run_batches(job, control, sink);
}

std::vector<CompareResult> compare_branches(const Scenario& baseline, std::span<const Scenario> what_ifs,
                                            const RunOptions& options, const SharedDays& shared, RunControl& control) {
  const auto start = std::chrono::steady_clock::now();
  std::vector<const Plan*> plans = {&baseline.plan};
  for (const Scenario& what_if : what_ifs) plans.push_back(&what_if.plan);
  std::vector<FigureCollector> collectors;
  for (std::uint32_t plan = 0; plan < plans.size(); ++plan) collectors.emplace_back(plan, options.days);
  run_branches(baseline, plans, options, shared, control,
               [&](const BatchRecord& record) { collectors[record.packed->lanes.front().plan].take(record); });

  const RunResult without = collectors.front().result(baseline.seed);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  std::vector<CompareResult> results;
  for (std::size_t plan = 1; plan < plans.size(); ++plan) {
    CompareResult& result =
        results.emplace_back(CompareResult{without, collectors[plan].result(baseline.seed), {}, seconds});
    result.effects = effects_between(without.figures, result.what_if.figures);
  }
  return results;
}

}  // namespace trust
