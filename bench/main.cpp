#include <benchmark/benchmark.h>

#include "bench/day.hpp"
#include "bench/report.hpp"
#include "bench/sweep.hpp"

int main(int argc, char** argv) {
  trust::bench::register_days();
  trust::bench::register_sweeps();
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return trust::bench::print_report() ? 0 : 1;
}
