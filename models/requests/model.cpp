#include "models/requests/model.hpp"

#include "models/day_access.hpp"
#include "models/purposes.hpp"
#include "sim/lane_draws.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

constexpr int request_count = 8;

// Mean trust of those who sell in the person; without any of them the level that such trust drifts to.
TRUST_INLINE Lanes trust_from_sellers(const DayContext& day, Seat person, const LeversOf& levers) {
  const TieGraph& graph = day.world->graph();
  Lanes sum = 0.0F;
  Lanes count = 0.0F;
  for (Slot slot = graph.row_begin(person); slot < graph.row_end(person); ++slot) {
    if (day.world->part()[graph.source(slot)] != ChainPart::sales) continue;
    const Lanes trust = get(day, Column::trust, slot);
    const LaneMask active = trust >= 0.0F;
    sum += where(active, trust);
    count += where(active, Lanes(1.0F));
  }
  return choose(count > 0.0F, sum / max(count, 1.0F), levers(Lever::trust_disposition_across));
}

TRUST_INLINE LaneInts granted(const DayContext& day, Seat person, const LeversOf& levers, Lanes trust) {
  LaneInts count(0);
  for (int q = 0; q < request_count; ++q) {
    const auto purpose = static_cast<std::uint8_t>(static_cast<int>(Purpose::request) + q);
    const Lanes asked = levers(Lever::request_easiest) + static_cast<float>(q) * levers(Lever::request_step);
    const Lanes chance = logistic(levers(Lever::request_steepness) * (trust - asked));
    count += happens(draw32(day.luck, {person, no_seat, day.step, purpose}), chance) & LaneInts(1);
  }
  return count;
}

}  // namespace

void request(const DayContext& day, RowBlock block, int worker) {
  if (starts_week(day)) settle_requests(day, block, worker);
}

void settle_requests(const DayContext& day, RowBlock block, int) {
  for (Seat seat = block.begin; seat < block.end; ++seat) {
    if (day.world->part()[seat] != ChainPart::marketing) continue;
    const LeversOf levers(day, seat);
    const LaneMask there = present(day, seat) > 0.0F;
    const Lanes trust = trust_from_sellers(day, seat, levers);
    put(day, Column::trust_from_sales, seat, where(there, trust));
    put_ints(day, Column::checklist, seat, granted(day, seat, levers, trust) & there);
  }
}

}  // namespace TRUST_PATH
}  // namespace trust
