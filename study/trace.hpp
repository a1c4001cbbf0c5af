// Where two runs part: their saved hashes (hashes.csv of --out), compared by day and column.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace trust {

/// The first cell in which the runs differ: the earliest day, then the lowest replicate, then the first column.
struct Divergence {
  std::uint64_t day = 0;
  std::uint64_t replicate = 0;
  std::string column;
  std::string first_hash;   // of that column in the first run
  std::string second_hash;  // ... and in the second
  std::string also;         // other columns that differ on that day in that replicate, with commas between
};

struct TraceResult {
  std::uint64_t compared = 0;       // replicate-days that both runs have
  std::uint64_t only_in_first = 0;  // replicate-days that only one of them has
  std::uint64_t only_in_second = 0;
  std::optional<Divergence> divergence;
};

/// Reads hashes.csv in both folders side by side, whatever its size. Throws InputError for a missing or damaged file,
/// for columns that differ, and where the runs share no replicate and day.
TraceResult trace_runs(const std::filesystem::path& first, const std::filesystem::path& second);

}  // namespace trust
