#include "bench/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <utility>
#include <vector>

namespace trust::bench {
namespace {

std::vector<DayResult>& results() {
  static std::vector<DayResult> kept;
  return kept;
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

// The hash that tests/goldens.csv (scenario,seed,replicates,days,state_hash) has for a result; empty if none.
std::string golden_hash(const DayResult& result) {
  const std::string wanted = fmt::format("{},{},{},{},", result.file, result.seed, result.replicates, result.days);
  std::ifstream goldens(std::filesystem::path(TRUSTSIM_SOURCE_DIR) / "tests" / "goldens.csv");
  for (std::string line; std::getline(goldens, line);) {
    if (line.starts_with(wanted)) return line.substr(wanted.size());
  }
  return "";
}

// What to say about the hash, and whether it is good.
std::pair<std::string, bool> verdict(const DayResult& result) {
  const bool same = std::ranges::all_of(results(), [&](const DayResult& other) {
    return other.file != result.file || other.state_hash == result.state_hash;
  });
  if (!same) return {"DIFFERS between repetitions or threads", false};
  const std::string golden = golden_hash(result);
  if (golden.empty()) return {"not listed in tests/goldens.csv", true};
  const bool equal = golden == fmt::format("{:016x}", result.state_hash);
  return equal ? std::pair{std::string("as in tests/goldens.csv"), true}
               : std::pair{"DIFFERS from tests/goldens.csv: " + golden, false};
}

}  // namespace

void add(const DayResult& result) { results().push_back(result); }

bool print_report() {
  struct Times {
    std::vector<double> wall, processor;
  };
  std::map<std::pair<std::string, int>, Times> times;
  for (const DayResult& result : results()) {
    times[{result.file, result.threads}].wall.push_back(result.nanoseconds);
    times[{result.file, result.threads}].processor.push_back(result.processor_nanoseconds);
  }
  bool good = true;
  for (const DayResult& result : results()) {
    const auto found = times.find({result.file, result.threads});
    if (found == times.end()) continue;
    const auto [words, is_good] = verdict(result);
    fmt::print(
        "{}: {}, {} thread{}: {:.3f} ns per tie and lane ({:.3f} of processor time; medians of {}), "
        "state {:016x} after {} days, {}\n",
        result.file, result.what, result.threads, result.threads == 1 ? "" : "s", median(found->second.wall),
        median(found->second.processor), found->second.wall.size(), result.state_hash, result.days, words);
    good = good && is_good;
    times.erase(found);
  }
  return good;
}

}  // namespace trust::bench
