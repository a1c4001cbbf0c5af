#include "models/observing/model.hpp"

#include "models/day_access.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

struct Observed {
  Total total;
  Column column;
};

constexpr Observed observed[] = {
    {Total::felt_trust, Column::felt_trust},
    {Total::stress, Column::stress},
    {Total::energy, Column::energy},
    {Total::engagement, Column::engagement},
    {Total::hours_inside, Column::hours_inside},
    {Total::hours_outside, Column::hours_outside},
    {Total::hours_reporting, Column::hours_reporting},
    {Total::hours_meetings, Column::hours_meetings},
    {Total::output, Column::output},
};

void observe_levers_and_managers(const DayContext& day, RowBlock block, int worker) {
  LaneInts programme(0);
  LaneInts in_managers(0);
  for (Seat seat = block.begin; seat < block.end; ++seat) {
    programme += in_units(LeversOf(day, seat)(Lever::hours_programme));
    const Slot slot = day.world->person_to_manager()[seat];
    if (slot == no_slot) continue;
    const Lanes value = get(day, Column::trust, slot);
    in_managers += (value >= 0.0F) & to_ints(value * 65535.0F + 0.5F);
  }
  add_total(day, worker, Total::programme_hours, programme);
  add_total(day, worker, Total::trust_in_managers, in_managers);
}

}  // namespace

void observe(const DayContext& day, RowBlock block, int worker) {
  for (const auto& [total, column] : observed) {
    LaneInts sum(0);
    for (Seat seat = block.begin; seat < block.end; ++seat) sum += in_units(get(day, column, seat));
    add_total(day, worker, total, sum);
  }
  observe_levers_and_managers(day, block, worker);
}

void observe_trust(const DayContext& day, RowBlock block, int worker) {
  const TieGraph& graph = day.world->graph();
  TrustSums sums{day.workers[static_cast<std::size_t>(worker)].trust_given};
  for (Seat person = block.begin; person < block.end; ++person) {
    for (Slot slot = graph.row_begin(person); slot < graph.row_end(person); ++slot) {
      const Lanes trust = get(day, Column::trust, slot);
      sums.add(trust, trust >= 0.0F, is_across(day.world->tie_class()[slot]), graph.source(slot));
    }
    sums.end_row(day, person);
  }
  add_total(day, worker, Total::trust, sums.total);
  add_total(day, worker, Total::trust_across, sums.across);
}

}  // namespace TRUST_PATH
}  // namespace trust
