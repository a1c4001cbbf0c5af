#include "models/feelings/model.hpp"

#include "models/day_access.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

// What a person got from their manager, each 0 or 1 on a day of the simulation.
struct Received {
  Lanes recognition, discretion, transparency, micromanagement;
};

TRUST_INLINE Received received_today(const DayContext& day, Seat seat) {
  if (day.world->manager()[seat] == no_seat) return {0.0F, 0.0F, 1.0F, 0.0F};  // at the top one knows the way
  return {manager_did(day, seat, Behaviour::recognition), manager_did(day, seat, Behaviour::discretion),
          manager_did(day, seat, Behaviour::transparency), manager_did(day, seat, Behaviour::micromanagement)};
}

// On average, before anything has happened: the manager's propensities.
TRUST_INLINE Received received_usually(const DayContext& day, Seat seat) {
  const Seat manager = day.world->manager()[seat];
  if (manager == no_seat) return {0.0F, 0.0F, 1.0F, 0.0F};
  const LeversOf levers(day, manager);
  return {levers(Lever::recognition_propensity), levers(Lever::discretion_propensity),
          levers(Lever::transparency_propensity), levers(Lever::micromanagement_propensity)};
}

TRUST_INLINE Lanes felt_trust_target(const DayContext& day, const LeversOf& levers, Seat seat, const Received& got) {
  const Lanes others = get(day, Column::trust_received, seat);
  const Lanes skilled = where(gains_from_discretion(day, seat), Lanes(1.0F));
  const Lanes weight = levers(Lever::felt_manager);
  return clamp01(weight * trust_of_manager(day, seat) + (1.0F - weight) * others +
                 levers(Lever::felt_discretion) * got.discretion * skilled -
                 levers(Lever::felt_micromanagement) * got.micromanagement);
}

TRUST_INLINE Lanes stress_target(const DayContext& day, const LeversOf& levers, Seat seat) {
  const Lanes overhead = get(day, Column::hours_inside, seat) / levers(Lever::hours_day);
  return clamp01(levers(Lever::stress_base) + levers(Lever::stress_overhead) * overhead +
                 levers(Lever::stress_uncertainty) * (1.0F - get(day, Column::clarity, seat)) +
                 levers(Lever::stress_micromanagement) * get(day, Column::micromanaged, seat) -
                 levers(Lever::stress_trust) * get(day, Column::trust_given, seat));
}

TRUST_INLINE Lanes energy_target(const DayContext& day, const LeversOf& levers, Seat seat) {
  return clamp01(levers(Lever::energy_base) + levers(Lever::energy_recognition) * get(day, Column::recognised, seat) -
                 levers(Lever::energy_stress) * get(day, Column::stress, seat));
}

TRUST_INLINE Lanes engagement_target(const DayContext& day, const LeversOf& levers, Seat seat) {
  return clamp01(levers(Lever::engagement_base) +
                 levers(Lever::engagement_felt_trust) * get(day, Column::felt_trust, seat) +
                 levers(Lever::engagement_clarity) * get(day, Column::clarity, seat) +
                 levers(Lever::engagement_recognition) * get(day, Column::recognised, seat) -
                 levers(Lever::engagement_stress) * get(day, Column::stress, seat));
}

TRUST_INLINE void move(const DayContext& day, Column column, Seat seat, Lanes target, Lanes rate) {
  put(day, column, seat, towards(get(day, column, seat), target, rate));
}

// The order matters and is the README's: later lines read what earlier ones wrote today.
TRUST_INLINE void update(const DayContext& day, Seat seat, const Received& got, const LeversOf& levers, bool settle) {
  const auto rate = [&](Lever lever) { return settle ? Lanes(1.0F) : per_step(day, levers(lever)); };
  move(day, Column::felt_trust, seat, felt_trust_target(day, levers, seat, got), rate(Lever::felt_rate));
  move(day, Column::clarity, seat, got.transparency, rate(Lever::clarity_rate));
  move(day, Column::recognised, seat, got.recognition, rate(Lever::signal_rate));
  move(day, Column::micromanaged, seat, got.micromanagement, rate(Lever::signal_rate));
  move(day, Column::stress, seat, stress_target(day, levers, seat), rate(Lever::stress_rate));
  move(day, Column::energy, seat, energy_target(day, levers, seat), rate(Lever::energy_rate));
  move(day, Column::engagement, seat, engagement_target(day, levers, seat), rate(Lever::engagement_rate));
}

TRUST_INLINE void sum_trust_given(const DayContext& day, Seat seat) {
  LaneInts sum(0);
  for (const Worker& worker : day.workers) {
    float* part = row_of(worker.trust_given, seat);
    sum += load_ints(part);
    store_ints(part, LaneInts(0));
  }
  put(day, Column::trust_given, seat, mean_trust(day, sum, Column::ties_given, seat));
}

}  // namespace

void feel(const DayContext& day, RowBlock block, int) {
  for (Seat seat = block.begin; seat < block.end; ++seat) {
    const LeversOf levers(day, seat);
    sum_trust_given(day, seat);
    update(day, seat, received_today(day, seat), levers, false);
    const LaneMask recognised_others = did(get_ints(day, Column::behaviour_word, seat), Behaviour::recognition);
    move(day, Column::recognition_expectation, seat, where(recognised_others, Lanes(1.0F)),
         share_of_half_life(day, levers(Lever::recognition_memory)));
  }
}

void settle_feelings(const DayContext& day, RowBlock block, int) {
  for (Seat seat = block.begin; seat < block.end; ++seat) {
    const LeversOf levers(day, seat);
    sum_trust_given(day, seat);
    update(day, seat, received_usually(day, seat), levers, true);
    put(day, Column::recognition_expectation, seat, levers(Lever::recognition_propensity));
  }
}

}  // namespace TRUST_PATH
}  // namespace trust
