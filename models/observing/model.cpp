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
    {Total::safety, Column::safety},
    {Total::skill, Column::skill},
    {Total::acumen, Column::acumen},
    {Total::errors, Column::errors},
    {Total::hours_inside, Column::hours_inside},
    {Total::hours_outside, Column::hours_outside},
    {Total::hours_reporting, Column::hours_reporting},
    {Total::hours_meetings, Column::hours_meetings},
    {Total::hours_justification, Column::hours_justification},
    {Total::hours_coordination, Column::hours_coordination},
    {Total::hours_learning, Column::hours_learning},
    {Total::hours_programme, Column::hours_programme},
    {Total::output, Column::output},
};

void observe_managers(const DayContext& day, RowBlock block, int worker) {
  LaneInts in_managers(0);
  for (Seat seat = block.begin; seat < block.end; ++seat) {
    const Slot slot = day.world->person_to_manager()[seat];
    if (slot == no_slot) continue;
    const Lanes value = get(day, Column::trust, slot);
    in_managers += (value >= 0.0F) & trust_units(value);
  }
  add_total(day, worker, Total::trust_in_managers, in_managers);
}

void observe_seats(const DayContext& day, RowBlock block, int worker) {
  LaneInts people(0), adopted(0), sellers(0), marketers(0), checklist(0);
  for (Seat seat = block.begin; seat < block.end; ++seat) {
    const LaneInts there = to_ints(present(day, seat));
    people += there;
    adopted += to_ints(get(day, Column::adopted, seat) * present(day, seat));
    const ChainPart part = day.world->part()[seat];
    if (part == ChainPart::sales) sellers += there;
    if (part == ChainPart::marketing) {
      marketers += there;
      checklist += there * get_ints(day, Column::checklist, seat);
    }
  }
  add_total(day, worker, Total::people, people);
  add_total(day, worker, Total::adopted, adopted);
  add_total(day, worker, Total::sellers, sellers);
  add_total(day, worker, Total::marketers, marketers);
  add_total(day, worker, Total::checklist, checklist);
}

}  // namespace

void observe(const DayContext& day, RowBlock block, int worker) {
  for (const auto& [total, column] : observed) {
    LaneInts sum(0);
    for (Seat seat = block.begin; seat < block.end; ++seat) {
      sum += in_units(get(day, column, seat) * present(day, seat));
    }
    add_total(day, worker, total, sum);
  }
  observe_managers(day, block, worker);
  observe_seats(day, block, worker);
}

}  // namespace TRUST_PATH
}  // namespace trust
