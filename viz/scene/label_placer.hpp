// Labels that never lie over one another: who asks first gets the place, and what would cover it is dropped. Cost: a
// few comparisons a label, however many there are.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "viz/scene/geometry.hpp"

namespace trust::viz {

class LabelPlacer {
 public:
  /// Nothing is placed outside `canvas`. Labels are about `line` high.
  LabelPlacer(const Box& canvas, float line);

  /// Keeps that part free of labels.
  void block(const Box& part);

  /// Takes the place if it is free and inside the canvas.
  bool place(const Box& label);

 private:
  template <typename Visit>
  void squares(const Box& box, const Visit& visit) const;
  bool free(const Box& label) const;

  Box canvas_;
  float side_;
  std::vector<Box> taken_;
  std::unordered_map<std::int64_t, std::vector<std::uint32_t>> by_square_;  // only looked up, never walked through
};

}  // namespace trust::viz
