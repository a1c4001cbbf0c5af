#include "bench/sweep.hpp"

#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "study/run.hpp"
#include "study/sweep/sweep.hpp"

namespace trust::bench {
namespace {

namespace fs = std::filesystem;

constexpr int repetitions = 5;

// Levers: all points live in one organisation, which a sweep makes once. Organisations: each point has its own.
const std::string lever_axis = "lever = \"recognition.propensity\"\nfrom = 0.1\nto = 0.4\nsteps = 4\n";
const std::string organisation_axis = "organisation = \"cross_team_contact\"\nfrom = 0.2\nto = 0.4\nsteps = 4\n";

struct Seconds {
  double wall = 0;
  double processor = 0;
};

template <class Work>
Seconds time_of(Work work) {
  const auto wall = std::chrono::steady_clock::now();
  const std::clock_t processor = std::clock();
  work();
  return {std::chrono::duration<double>(std::chrono::steady_clock::now() - wall).count(),
          static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC};
}

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / fmt::format("trustsim-bench-{}", ::getpid())) {
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  /// Four points of 1,000 people, 16 replicates of a quarter each.
  Study study(const std::string& axis) const {
    std::ofstream(path_ / "study.toml") << fmt::format(
        "[study]\nname = \"Speed\"\nscenario = \"{}/scenarios/scale/1k.toml\"\nreplicates = 16\ndays = 65\n"
        "[design]\nkind = \"grid\"\n[[axis]]\n{}",
        fs::relative(TRUSTSIM_SOURCE_DIR, path_).string(), axis);
    return load_study(path_ / "study.toml");
  }
  fs::path empty_store() const {
    for (const char* ending : {"", "-wal", "-shm"}) fs::remove(path_ / (std::string("store.db") + ending));
    return path_ / "store.db";
  }

 private:
  fs::path path_;
};

std::vector<Scenario> scenarios_of(const Study& study) {
  std::vector<Scenario> scenarios;
  for (std::uint64_t place = 0; place < study.design.points(); ++place) scenarios.push_back(study.scenario_at(place));
  return scenarios;
}

void run_points(const std::vector<Scenario>& points, int threads) {
  for (const Scenario& scenario : points) {
    RunOptions options = options_of(scenario);
    options.threads = threads;
    RunControl control;
    benchmark::DoNotOptimize(run_scenario(scenario, options, control).state_hash);
  }
}

void sweep_points(const Study& study, const fs::path& file, int threads) {
  Store store = Store::open(file);
  SweepOptions options;
  options.threads = threads;
  SweepControl control;
  benchmark::DoNotOptimize(run_sweep(study, store, options, control).added);
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

// In turn, so that whatever else the machine does falls on both.
void sweep(benchmark::State& state, const std::string& axis, int threads) {
  const Folder folder;
  const Study study = folder.study(axis);
  const std::vector<Scenario> points = scenarios_of(study);
  std::vector<double> wall, processor;
  for (auto _ : state) {
    const Seconds engine = time_of([&] { run_points(points, threads); });
    const fs::path store = folder.empty_store();
    const Seconds swept = time_of([&] { sweep_points(study, store, threads); });
    state.SetIterationTime(swept.wall);
    wall.push_back(swept.wall / engine.wall);
    processor.push_back(swept.processor / engine.processor);
  }
  state.counters["times_engine_wall"] = median(wall);
  state.counters["times_engine_processor"] = median(processor);
}

}  // namespace

void register_sweeps() {
  for (const auto& [what, axis] : {std::pair("levers", lever_axis), std::pair("organisations", organisation_axis)}) {
    for (const int threads : {1, 2}) {
      benchmark::RegisterBenchmark(fmt::format("sweep/1k {}/threads:{}", what, threads).c_str(), sweep, axis, threads)
          ->Iterations(repetitions)
          ->Unit(benchmark::kMillisecond)
          ->UseManualTime();
    }
  }
}

}  // namespace trust::bench
