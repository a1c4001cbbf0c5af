// The names of the state's columns, for code that has no use for their storage.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace trust {

enum class Column : std::uint8_t {
#define TRUST_COLUMN(id, ...) id,
#include "models/state.def"
#undef TRUST_COLUMN
  count
};

inline constexpr std::size_t column_count = static_cast<std::size_t>(Column::count);

/// What a row of a column stands for. The last kinds of tie exist under some rules only.
enum class Entity : std::uint8_t {
  seat,
  tie,
  account,
  organisation,   // one row
  function_pair,  // row f x functions + g: function f towards function g
  ability_tie,
  evidence_tie,
  opinion_tie,
  gossip_tie,
};

constexpr bool is_of_ties(Entity entity) {
  return entity == Entity::tie || entity == Entity::ability_tie || entity == Entity::evidence_tie ||
         entity == Entity::opinion_tie || entity == Entity::gossip_tie;
}

/// One row of the table of columns.
struct ColumnRow {
  std::string_view name;
  Entity entity;
  std::string_view unit;
  std::string_view sentence;
};

}  // namespace trust
