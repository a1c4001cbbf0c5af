// From what a scenario says of its interventions to the plan that a run follows, once it is known who there is.
#pragma once

#include <string>
#include <vector>

#include "models/organisation.hpp"
#include "scenarios/plan_reader.hpp"

namespace trust {

/// Adds every intervention of the draft, whose targets resolve_targets() has spelt out, to the draft's plan: kinds as
/// lever changes and events. Reports kinds that are about nobody and events that can do nothing; notes what will have
/// less effect than its name says.
void expand_interventions(DraftPlan& draft, const Organisation& organisation, Problems& problems,
                          std::vector<std::string>& notes);

}  // namespace trust
