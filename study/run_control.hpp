// How a long run is watched and stopped from another thread: counters to read at any time, and one flag to set.
#pragma once

#include <atomic>
#include <cstdint>
#include <stdexcept>

namespace trust {

struct RunControl {
  std::atomic<std::uint64_t> replicate_days{0};        // done so far
  std::atomic<std::uint64_t> replicate_days_total{0};  // 0 until the run is laid out
  std::atomic<bool> stop{false};                       // set it to end the run within a day of simulated time
};

/// The share of the work that is done, 0 .. 1.
inline double fraction_done(const RunControl& control) {
  const std::uint64_t total = control.replicate_days_total.load();
  return total == 0 ? 0.0 : static_cast<double>(control.replicate_days.load()) / static_cast<double>(total);
}

/// Thrown out of a run whose `stop` was set. Nothing of the run is kept.
class Interrupted : public std::runtime_error {
 public:
  Interrupted() : std::runtime_error("stopped on request") {}
};

}  // namespace trust
