#include "models/work/model.hpp"

#include "models/behaviours/manager.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

// Discipline, less what control beyond a threshold crowds out of people who are not recognised: support and
// micromanagement are a thin line apart.
TRUST_INLINE Lanes supervision(const DayContext& day, Seat seat, const LeversOf& levers) {
  const Lanes monitoring = get(day, Column::monitoring, seat);
  const Lanes discipline =
      levers(Lever::effort_supervision) * monitoring / (monitoring + levers(Lever::effort_supervision_half));
  const Lanes beyond = max(monitoring - levers(Lever::effort_crowding_threshold), 0.0F);
  const Lanes unrecognised = 1.0F - get(day, Column::recognised, seat);
  return max(1.0F + discipline - levers(Lever::effort_crowding) * beyond * unrecognised, 0.0F);
}

TRUST_INLINE Lanes effort_of(const DayContext& day, Seat seat, const LeversOf& levers) {
  const Lanes own =
      clamp(levers(Lever::effort_base) + levers(Lever::effort_engagement) * get(day, Column::engagement, seat) +
                levers(Lever::effort_energy) * get(day, Column::energy, seat) +
                levers(Lever::effort_clarity) * get(day, Column::clarity, seat) -
                levers(Lever::effort_micromanagement) * get(day, Column::micromanaged, seat),
            0.0F, 2.0F);
  return min(own * supervision(day, seat, levers), 2.0F);
}

// `discretion`: how far the person was left to it today, 0 .. 1.
TRUST_INLINE Lanes errors_of(const DayContext& day, Seat seat, const LeversOf& levers, Lanes discretion) {
  const Lanes alone = 1.0F + (levers(Lever::errors_autonomy) - 1.0F) * discretion;
  const Lanes watched =
      get(day, Column::monitoring, seat) + levers(Lever::errors_report_units) * levers(Lever::hours_required_reporting);
  return clamp01(levers(Lever::errors_base) * (1.0F - get(day, Column::skill, seat)) * alone *
                 exponential(-levers(Lever::errors_detection) * watched));
}

TRUST_INLINE Lanes quality_of(const DayContext& day, Seat seat, const LeversOf& levers) {
  return 1.0F + levers(Lever::quality_trust) * (2.0F * get(day, Column::trust_given, seat) - 1.0F);
}

// How much of the work a newcomer can do already.
TRUST_INLINE Lanes ramp_of(const DayContext& day, Seat seat, const LeversOf& levers) {
  return 1.0F - exponential(-get(day, Column::tenure, seat) / levers(Lever::ramp_days));
}

TRUST_INLINE void work_of(const DayContext& day, Seat seat, Lanes discretion) {
  const LeversOf levers(day, seat);
  const Lanes there = present(day, seat);
  const Lanes effort = effort_of(day, seat, levers) * there;
  const Lanes errors = errors_of(day, seat, levers, discretion) * there;
  put(day, Column::effort, seat, effort);
  put(day, Column::errors, seat, errors);
  put(day, Column::output, seat,
      effort * get(day, Column::skill, seat) * quality_of(day, seat, levers) * (1.0F - errors) *
          get(day, Column::hours_outside, seat) * ramp_of(day, seat, levers));
}

}  // namespace

void work(const DayContext& day, RowBlock block, int) {
  for (Seat seat = block.begin; seat < block.end; ++seat) {
    work_of(day, seat, manager_did(day, seat, Behaviour::discretion));
  }
}

void settle_work(const DayContext& day, RowBlock block, int) {
  for (Seat seat = block.begin; seat < block.end; ++seat) {
    work_of(day, seat, manager_usually(day, seat, Lever::discretion_propensity));
  }
}

}  // namespace TRUST_PATH
}  // namespace trust
