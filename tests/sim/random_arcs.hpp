// Random directed graphs for the tests of the graph code, and the plain matrix they are compared through.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "sim/tie_graph.hpp"

namespace trust::oracle {

/// A small generator (Steele, Lea and Flood 2014) that gives the same numbers everywhere.
class SplitMix {
 public:
  explicit SplitMix(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t bits = state_ += 0x9E3779B97F4A7C15u;
    bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9u;
    bits = (bits ^ bits >> 27) * 0x94D049BB133111EBu;
    return bits ^ bits >> 31;
  }
  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(next() % limit); }

 private:
  std::uint64_t state_;
};

template <class T>
void shuffle(std::vector<T>& values, SplitMix& random) {
  for (auto left = static_cast<std::uint32_t>(values.size()); left > 1; --left) {
    std::swap(values[left - 1], values[random.below(left)]);
  }
}

/// Every ordered pair of distinct seats is an arc with the given chance; the arcs come in a random order.
inline std::vector<Arc> random_arcs(Seat seats, unsigned percent, std::uint64_t seed) {
  SplitMix random(seed);
  std::vector<Arc> arcs;
  for (Seat source = 0; source < seats; ++source) {
    for (Seat target = 0; target < seats; ++target) {
      if (source != target && random.below(100) < percent) arcs.push_back({source, target});
    }
  }
  shuffle(arcs, random);
  return arcs;
}

/// matrix[i][j] says whether there is an arc i -> j.
using Matrix = std::vector<std::vector<bool>>;

inline Matrix matrix_of(Seat seats, const std::vector<Arc>& arcs) {
  Matrix matrix(seats, std::vector<bool>(seats));
  for (const Arc arc : arcs) matrix[arc.source][arc.target] = true;
  return matrix;
}

}  // namespace trust::oracle
