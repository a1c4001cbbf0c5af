// The rule of trust `asymmetric` with the numbers of one tie and one step, so that whoever doubts it can reckon it
// again by hand (models/trust_rules/asymmetric/README.md).
#pragma once

#include <optional>

#include "study/explain/tie_trial.hpp"

namespace trust {

/// The step's numbers; none under another rule, or where something else (a ceiling, say) has a part in `after`, what
/// trust really became: what is told always comes out. `trial` stands before the phase.
std::optional<Reckoning> reckon(const TieTrial& trial, const TieQuestion& question, const MeetingOfStep& meeting,
                                TieClass tie, float before, float after);

}  // namespace trust
