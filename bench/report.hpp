// The closing lines: speed and state hash of each case on one line, so that no speed is ever read without knowing
// whether the result was right.
#pragma once

#include <cstdint>
#include <string>

namespace trust::bench {

struct DayResult {
  std::string file;
  int threads = 0;
  std::string what;                  // "1000 people, 30.2 ties each, 16 lanes"
  double nanoseconds = 0;            // per active tie and lane, wall clock
  double processor_nanoseconds = 0;  // the same of processor time, over all threads
  std::uint64_t state_hash = 0;
  std::uint64_t seed = 0;
  std::uint32_t replicates = 0;
  int days = 0;
};

/// Keeps the result of one repetition.
void add(const DayResult& result);

/// Prints a line for each case and number of threads. False where a hash is not that of tests/goldens.csv, or where
/// repetitions or numbers of threads disagree.
bool print_report();

}  // namespace trust::bench
