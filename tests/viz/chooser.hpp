// Which of several things comes next in a random test, the same in every run of it.
#pragma once

#include <cstdint>

namespace trust::viz {

class Chooser {
 public:
  explicit Chooser(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15u + 1) {}

  int below(int end) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return static_cast<int>(state_ % static_cast<std::uint64_t>(end));
  }

 private:
  std::uint64_t state_;
};

}  // namespace trust::viz
