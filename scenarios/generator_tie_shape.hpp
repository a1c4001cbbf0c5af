// The constants that give generated ties the shape of measured ones. Tuned once, on seeds that no test uses;
// docs/organisation-generator.md says how and shows what came out.
#pragma once

#include <cstdint>

namespace trust {

/// Weights of what makes i's tie to j strong, on one scale. Every one of them is a standard deviation, except where
/// said.
struct TieShape {
  double personal_spread = 0.22;    // of people around the place of their team
  double nearest = 0.022;           // distance below which people cannot be nearer
  double nearness = 1.0;            // times minus the logarithm of the distance
  double popularity = 0.22;         // of the one who is trusted
  double openness = 0.5;            // of the one who trusts
  double shared = 0.31;             // luck that both directions of a pair share
  double own = 0.12;                // luck of one direction
  double leader_popularity = 0.26;  // added for whoever leads
  double same_team = 0.6;           // added in a team
  double same_unit = 0.35;          // added in a unit

  double outsiders = 0.8;  // weight of each person outside where they are fewer than make a unit

  std::uint32_t knows_all_of_team = 12;    // teams up to this size know each other completely
  std::uint32_t knows_all_of_level = 32;   // so do the leaders of a level, if they are as few as this
  std::uint32_t compares_all_below = 400;  // people up to which everybody could have met everybody
  double met_for_each_tie = 1.6;           // people met elsewhere for each tie there that is wanted
  double nearby = 0.9;                     // share of acquaintances in other units who are at a site near by
  std::uint32_t neighbourhood = 512;       // people at sites near by, one's own unit included; more for many ties
};

}  // namespace trust
