// Who there is in an organisation and how they are tied, in figures: what `trustsim describe` prints.
#pragma once

#include <string>
#include <vector>

#include "models/organisation.hpp"
#include "sim/graph_measures.hpp"

namespace trust {

struct Group {
  std::string name;
  Seat people = 0;
};

struct Description {
  Seat people = 0;
  std::vector<Group> by_role;  // roles that somebody has, in the organisation's order
  std::vector<Group> by_function;
  std::vector<Group> by_team;
  Seat leaders = 0;  // people to whom somebody reports
  Seat without_manager = 0;
  std::uint16_t levels = 0;    // reporting levels, the top included
  double span_of_control = 0;  // mean number of people who report to a leader; 0 without leaders
  double trust_mean = 0;       // over all ties on day 0; 0 without ties
  double trust_deviation = 0;  // standard deviation of the same
  GraphMeasures graph;
};

Description describe(const Organisation& organisation);

/// The organisation's ties as a graph of seats.
TieGraph graph_of(const Organisation& organisation);

}  // namespace trust
