// The left and right edge of a branch, row by row: how close two branches may lie.
#pragma once

#include <vector>

namespace trust::viz {

class Outline {
 public:
  Outline() = default;

  /// `rows` rows from `left` to `right`.
  Outline(float left, float right, std::size_t rows);

  std::size_t rows() const { return left_.size(); }
  float left() const { return least_; }  // of all rows
  float right() const { return most_; }

  void move(float by);

  /// How far `other` must be moved to the right so that it lies beside this one. Cost: rows of the shallower one.
  float room_for(const Outline& other) const;

  /// Takes `other`, which lies beside this one on the right, into it. Cost: rows of the shallower one.
  void join(Outline other);

  /// Puts a row on top.
  void cover(float left, float right);

  /// Puts all rows of `upper` on top. Cost: its rows.
  void cover(const Outline& upper);

  /// Makes the upper `rows` rows reach to `left`. Cost: that many rows.
  void reach_left(float left, std::size_t rows);

 private:
  std::vector<float> left_, right_;  // lowest row first, so that a row on top costs little; all off by shift_
  float shift_ = 0;
  float least_ = 0, most_ = 0;
};

}  // namespace trust::viz
