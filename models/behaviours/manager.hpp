// What somebody has of their manager: what the manager usually does, and how far the person trusts them. What the
// manager did today is manager_did() in models/day_access.hpp.
#pragma once

#include "models/day_access.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// How often the manager behaves so, by `propensity`, as a share of days; 0 without a manager or where the manager's
/// seat is empty. For day 0, on which nobody has behaved in any way yet.
TRUST_INLINE Lanes manager_usually(const DayContext& day, Seat seat, Lever propensity) {
  const Seat manager = day.world->manager()[seat];
  if (manager == no_seat) return 0.0F;
  return LeversOf(day, manager)(propensity) * present(day, manager);
}

/// The person's trust in their manager; where there is no such tie, their mean trust in others.
TRUST_INLINE Lanes trust_in_manager(const DayContext& day, Seat seat) {
  const Lanes others = get(day, Column::trust_given, seat);
  const Slot slot = day.world->person_to_manager()[seat];
  if (slot == no_slot) return others;
  const Lanes in_manager = get(day, Column::trust, slot);
  return choose(in_manager >= 0.0F, in_manager, others);
}

}  // namespace TRUST_PATH
}  // namespace trust
