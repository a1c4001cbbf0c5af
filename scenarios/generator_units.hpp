// Where people meet: units of about 128 people of one function, and the sites that units of several functions share.
#pragma once

#include <vector>

#include "scenarios/generator_hierarchy.hpp"
#include "scenarios/generator_structure.hpp"

namespace trust {

/// Fills in the units and sites of `frame`, and everybody's location. Runs of teams make a unit; whoever leads leaders
/// belongs where the first of their teams is. `seat_of_position` gives the seat of every leader.
void place_in_units(OrganisationFrame& frame, const HeadCount& heads, const LeaderTree& tree,
                    const std::vector<Seat>& seat_of_position);

}  // namespace trust
