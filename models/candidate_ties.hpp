// Ties that do not exist on day 0 and may form later: within a team, and between people who know a third. They are
// places in the graph that every lane shares; whether one is active is a value of the lane.
#pragma once

#include <vector>

#include "models/organisation.hpp"

namespace trust {

/// At most `share` x (initial ties) of them, sorted by (target, source): team mates first, then pairs by how many
/// people both know (rising (target, source) among equals). Nobody gets more than their share: each person's candidates
/// are limited to `share` x the initial ties towards them, rounded down, so that what one person's ties are decides
/// about nobody else's share.
std::vector<Arc> candidate_ties(const Organisation& organisation, float share);

}  // namespace trust
