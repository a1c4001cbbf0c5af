// Everything that changes from day to day, as one table of columns.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "models/column.hpp"
#include "models/rules.hpp"
#include "models/world.hpp"
#include "sim/columns.hpp"

namespace trust {

/// The table, in the order of `Column`.
std::span<const ColumnRow> columns();
const ColumnRow& column_row(Column column);
std::optional<Column> find_column(std::string_view name);

/// How many rows a column has; 0 for the columns of a rule that is not the batch's.
std::size_t rows_of(Column column, const World& world, const Rules& rules);

class State {
 public:
  /// All columns at zero, ties and accounts inactive.
  State(const World& world, const Rules& rules);

  LaneColumn& operator[](Column column) { return data_[static_cast<std::size_t>(column)]; }
  const LaneColumn& operator[](Column column) const { return data_[static_cast<std::size_t>(column)]; }

 private:
  std::array<LaneColumn, column_count> data_;
};

}  // namespace trust
