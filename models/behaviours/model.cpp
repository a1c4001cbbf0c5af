#include "models/behaviours/model.hpp"

#include "models/day_access.hpp"
#include "models/purposes.hpp"
#include "sim/lane_draws.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

constexpr Lever propensity[behaviour_count] = {Lever::recognition_propensity, Lever::discretion_propensity,
                                               Lever::transparency_propensity, Lever::micromanagement_propensity};

// What trust and calm make likelier, distrust and stress make likelier the other way round. A chance is the share of
// the time in which somebody behaves so: it holds for a step however long that is, or what a contact meets would depend
// on how the day is cut.
TRUST_INLINE Lanes chance_of(int behaviour, Lanes shift, const LeversOf& levers) {
  const Lanes base = levers(propensity[behaviour]);
  const Lanes sign = behaviour == static_cast<int>(Behaviour::micromanagement) ? -1.0F : 1.0F;
  const Lanes chance = logistic(log_odds(base) + sign * shift);
  return choose(base <= 0.0F, Lanes(0.0F), choose(base >= 1.0F, Lanes(1.0F), chance));
}

}  // namespace

void decide(const DayContext& day, RowBlock block, int) {
  for (Seat seat = block.begin; seat < block.end; ++seat) {
    const LeversOf levers(day, seat);
    const Lanes trust_given = get(day, Column::trust_given, seat);
    const Lanes stress = get(day, Column::stress, seat);
    const Lanes shift =
        levers(Lever::behaviour_trust_sensitivity) * (trust_given - levers(Lever::behaviour_trust_reference)) -
        levers(Lever::behaviour_stress_sensitivity) * (stress - 0.5F);
    LaneInts word(0);
    for (int b = 0; b < behaviour_count; ++b) {
      const Lanes chance = chance_of(b, shift, levers);
      const auto purpose = static_cast<std::uint8_t>(static_cast<int>(Purpose::behaviour) + b);
      const LaneInts bits = draw32(day.luck, {seat, no_seat, day.step, purpose});
      word |= happens(bits, chance) & LaneInts(1 << b);
    }
    store_ints(cells(day, Column::behaviour_word, seat), word);
  }
}

}  // namespace TRUST_PATH
}  // namespace trust
