// Makes an organisation from a few figures: departments of teams with leaders, reporting lines, and ties whose
// reciprocity and transitivity are those of measured organisations.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "models/organisation.hpp"
#include "scenarios/places.hpp"

namespace trust {

/// The figures that an organisation is made from. docs/organisation-generator.md explains what becomes of them.
struct GeneratorSpec {
  /// Head-count by role. Without a count of leaders, as many are added as team_size and span_of_control need. With one
  /// (also 0 for a person alone), that many there are, so that the counts add up to everybody; teams are then as many
  /// as they can lead.
  std::map<std::string, std::uint32_t> roles;
  std::uint32_t team_size = 8;        // most people a team, its leader included; 2 or more
  std::uint32_t span_of_control = 8;  // most leaders who report to one leader above; 2 or more
  double ties_per_person = 30;        // mean number of others that one has an opinion of
  /// Share of the ties that leave one's own unit (about 128 people of one function). Where a whole function is smaller,
  /// or few others are there, it is the odds: somebody outside is contact / (1 - contact) times as likely, times 0.8.
  double cross_team_contact = 0.3;
  double trust_within = 0.55;  // mean trust on day 0 towards one's own function, 0 .. 1
  double trust_across = 0.45;  // ... towards other functions
  double trust_spread = 0.15;  // standard deviation of trust around each of these two means
  double open_seats = 0;       // chance that nobody sits in a seat on day 0, 0 .. 0.9; those who lead are there
  Places places{};
  friend bool operator==(const GeneratorSpec&, const GeneratorSpec&) = default;
};

/// The organisation of draw `draw`. The same seed and draw give the same organisation everywhere; seats, ids and team
/// names are the same in every draw; ties, trust and what sets people apart (skill, tenure, style, ...) are not. Cost
/// grows with the number of ties. `roles` lists the known roles (standard ones and the scenario's own). Throws
/// std::invalid_argument where the figures name an unknown role or nobody, or cannot be met.
Organisation generate_organisation(const GeneratorSpec& spec, const std::vector<Role>& roles, std::uint64_t seed,
                                   std::uint32_t draw);

}  // namespace trust
