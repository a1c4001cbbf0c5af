#include <algorithm>
#include <cstring>

#include "models/batch_parts.hpp"

namespace trust {
namespace {

using LaneCount = std::array<std::int32_t, lane_columns>;

void copy_counts(const std::vector<LaneCount>& counts, LaneColumn& column) {
  if (!counts.empty()) std::memcpy(column.row(0), counts.data(), counts.size() * sizeof(LaneCount));
}

}  // namespace

void count_active_ties(const World& world, State& state, TieCounts& counts) {
  const std::size_t functions = world.functions();
  LaneTotals* between = counts.between;
  counts = {};
  counts.between = between;
  std::fill_n(between, functions * functions, LaneTotals{});
  const TieGraph& graph = world.graph();
  std::vector<LaneCount> received(world.seats());
  std::vector<LaneCount> given(world.seats());
  for (Seat target = 0; target < world.seats(); ++target) {
    for (Slot slot = graph.row_begin(target); slot < graph.row_end(target); ++slot) {
      const Seat source = graph.source(slot);
      const std::size_t pair = world.function_of()[source] * functions + world.function_of()[target];
      for (std::size_t l = 0; l < lane_columns; ++l) {
        const int active = state[Column::trust].at(slot, static_cast<int>(l)) >= 0 ? 1 : 0;
        received[target][l] += active;
        given[source][l] += active;
        counts.ties[l] += active;
        between[pair][l] += active;
        if (is_across(world.tie_class()[slot])) counts.across[l] += active;
        if (world.tie_class()[slot] == TieClass::manager) counts.to_managers[l] += active;
        if (world.leads()[target] != 0) counts.to_leaders[l] += active;
      }
    }
  }
  copy_counts(received, state[Column::ties_received]);
  copy_counts(given, state[Column::ties_given]);
}

}  // namespace trust
