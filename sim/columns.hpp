// Changing values as columns of [row][16 lanes], 64 bytes a row.
#pragma once

#include <Eigen/Core>
#include <cstdint>

#include "sim/lane_rows.hpp"
#include "sim/tie_graph.hpp"

namespace trust {

/// Rows x 16 lanes of float32 (or of 32-bit integers, as bits). Starts at zero.
class LaneColumn {
 public:
  using Storage = Eigen::Array<float, Eigen::Dynamic, lane_columns, Eigen::RowMajor>;

  LaneColumn() = default;
  explicit LaneColumn(std::size_t rows) : values_(Storage::Zero(static_cast<Eigen::Index>(rows), lane_columns)) {}

  std::size_t rows() const { return static_cast<std::size_t>(values_.rows()); }
  float* row(std::size_t r) { return values_.data() + r * lane_columns; }
  const float* row(std::size_t r) const { return values_.data() + r * lane_columns; }
  float& at(std::size_t r, int lane) { return row(r)[lane]; }
  float at(std::size_t r, int lane) const { return row(r)[lane]; }
  void fill_row(std::size_t r, float value) { values_.row(static_cast<Eigen::Index>(r)).setConstant(value); }

  /// The column as Eigen sees it, for looking at; sums over rows must not be taken with it (docs/determinism.md).
  const Storage& values() const { return values_; }

 private:
  Storage values_;
};

}  // namespace trust
