#include "viz/scene/outline.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace trust::viz {

Outline::Outline(float left, float right, std::size_t rows)
    : left_(rows, left), right_(rows, right), least_(left), most_(right) {}

void Outline::move(float by) {
  shift_ += by;
  least_ += by;
  most_ += by;
}

float Outline::room_for(const Outline& other) const {
  float by = -std::numeric_limits<float>::infinity();
  const std::size_t common = std::min(rows(), other.rows());
  for (std::size_t i = 1; i <= common; ++i) {
    by = std::max(by, (right_[rows() - i] + shift_) - (other.left_[other.rows() - i] + other.shift_));
  }
  return by;
}

void Outline::join(Outline other) {
  const std::size_t common = std::min(rows(), other.rows());
  const float least = std::min(least_, other.least_);
  const float most = std::max(most_, other.most_);
  if (rows() >= other.rows()) {
    for (std::size_t i = 1; i <= common; ++i) {
      right_[rows() - i] = other.right_[other.rows() - i] + other.shift_ - shift_;
    }
  } else {
    for (std::size_t i = 1; i <= common; ++i) {
      other.left_[other.rows() - i] = left_[rows() - i] + shift_ - other.shift_;
    }
    *this = std::move(other);
  }
  least_ = least;
  most_ = most;
}

void Outline::cover(float left, float right) {
  least_ = left_.empty() ? left : std::min(least_, left);
  most_ = right_.empty() ? right : std::max(most_, right);
  left_.push_back(left - shift_);
  right_.push_back(right - shift_);
}

void Outline::cover(const Outline& upper) {
  for (std::size_t i = 0; i < upper.rows(); ++i) cover(upper.left_[i] + upper.shift_, upper.right_[i] + upper.shift_);
}

void Outline::reach_left(float left, std::size_t rows) {
  for (std::size_t i = 1; i <= std::min(rows, left_.size()); ++i) {
    float& here = left_[left_.size() - i];
    here = std::min(here, left - shift_);
  }
  least_ = std::min(least_, left);
}

}  // namespace trust::viz
