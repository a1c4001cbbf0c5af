// Room for what is not there on day 0: ties that may form and accounts that may be won. Keys of [organisation], whether
// it is generated or imported.
#pragma once

#include <cstdint>

#include "models/organisation.hpp"
#include "scenarios/toml_section.hpp"

namespace trust {

struct Places {
  double candidate_ties = 0.5;         // ties that may form later, as a share of those of day 0; 0 .. 1
  std::uint32_t account_places = 12;   // most accounts of one who sells; 1 .. 1000
  std::uint32_t initial_accounts = 6;  // ... on day 0; at most account_places
  friend bool operator==(const Places&, const Places&) = default;
};

/// Reads the keys of that name; mistakes go to the section's problems.
Places read_places(Section& organisation);

void give_places(const Places& places, Organisation& organisation);

}  // namespace trust
