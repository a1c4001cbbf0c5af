// What this machine can do at best, to hold the engine's figures against: a machine that is slow today is seen here.
#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace {

// Reads, changes and writes back `state.range(0)` KiB, as the trust phase does with its column: one affine update a
// value. Each thread has memory of its own. Bytes count twice, once read and once written.
void read_modify_write(benchmark::State& state) {
  const auto floats = static_cast<std::size_t>(state.range(0)) * 1024 / sizeof(float);
  std::vector<float> values(floats, 0.5F);
  for (auto _ : state) {
    for (float& value : values) value = value * 0.999F + 0.0005F;
    benchmark::DoNotOptimize(values.data());
    benchmark::ClobberMemory();
  }
  state.SetBytesProcessed(state.iterations() * state.range(0) * 1024 * 2);
}

// Adds rows of 16 values to rows picked at random among `state.range(0)` KiB: the trust phase's other half, where a
// tie's trust goes to the sums of the one who trusts.
void scatter_add(benchmark::State& state) {
  constexpr std::size_t lanes = 16;
  constexpr std::size_t picks = 1 << 16;
  const auto rows = static_cast<std::size_t>(state.range(0)) * 1024 / (lanes * sizeof(std::uint32_t));
  std::vector<std::uint32_t> sums(rows * lanes, 0);
  std::vector<std::uint32_t> picked(picks);
  std::uint64_t random = 1;
  for (std::uint32_t& row : picked) {
    random = random * 6364136223846793005u + 1442695040888963407u;  // Knuth's multiplier: any scramble does
    row = static_cast<std::uint32_t>((random >> 32) % rows);
  }
  for (auto _ : state) {
    for (const std::uint32_t row : picked) {
      std::uint32_t* sum = &sums[row * lanes];
      for (std::size_t lane = 0; lane < lanes; ++lane) sum[lane] += row;
    }
    benchmark::ClobberMemory();
  }
  state.counters["per_add"] = benchmark::Counter(
      static_cast<double>(picks * lanes), benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

constexpr std::int64_t first_cache = 16;
constexpr std::int64_t second_cache = 256;
constexpr std::int64_t third_cache = 8 * 1024;
constexpr std::int64_t main_memory = 256 * 1024;

void sizes(benchmark::internal::Benchmark* probe) {
  probe->ArgName("KiB")->Arg(first_cache)->Arg(second_cache)->Arg(third_cache)->Arg(main_memory);
  probe->Threads(1)->Threads(2)->UseRealTime();
}

BENCHMARK(read_modify_write)->Name("probe/read_modify_write")->Apply(sizes);
BENCHMARK(scatter_add)->Name("probe/scatter_add")->Apply(sizes);

}  // namespace
