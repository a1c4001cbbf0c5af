#include "models/feelings/model.hpp"

#include "models/behaviours/manager.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

// What a person got from their manager, each 0 or 1 on a day of the simulation.
struct Received {
  Lanes recognition = 0.0F;
  Lanes discretion = 0.0F;
  Lanes transparency = 1.0F;  // at the top one knows the way
  Lanes micromanagement = 0.0F;
  Lanes progress = 0.0F;
  Lanes team_building = 0.0F;
  Lanes vulnerability = 0.0F;
  Lanes self_promotion = 0.0F;

  template <class Amount>
  TRUST_INLINE Received(const DayContext& day, Seat seat, const Amount& amount) {
    if (day.world->manager()[seat] == no_seat) return;
    recognition = amount(Behaviour::recognition, Lever::recognition_propensity);
    discretion = amount(Behaviour::discretion, Lever::discretion_propensity);
    transparency = amount(Behaviour::transparency, Lever::transparency_propensity);
    micromanagement = amount(Behaviour::micromanagement, Lever::micromanagement_propensity);
    progress = amount(Behaviour::progress, Lever::progress_propensity);
    team_building = amount(Behaviour::team_building, Lever::team_building_propensity);
    vulnerability = amount(Behaviour::vulnerability, Lever::vulnerability_propensity);
    self_promotion = amount(Behaviour::self_promotion, Lever::self_promotion_propensity);
  }
};

TRUST_INLINE Lanes felt_trust_target(const DayContext& day, const LeversOf& levers, Seat seat, const Received& got) {
  const Lanes others = get(day, Column::trust_received, seat);
  const Lanes skilled = where(gains_from_discretion(day, seat), Lanes(1.0F));
  const Lanes weight = levers(Lever::felt_manager);
  return clamp01(weight * trust_of_manager(day, seat) + (1.0F - weight) * others +
                 levers(Lever::felt_discretion) * got.discretion * skilled -
                 levers(Lever::felt_micromanagement) * got.micromanagement);
}

// A vision that is broadcast counts for as much as people trust their manager.
TRUST_INLINE Lanes clarity_target(const DayContext& day, const LeversOf& levers, Seat seat, const Received& got) {
  return clamp01(got.transparency +
                 levers(Lever::message_vision) * levers(Lever::message_effect) * trust_in_manager(day, seat));
}

// Caught between the company and the client: those who live off accounts, where rewards are each one's own.
TRUST_INLINE Lanes conflict(const DayContext& day, const LeversOf& levers, Seat seat) {
  const Organisation& organisation = day.world->organisation();
  if (!organisation.roles[organisation.people[seat].role].exposed) return 0.0F;
  return levers(Lever::stress_conflict) * (1.0F - levers(Lever::incentives_team));
}

TRUST_INLINE Lanes stress_target(const DayContext& day, const LeversOf& levers, Seat seat) {
  const Lanes overhead = get(day, Column::hours_inside, seat) / levers(Lever::hours_day);
  return clamp01(levers(Lever::stress_base) + levers(Lever::stress_overhead) * overhead +
                 levers(Lever::stress_uncertainty) * (1.0F - get(day, Column::clarity, seat)) +
                 levers(Lever::stress_micromanagement) * get(day, Column::micromanaged, seat) +
                 conflict(day, levers, seat) - levers(Lever::stress_trust) * get(day, Column::trust_given, seat));
}

TRUST_INLINE Lanes energy_target(const DayContext& day, const LeversOf& levers, Seat seat) {
  return clamp01(levers(Lever::energy_base) + levers(Lever::energy_recognition) * get(day, Column::recognised, seat) -
                 levers(Lever::energy_stress) * get(day, Column::stress, seat));
}

TRUST_INLINE Lanes engagement_target(const DayContext& day, const LeversOf& levers, Seat seat, const Received& got) {
  return clamp01(levers(Lever::engagement_base) +
                 levers(Lever::engagement_felt_trust) * get(day, Column::felt_trust, seat) +
                 levers(Lever::engagement_clarity) * get(day, Column::clarity, seat) +
                 levers(Lever::engagement_recognition) * get(day, Column::recognised, seat) +
                 levers(Lever::engagement_progress) * get(day, Column::progressing, seat) +
                 levers(Lever::engagement_belonging) * got.team_building -
                 levers(Lever::engagement_stress) * get(day, Column::stress, seat));
}

TRUST_INLINE Lanes safety_target(const DayContext& day, const LeversOf& levers, Seat seat, const Received& got) {
  return clamp01(levers(Lever::safety_base) + levers(Lever::safety_trust) * get(day, Column::trust_given, seat) +
                 levers(Lever::safety_vulnerability) * got.vulnerability -
                 levers(Lever::safety_blame) * got.self_promotion);
}

TRUST_INLINE void move(const DayContext& day, Column column, Seat seat, Lanes target, Lanes rate) {
  put(day, column, seat, towards(get(day, column, seat), target, rate));
}

// The order matters and is the README's: later lines read what earlier ones wrote today.
TRUST_INLINE void update(const DayContext& day, Seat seat, const Received& got, const LeversOf& levers, bool settle) {
  const auto rate = [&](Lever lever) { return settle ? Lanes(1.0F) : per_step(day, levers(lever)); };
  const Lanes signal = rate(Lever::signal_rate);
  move(day, Column::felt_trust, seat, felt_trust_target(day, levers, seat, got), rate(Lever::felt_rate));
  move(day, Column::clarity, seat, clarity_target(day, levers, seat, got), rate(Lever::clarity_rate));
  move(day, Column::recognised, seat, got.recognition, signal);
  move(day, Column::micromanaged, seat, got.micromanagement, signal);
  move(day, Column::progressing, seat, got.progress, signal);
  move(day, Column::stress, seat, stress_target(day, levers, seat), rate(Lever::stress_rate));
  move(day, Column::energy, seat, energy_target(day, levers, seat), rate(Lever::energy_rate));
  move(day, Column::engagement, seat, engagement_target(day, levers, seat, got), rate(Lever::engagement_rate));
  move(day, Column::safety, seat, safety_target(day, levers, seat, got), rate(Lever::safety_rate));
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
    const Received today(day, seat, [&](Behaviour behaviour, Lever) { return manager_did(day, seat, behaviour); });
    update(day, seat, today, levers, false);
    const LaneInts word = get_ints(day, Column::behaviour_word, seat);
    put_ints(day, Column::word_before, seat, word);
    move(day, Column::recognition_expectation, seat, where(did(word, Behaviour::recognition), Lanes(1.0F)),
         share_of_half_life(day, levers(Lever::recognition_memory)));
  }
}

// On average, before anything has happened: the manager's propensities.
void settle_feelings(const DayContext& day, RowBlock block, int) {
  for (Seat seat = block.begin; seat < block.end; ++seat) {
    const LeversOf levers(day, seat);
    sum_trust_given(day, seat);
    const Received usually(day, seat, [&](Behaviour, Lever lever) { return manager_usually(day, seat, lever); });
    update(day, seat, usually, levers, true);
    put(day, Column::recognition_expectation, seat, levers(Lever::recognition_propensity));
  }
}

}  // namespace TRUST_PATH
}  // namespace trust
