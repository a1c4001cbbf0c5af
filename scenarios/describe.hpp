// Who there is in an organisation and how they are tied, in figures: what `trustsim describe` prints.
#pragma once

#include <string>
#include <vector>

#include "models/organisation.hpp"
#include "sim/eigen_trust.hpp"
#include "sim/graph_measures.hpp"
#include "sim/structural_balance.hpp"

namespace trust {

struct Group {
  std::string name;
  Seat people = 0;
};

/// How much somebody is trusted by those who are trusted themselves, as a multiple of an even share.
struct Standing {
  std::string person;  // id
  double reputation = 0;
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
  std::vector<Standing> best_trusted;  // the five of the highest reputation (sim/eigen_trust.hpp), best first
  TriadCensus triads;                  // of who trusts whom more than not (sim/structural_balance.hpp)
  Seat larger_camp = 0;                // how many people either camp would have, if liking followed liking
  Seat smaller_camp = 0;
};

Description describe(const Organisation& organisation);

/// Trust as ratings of -1 (none) to 1 (full), one half being 0: what reputations are made of.
std::vector<Rating> ratings_of(const Organisation& organisation);

/// What each two people are to each other, -1 to 1: the mean of their ratings where both have one, else the one there
/// is.
std::vector<Liking> likings_of(const Organisation& organisation);

/// The organisation's ties as a graph of seats.
TieGraph graph_of(const Organisation& organisation);

}  // namespace trust
