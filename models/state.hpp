// Everything that changes from day to day, as one table of columns.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "models/column.hpp"
#include "sim/columns.hpp"

namespace trust {

/// The table, in the order of `Column`.
std::span<const ColumnRow> columns();
const ColumnRow& column_row(Column column);
std::optional<Column> find_column(std::string_view name);

class State {
 public:
  /// All columns at zero, ties inactive.
  State(Seat seats, Slot slots);

  LaneColumn& operator[](Column column) { return data_[static_cast<std::size_t>(column)]; }
  const LaneColumn& operator[](Column column) const { return data_[static_cast<std::size_t>(column)]; }

 private:
  std::array<LaneColumn, column_count> data_;
};

}  // namespace trust
