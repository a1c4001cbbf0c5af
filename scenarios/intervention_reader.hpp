// Reads [[intervention]]: a kind of the table with its options, or levers by hand.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/expansion.hpp"
#include "scenarios/toml_section.hpp"

namespace trust {

/// An intervention whose targets are still as the file spells them, with the place of each: who there is is known only
/// when the organisation is.
struct DraftIntervention {
  ChosenIntervention chosen;
  std::vector<Problem> who_places;                // one a target
  Problem place;                                  // of the whole
  std::optional<int> from, to;                    // as the file has them
  std::optional<std::string> after;               // the name of the one that comes before
  std::map<std::string, int, std::less<>> lines;  // of the keys that it has

  /// The place of one of its keys, or of the whole where it does not have it.
  Problem at(std::string_view key) const;
};

/// Every [[intervention]], in order; days are still to be settled. Days count from 1; `days` is the scenario's last.
std::vector<DraftIntervention> read_interventions(Section& scenario_file, int days);

}  // namespace trust
