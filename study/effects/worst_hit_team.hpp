// Which team fares worst under a plan, told without the exaggeration that picking the worst of many brings.
#pragma once

#include <cstddef>
#include <optional>

#include "models/measures.hpp"
#include "study/effects/table.hpp"
#include "study/statistics.hpp"

namespace trust {

struct TeamEffect {
  std::size_t team = 0;   // a column of the table
  double difference = 0;  // as measured: mean over units
  double shrunk = 0;  // drawn towards the mean of all teams by as much as luck explains; what to expect of a repetition
  Range interval;     // 95 %, of the team's true effect, in spite of its having been picked
};

/// `differences`: [unit][team] of (what-if minus baseline). The team whose shrunk effect is worst by the measure's own
/// direction (it may still be a gain); the first of equals. Nothing for less than two teams, or where every difference
/// is exactly 0. A team with anything that is not a number is the answer, with figures that are not numbers.
std::optional<TeamEffect> worst_hit_team(const Table& differences, Better direction);

}  // namespace trust
