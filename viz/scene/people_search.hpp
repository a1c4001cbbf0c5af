// Finds people and teams by words, as one types them.
#pragma once

#include <string>
#include <vector>

#include "models/organisation.hpp"

namespace trust::viz {

/// A person, or a whole team where `seat` is no_seat.
struct Found {
  Seat seat = no_seat;
  std::uint32_t team = 0;
  std::string name;   // of the person or team
  std::string about;  // "Rep, North", "12 people in sales"
  friend bool operator==(const Found&, const Found&) = default;
};

/// The best hits for `words`, at most `limit`. Every word must occur, in any order and in capitals or not, in a team's
/// name and function, or in a person's name, role, team, function or place. Teams and names that begin with the first
/// word come first, else seats decide. Nothing for no words. Cost: linear in people.
std::vector<Found> find_people(const Organisation& organisation, const std::string& words, std::size_t limit = 8);

}  // namespace trust::viz
