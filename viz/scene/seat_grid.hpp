// Finds who stands in a part of the picture without asking everybody: people by squares of the plane.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "sim/tie_graph.hpp"
#include "viz/scene/geometry.hpp"

namespace trust::viz {

class SeatGrid {
 public:
  SeatGrid() = default;

  /// Cost and memory: linear in people, however they are scattered.
  explicit SeatGrid(std::span<const Circle> people);

  /// Everybody whose disc may touch `part`, square by square (some beside it, too). `out` is emptied first.
  void find(const Box& part, std::vector<Seat>& out) const;

  /// The one whose disc is nearest to `point` and at most `slack` away from it; no_seat for nobody.
  Seat nearest(std::span<const Circle> people, Point point, float slack) const;

 private:
  std::uint32_t column_of(float x) const;
  std::uint32_t row_of(float y) const;

  Point origin_;
  float side_ = 1;   // of a square
  float reach_ = 0;  // the largest radius
  std::uint32_t columns_ = 0;
  std::uint32_t rows_ = 0;
  std::vector<std::uint32_t> begin_;  // by square, columns_ * rows_ + 1
  std::vector<Seat> seats_;
};

}  // namespace trust::viz
