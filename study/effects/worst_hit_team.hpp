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

/// Shrinking is empirical Bayes with a normal spread of true effects (Morris 1983, doi 10.1080/01621459.1983.10477920),
/// on the distances from the mean of teams. The interval is Student's t on units; its end on the side of less harm is
/// corrected for the number of teams (Bonferroni), as the worst of many looks worse than it is.
///
/// `differences`: [unit][team] of (what-if minus baseline). The team whose shrunk effect is worst by the measure's own
/// direction (it may still be a gain); the first of equals. Nothing for less than two teams, or where every difference
/// is exactly 0. A team with anything that is not a number is the answer, with figures that are not numbers.
std::optional<TeamEffect> worst_hit_team(const Table& differences, Better direction);

}  // namespace trust
