#include "bench/day.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <chrono>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "bench/case.hpp"
#include "bench/report.hpp"
#include "models/schedule.hpp"
#include "study/run.hpp"

namespace trust::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int repetitions = 5;
constexpr int phase_days = 5;

// Time for each active tie and lane; printed with a prefix, as in 700ps.
void count_ties(benchmark::State& state, const Case& measured, const Batch& batch) {
  state.counters["per_tie_and_lane"] = benchmark::Counter(
      measured.ties() * batch.lanes(), benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

std::uint64_t state_hash_of(const Case& measured, const Batch& batch) {
  std::vector<std::uint64_t> hashes;
  hashes.reserve(static_cast<std::size_t>(batch.lanes()));
  for (int lane = 0; lane < batch.lanes(); ++lane) hashes.push_back(batch.lane_hash(lane));
  return state_hash(measured.scenario.seed, hashes);
}

// Wall-clock time, and the processor time of all threads: on a shared machine only the second can be trusted.
struct Stopwatch {
  Clock::time_point wall = Clock::now();
  std::clock_t processor = std::clock();

  double wall_seconds() const { return std::chrono::duration<double>(Clock::now() - wall).count(); }
  double processor_seconds() const { return static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC; }
};

DayResult result_of(const Case& measured, const Batch& batch, int threads, const Stopwatch& watch) {
  const double updates = measured.ties() * batch.lanes() * batch.day();
  DayResult result;
  result.file = measured.file;
  result.threads = threads;
  result.what = fmt::format("{} people, {:.1f} ties each, {} lanes", measured.world->seats(),
                            measured.ties() / measured.world->seats(), batch.lanes());
  result.nanoseconds = watch.wall_seconds() * 1e9 / updates;
  result.processor_nanoseconds = watch.processor_seconds() * 1e9 / updates;
  result.state_hash = state_hash_of(measured, batch);
  result.seed = measured.scenario.seed;
  result.replicates = static_cast<std::uint32_t>(batch.lanes());
  result.days = batch.day();
  return result;
}

// An iteration is a day, so that the state at the end is that of `trustsim run` with as many days.
void whole_days(benchmark::State& state, const std::string& file, int threads) {
  const Case& measured = load_case(file);
  const ThreadLimit limit(threads);
  Batch batch = start(measured);
  const Stopwatch watch;
  for (auto _ : state) batch.step();
  add(result_of(measured, batch, threads, watch));
  count_ties(state, measured, batch);
}

// Runs every phase, so that each finds the caches as in a real day, and counts the time of one.
void one_phase(benchmark::State& state, const std::string& file, const DayPhase& timed, int threads) {
  const Case& measured = load_case(file);
  const ThreadLimit limit(threads);
  Batch batch = start(measured);
  for (auto _ : state) {
    for (const DayPhase& phase : schedule(best_instruction_set()).day) {
      const Stopwatch watch;
      batch.run_phase(phase.name);
      if (phase.name == timed.name) state.SetIterationTime(watch.wall_seconds());
    }
  }
  count_ties(state, measured, batch);
}

std::string name_of(const std::string& kind, const std::string& file, int threads) {
  return fmt::format("{}/{}/threads:{}", kind, std::filesystem::path(file).stem().string(), threads);
}

void register_case(const std::string& file, int days, int threads) {
  benchmark::RegisterBenchmark(name_of("day", file, threads).c_str(), whole_days, file, threads)
      ->Iterations(days)
      ->Repetitions(repetitions)
      ->ReportAggregatesOnly()
      ->MeasureProcessCPUTime()
      ->Unit(benchmark::kMillisecond)
      ->UseRealTime();
  for (const DayPhase& phase : schedule(best_instruction_set()).day) {
    const std::string kind = fmt::format("phase {}", phase.name);
    benchmark::RegisterBenchmark(name_of(kind, file, threads).c_str(), one_phase, file, phase, threads)
        ->Iterations(phase_days)
        ->Unit(benchmark::kMillisecond)
        ->UseManualTime();
  }
}

}  // namespace

void register_days() {
  for (const CaseFile& measured : case_files()) {
    for (const int threads : {1, 2}) register_case(measured.file, measured.days, threads);
  }
}

}  // namespace trust::bench
