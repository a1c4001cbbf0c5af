// Whether the people whom a plan names exist.
#pragma once

#include <string>
#include <vector>

#include "models/organisation.hpp"
#include "scenarios/plan_reader.hpp"

namespace trust {

/// Reports every target of the draft that the organisation does not have, with the nearest name that it has, and spells
/// the others as the organisation does (letter case is free, except in the ids of people). A role that is known but
/// that nobody has is noted only: a what-if may well share its plan with a larger organisation.
void resolve_targets(DraftPlan& draft, const Organisation& organisation, Problems& problems,
                     std::vector<std::string>& notes);

}  // namespace trust
