// Where everybody stands in the picture: a circle for each function, the teams inside it, each team's leader in the
// middle. Positions follow from the organisation alone, so that over time only colours and ties change.
#pragma once

#include <vector>

#include "models/organisation.hpp"
#include "viz/scene/geometry.hpp"

namespace trust::viz {

inline constexpr float person_radius = 1.0F;  // in layout units
inline constexpr float leader_radius = 1.6F;

struct Layout {
  std::vector<Circle> people;                           // by seat
  std::vector<Circle> teams;                            // by team; radius 0 where nobody is in it
  std::vector<Circle> functions;                        // by function; radius 0 where it has no team
  std::vector<std::vector<Seat>> members;               // by team
  std::vector<std::vector<std::uint32_t>> in_function;  // teams by function
  Box bounds;  // around everything, with room for a line of text above each function

  bool empty() const { return people.empty(); }
};

/// People stand with their team, teams with their function. Cost: linear in people.
Layout circles_layout(const Organisation& organisation);

}  // namespace trust::viz
