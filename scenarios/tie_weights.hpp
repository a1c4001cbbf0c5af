// From weights of any kind to trust between 0 and 1, by the rule that the scenario names.
#pragma once

#include <string>
#include <vector>

#include "models/organisation.hpp"
#include "scenarios/import_spec.hpp"
#include "scenarios/tie_reader.hpp"

namespace trust {

/// Sorts the ties by (target, source) and makes one of those that repeat, or reports them. With directed = false every
/// tie is given its other way first.
void settle_ties(TieList& list, const ImportSpec& spec, const PeopleList& people, Problems& problems);

/// The trust of each tie, in the order of the list:
///   rescale   linear from the smallest and largest weight to lowest_trust and highest_trust; the middle if all are
///   equal rank      the same, with a weight's rank among all (equal weights share their mean rank) in place of the
///   weight as_trust  the weight itself; one outside 0 .. 1 is reported signed    (1 + weight / largest absolute
///   weight) / 2: 0 becomes 0.5, nothing is moved to the other side of it
std::vector<float> trust_of_weights(const TieList& list, const ImportSpec& spec, Problems& problems,
                                    std::vector<std::string>& notes);

}  // namespace trust
