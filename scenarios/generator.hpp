// Makes an organisation from a few figures: departments of teams with leaders, reporting lines, and ties whose
// reciprocity and transitivity are those of measured organisations.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "models/organisation.hpp"

namespace trust {

struct GeneratorSpec {
  std::map<std::string, std::uint32_t> roles;  // head-count by role; leaders are added by the spans below
  std::uint32_t team_size = 8;                 // people a team, its leader included
  std::uint32_t span_of_control = 8;           // leaders who report to one leader above
  double ties_per_person = 30;                 // mean number of others that one has an opinion of
  double cross_team_contact = 0.3;             // share of ties that leave one's own unit (about 128 people)
  double trust_within = 0.55;                  // mean trust on day 0 towards one's own function
  double trust_across = 0.45;                  // ... towards other functions
  double trust_spread = 0.15;                  // standard deviation of trust over ties
};

/// The organisation of draw `draw`. The same seed and draw give the same organisation everywhere. Cost grows with the
/// number of ties. `roles` lists the known roles (standard ones and the scenario's own).
Organisation generate_organisation(const GeneratorSpec& spec, const std::vector<Role>& roles, std::uint64_t seed,
                                   std::uint32_t draw);

}  // namespace trust
