#include "models/state.hpp"

#include <algorithm>

namespace trust {
namespace {

constexpr std::array<ColumnRow, column_count> table = {{
#define TRUST_COLUMN(id, entity, unit, sentence) {#id, Entity::entity, unit, sentence},
#include "models/state.def"
#undef TRUST_COLUMN
}};

}  // namespace

std::span<const ColumnRow> columns() { return table; }

const ColumnRow& column_row(Column column) { return table[static_cast<std::size_t>(column)]; }

std::optional<Column> find_column(std::string_view name) {
  const auto* found = std::find_if(table.begin(), table.end(), [&](const ColumnRow& row) { return row.name == name; });
  if (found == table.end()) return std::nullopt;
  return static_cast<Column>(found - table.begin());
}

State::State(Seat seats, Slot slots) {
  for (std::size_t c = 0; c < column_count; ++c) {
    data_[c] = LaneColumn(table[c].entity == Entity::seat ? seats : slots);
  }
  auto& trust = (*this)[Column::trust];
  for (std::size_t slot = 0; slot < slots; ++slot) trust.fill_row(slot, -1.0F);
}

}  // namespace trust
