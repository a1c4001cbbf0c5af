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

}  // namespace

void spend_hours(const DayContext& day, RowBlock block, int) {
  for (Seat seat = block.begin; seat < block.end; ++seat) {
    const LeversOf levers(day, seat);
    const Lanes monitoring = best_monitoring(trust_of_manager(day, seat), levers);
    Lanes reporting = levers(Lever::hours_reporting) * monitoring +
                      levers(Lever::hours_micromanagement) * manager_did(day, seat, Behaviour::micromanagement);
    Lanes meetings =
        levers(Lever::hours_meetings) * best_monitoring(get(day, Column::trust_received, seat), levers);

    const Lanes hours = levers(Lever::hours_day);
    const Lanes fixed = min(
        levers(Lever::hours_coordination) + levers(Lever::hours_learning) + levers(Lever::hours_programme), hours);
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
}

}  // namespace TRUST_PATH
}  // namespace trust
