#include "models/behaviours/model.hpp"

#include "models/day_access.hpp"
#include "models/purposes.hpp"
#include "sim/lane_draws.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

constexpr Lever propensity[behaviour_count] = {
#define TRUST_BEHAVIOUR(id, ...) Lever::id##_propensity,
#include "models/behaviours/behaviours.def"
#undef TRUST_BEHAVIOUR
};

// What moves the odds of everything that a person does today.
struct Mood {
  Lanes favour;     // log-odds of what trust and calm make likelier
  Lanes unaware;    // log-odds of what little self-awareness makes likelier
  Lanes sharing;    // log-odds of what common and behavioural rewards make likelier
  Lanes competing;  // log-odds of what individual rewards make likelier
  Lanes reliable;   // log-odds of keeping promises

  TRUST_INLINE Mood(const DayContext& day, Seat seat, const LeversOf& levers) {
    const Lanes trust_given = get(day, Column::trust_given, seat);
    const Lanes stress = get(day, Column::stress, seat);
    favour = levers(Lever::behaviour_trust_sensitivity) * (trust_given - levers(Lever::behaviour_trust_reference)) -
             levers(Lever::behaviour_stress_sensitivity) * (stress - 0.5F);
    unaware = levers(Lever::behaviour_self_awareness) * (1.0F - 2.0F * get(day, Column::self_awareness, seat));
    sharing =
        levers(Lever::incentives_sharing) * max(levers(Lever::incentives_team), levers(Lever::incentives_behaviour));
    competing = levers(Lever::incentives_competition) * (1.0F - levers(Lever::incentives_team));
    reliable = levers(Lever::playbook_promises) * levers(Lever::playbook_clarity);
  }

  TRUST_INLINE Lanes shift(Behaviour behaviour) const {
    const int leaning = behaviours[static_cast<std::size_t>(behaviour)].leaning;
    Lanes sum = leaning == 0 ? Lanes(0.0F) : leaning > 0 ? favour : -favour;
    if (behaviour == Behaviour::micromanagement) sum += unaware;
    if (behaviour == Behaviour::self_promotion) sum += unaware + competing;
    if (behaviour == Behaviour::team_building || behaviour == Behaviour::responsiveness) sum += sharing;
    if (behaviour == Behaviour::promise) sum += reliable;
    return clamp(sum, -30.0F, 30.0F);
  }
};

// A chance is the share of the time in which somebody behaves so: it holds for a step however long that is, or what a
// contact meets would depend on how the day is cut.
TRUST_INLINE Lanes chance_of(Behaviour behaviour, const Mood& mood, const LeversOf& levers) {
  const Lanes base = levers(propensity[static_cast<std::size_t>(behaviour)]);
  const Lanes kept = clamp(base, 1e-6F, 0.999999F);
  const Lanes odds = kept / (1.0F - kept) * exponential(mood.shift(behaviour));
  return odds / (1.0F + odds);
}

// Whatever the mood: never at a propensity of 0, always at 1.
TRUST_INLINE Lanes unless_certain(Behaviour behaviour, const LeversOf& levers, Lanes chance) {
  const Lanes base = levers(propensity[static_cast<std::size_t>(behaviour)]);
  return choose(base <= 0.0F, Lanes(0.0F), choose(base >= 1.0F, Lanes(1.0F), chance));
}

// People keep with what they did the day before, and do as their managers did.
struct Example {
  LaneInts own;
  LaneInts managers;
  Lanes habit;
  Lanes modelling;

  TRUST_INLINE Example(const DayContext& day, Seat seat, const LeversOf& levers) {
    const Seat manager = day.world->manager()[seat];
    own = get_ints(day, Column::word_before, seat);
    habit = levers(Lever::behaviour_habit);
    modelling = manager == no_seat ? Lanes(0.0F) : min(levers(Lever::behaviour_modelling), 1.0F - habit);
    if (manager != no_seat) modelling = modelling * present(day, manager);
    managers = manager == no_seat ? LaneInts(0) : get_ints(day, Column::word_before, manager);
  }

  TRUST_INLINE Lanes applied(Behaviour behaviour, Lanes chance) const {
    return (1.0F - habit - modelling) * chance + where(did(own, behaviour), habit) +
           where(did(managers, behaviour), modelling);
  }
};

}  // namespace

void decide(const DayContext& day, RowBlock block, int) {
  for (Seat seat = block.begin; seat < block.end; ++seat) {
    const LeversOf levers(day, seat);
    const Mood mood(day, seat, levers);
    const Example example(day, seat, levers);
    LaneInts word(0);
    for (int b = 0; b < behaviour_count; ++b) {
      const auto behaviour = static_cast<Behaviour>(b);
      const Lanes chance =
          unless_certain(behaviour, levers, example.applied(behaviour, chance_of(behaviour, mood, levers)));
      const auto purpose = static_cast<std::uint8_t>(static_cast<int>(Purpose::behaviour) + b);
      const LaneInts bits = draw32(day.luck, {seat, no_seat, day.step, purpose});
      word |= happens(bits, chance) & LaneInts(1 << b);
    }
    put_ints(day, Column::behaviour_word, seat, word & (present(day, seat) > 0.0F));
  }
}

void settle_behaviours(const DayContext& day, RowBlock block, int) {
  for (Seat seat = block.begin; seat < block.end; ++seat) {
    const LeversOf levers(day, seat);
    LaneInts word(0);
    for (int b = 0; b < behaviour_count; ++b) {
      const Lanes base = levers(propensity[static_cast<std::size_t>(b)]);
      const auto purpose = static_cast<std::uint8_t>(static_cast<int>(Purpose::behaviour) + b);
      word |= happens(draw32(day.luck, {seat, no_seat, 0, purpose}), base) & LaneInts(1 << b);
    }
    put_ints(day, Column::word_before, seat, word & (present(day, seat) > 0.0F));
  }
}

}  // namespace TRUST_PATH
}  // namespace trust
