// Phases `stay` and `change seats`: who leaves, which empty seats are filled, and what a newcomer starts from.
// Equations and sources in README.md.
//
// The graph is one of seats: a leaver, a vacancy and a newcomer are values in a lane, so that people may come and go
// differently in each.
#pragma once

#include "models/day.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// The stress at which the hazard of leaving is the reference's; a newcomer starts with it.
inline constexpr float reference_stress = 1.0F / 3.0F;

/// Lets time pass (tenure, peer_exits), draws `leave` and `refill`, and lists the seats that change in worker.changing.
/// Reads present, trust_given, stress, hours_learning.
void stay(const DayContext& day, RowBlock block, int worker);

/// Lets the listed seats change in rising order, leavers before newcomers, and then the leave, replace, hire and
/// reorganise events of the day in the plan's order. Costs the ties and team mates of the seats that change (of
/// everybody's manager, for a reorganisation). Adds to Total::exits and Total::hires. Draws `event_share` and those of
/// newcomers.
void change_seats(DayContext& day);

}  // namespace TRUST_PATH
}  // namespace trust
