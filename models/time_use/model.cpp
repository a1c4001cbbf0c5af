#include "models/time_use/model.hpp"

#include "models/behaviours/manager.hpp"
#include "sim/assert.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

// Hours are spent in whole units of 2^-19: a day of up to 24 hours is fewer than 2^24 of them, so that float32 adds
// them up without rounding and what is left of the day is left exactly.
constexpr float units_per_hour = 524288.0F;

// Takes what is wanted out of what is left of the day, in whole units and not more than there is.
TRUST_INLINE Lanes take(Lanes& left, Lanes wanted) {
  const Lanes taken = to_floats(to_ints(min(wanted, left) * units_per_hour)) * (1.0F / units_per_hour);
  left -= taken;
  return taken;
}

// m* = max(0, ln(kappa L (1 - trust) / c) / kappa): the monitoring that costs a supervisor least in all.
TRUST_INLINE Lanes best_monitoring(Lanes trust, const LeversOf& levers) {
  const Lanes detection = levers(Lever::monitoring_detection);
  const Lanes at_stake = detection * levers(Lever::monitoring_loss) * (1.0F - trust);
  return max(logarithm(at_stake / levers(Lever::monitoring_cost)) / detection, 0.0F);
}

// A playbook saves coordination; clients who trust less want more control.
TRUST_INLINE Lanes coordination(const DayContext& day, Seat seat, const LeversOf& levers) {
  const Lanes saved = levers(Lever::playbook_coordination) * levers(Lever::playbook_clarity);
  const Lanes own = levers(Lever::hours_coordination) * (1.0F - saved);
  if (day.world->account_begin()[seat] == day.world->account_begin()[seat + 1]) return own;
  const Lanes control = levers(Lever::client_control) * (1.0F - get(day, Column::clients_trust, seat));
  return own + where(get_ints(day, Column::accounts, seat) > LaneInts(0), control);
}

// Running programmes, and the change while it is new to the person.
TRUST_INLINE Lanes programme(const DayContext& day, Seat seat, const LeversOf& levers) {
  const Lanes age = get(day, Column::adopted_for, seat) / levers(Lever::change_hours_half_life);
  const Lanes change = levers(Lever::change_hours) * exponential(age * -0.693147181F);
  return levers(Lever::hours_programme) + change * get(day, Column::adopted, seat);
}

// Whether the activities of the day add up to it, in every lane.
[[maybe_unused]] TRUST_INLINE bool spends(const DayContext& day, Seat seat, Lanes hours) {
  Lanes sum = 0.0F;
  for (const Column column :
       {Column::hours_coordination, Column::hours_learning, Column::hours_programme, Column::hours_reporting,
        Column::hours_meetings, Column::hours_justification, Column::hours_outside}) {
    if (any(get(day, column, seat) < 0.0F)) return false;
    sum += get(day, column, seat);
  }
  return !any((sum < hours) | (sum > hours));
}

// `control`: how much of the day's chance of being micromanaged came true, 0 .. 1.
TRUST_INLINE void spend(const DayContext& day, Seat seat, Lanes control) {
  const LeversOf levers(day, seat);
  const Lanes there = present(day, seat);
  const Lanes hours = levers(Lever::hours_day) * there;
  Lanes left = hours;
  put(day, Column::hours_coordination, seat, take(left, coordination(day, seat, levers)));
  put(day, Column::hours_learning, seat,
      take(left, levers(Lever::hours_learning) + levers(Lever::training_hours) + levers(Lever::acumen_hours)));
  put(day, Column::hours_programme, seat, take(left, programme(day, seat, levers)));

  const Lanes monitoring = best_monitoring(trust_of_manager(day, seat), levers);
  const Lanes others = best_monitoring(get(day, Column::trust_received, seat), levers);
  const Lanes reporting = levers(Lever::hours_reporting) * monitoring + levers(Lever::hours_required_reporting) +
                          levers(Lever::hours_micromanagement) * control;
  const Lanes meetings = levers(Lever::hours_meetings) * others + levers(Lever::hours_scrum);
  const Lanes justification = levers(Lever::hours_justification) * monitoring;
  const Lanes wanted = reporting + meetings + justification;
  const Lanes share = choose(wanted > left, left / max(wanted, 1e-6F), Lanes(1.0F));
  put(day, Column::monitoring, seat, monitoring * there);
  put(day, Column::hours_reporting, seat, take(left, reporting * share));
  put(day, Column::hours_meetings, seat, take(left, meetings * share));
  put(day, Column::hours_justification, seat, take(left, justification * share));
  put(day, Column::hours_outside, seat, left);
  put(day, Column::hours_inside, seat, hours - left);
  TRUST_ASSERT(spends(day, seat, hours));
}

}  // namespace

void spend_hours(const DayContext& day, RowBlock block, int) {
  for (Seat seat = block.begin; seat < block.end; ++seat) {
    spend(day, seat, manager_did(day, seat, Behaviour::micromanagement));
  }
}

void settle_hours(const DayContext& day, RowBlock block, int) {
  for (Seat seat = block.begin; seat < block.end; ++seat) {
    spend(day, seat, manager_usually(day, seat, Lever::micromanagement_propensity));
  }
}

}  // namespace TRUST_PATH
}  // namespace trust
