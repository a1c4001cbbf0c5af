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

std::size_t rows_of(Column column, const World& world, const Rules& rules) {
  const std::size_t slots = world.graph().slots();
  switch (column_row(column).entity) {
    case Entity::seat:
      return world.seats();
    case Entity::tie:
      return slots;
    case Entity::account:
      return world.accounts();
    case Entity::organisation:
      return 1;
    case Entity::function_pair:
      return world.functions() * world.functions();
    case Entity::ability_tie:
      return rule_has(rules.trust, Entity::ability_tie) ? slots : 0;
    case Entity::evidence_tie:
      return rule_has(rules.trust, Entity::evidence_tie) ? slots : 0;
    case Entity::opinion_tie:
      return rule_has(rules.trust, Entity::opinion_tie) ? slots : 0;
    case Entity::gossip_tie:
      return rules.gossip != GossipRule::none ? slots : 0;
  }
  return 0;
}

State::State(const World& world, const Rules& rules) {
  for (std::size_t c = 0; c < column_count; ++c) data_[c] = LaneColumn(rows_of(static_cast<Column>(c), world, rules));
  for (const Column column : {Column::trust, Column::client_trust, Column::function_trust}) {
    LaneColumn& cells = (*this)[column];
    for (std::size_t row = 0; row < cells.rows(); ++row) cells.fill_row(row, -1.0F);
  }
}

}  // namespace trust
