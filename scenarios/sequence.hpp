// When interventions begin and end, and what has to come before what.
#pragma once

#include <vector>

#include "scenarios/intervention_reader.hpp"

namespace trust {

/// Settles when each begins and ends: as stated, else after what it comes after, else on day 1; and checks the order
/// that `after` and the kinds ask for. `days` is the scenario's last.
void settle_days(std::vector<DraftIntervention>& drafts, int days, Problems& problems);

}  // namespace trust
