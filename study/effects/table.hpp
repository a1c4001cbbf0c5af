// Numbers of many replicates (or units) and columns (days, teams), as the statistics of effects take them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace trust {

/// Rows are replicates or units, columns days or teams.
class Table {
 public:
  Table(std::size_t rows, std::size_t columns) : rows_(rows), columns_(columns), values_(rows * columns) {}

  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_; }
  std::span<double> row(std::size_t r) { return {values_.data() + r * columns_, columns_}; }
  std::span<const double> row(std::size_t r) const { return {values_.data() + r * columns_, columns_}; }
  std::vector<double> column(std::size_t c) const;
  std::span<const double> values() const { return values_; }  // row by row

 private:
  std::size_t rows_;
  std::size_t columns_;
  std::vector<double> values_;
};

}  // namespace trust
