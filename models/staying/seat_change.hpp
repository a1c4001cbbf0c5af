// What one seat's change does, in one lane: what goes with a leaver, and what a newcomer brings.
#pragma once

#include "models/trust_rules/rule.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// The person leaves: ties end both ways, leads are handed over, team mates take notice. Somebody must sit there.
void empty_seat(DayContext& day, Seat seat, int lane);

/// Somebody new sits down and gets to know the present people with whom the seat has initial ties. It must be empty.
void fill_seat(DayContext& day, Seat seat, int lane);

/// Makes an inactive initial tie active at its first trust (models/informal_ties/first_trust.hpp), where both people
/// are there.
void get_to_know(DayContext& day, const TieNow& tie, int lane);

}  // namespace TRUST_PATH
}  // namespace trust
