#include "models/time_use/model.hpp"

#include "models/day_access.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

// m* = max(0, ln(kappa L (1 - trust) / c) / kappa): the monitoring that costs a supervisor least in all.
TRUST_INLINE Lanes best_monitoring(Lanes trust, const LeversOf& levers) {
  const Lanes detection = levers(Lever::monitoring_detection);
  const Lanes at_stake = detection * levers(Lever::monitoring_loss) * (1.0F - trust);
  return max(logarithm(at_stake / levers(Lever::monitoring_cost)) / detection, 0.0F);
}

// `control`: how much of the day's chance of being micromanaged came true, 0 .. 1.
TRUST_INLINE void spend(const DayContext& day, Seat seat, Lanes control) {
  const LeversOf levers(day, seat);
  const Lanes monitoring = best_monitoring(trust_of_manager(day, seat), levers);
  Lanes reporting = levers(Lever::hours_reporting) * monitoring + levers(Lever::hours_micromanagement) * control;
  Lanes meetings = levers(Lever::hours_meetings) * best_monitoring(get(day, Column::trust_received, seat), levers);

  const Lanes hours = levers(Lever::hours_day);
  const Lanes fixed =
      min(levers(Lever::hours_coordination) + levers(Lever::hours_learning) + levers(Lever::hours_programme), hours);
  const Lanes room = hours - fixed;
  const Lanes wanted = reporting + meetings;
  const Lanes share = choose(wanted > room, room / max(wanted, 1e-6F), Lanes(1.0F));
  reporting = reporting * share;
  meetings = meetings * share;
  const Lanes outside = max(room - reporting - meetings, 0.0F);

  put(day, Column::monitoring, seat, monitoring);
  put(day, Column::hours_reporting, seat, reporting);
  put(day, Column::hours_meetings, seat, meetings);
  put(day, Column::hours_outside, seat, outside);
  put(day, Column::hours_inside, seat, hours - outside);
}

TRUST_INLINE Lanes usual_control(const DayContext& day, Seat seat) {
  const Seat manager = day.world->manager()[seat];
  return manager == no_seat ? Lanes(0.0F) : LeversOf(day, manager)(Lever::micromanagement_propensity);
}

}  // namespace

void spend_hours(const DayContext& day, RowBlock block, int) {
  for (Seat seat = block.begin; seat < block.end; ++seat) {
    spend(day, seat, manager_did(day, seat, Behaviour::micromanagement));
  }
}

void settle_hours(const DayContext& day, RowBlock block, int) {
  for (Seat seat = block.begin; seat < block.end; ++seat) spend(day, seat, usual_control(day, seat));
}

}  // namespace TRUST_PATH
}  // namespace trust
