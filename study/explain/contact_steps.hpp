// The phase of contacts taken apart: how much of a tie's change is time, how much the contact, and how much each thing
// that the source saw.
#pragma once

#include "study/explain/tie_trial.hpp"

namespace trust {

/// What moved the tie from `before` to `after`, in steps that add up to it exactly. `trial` stands before the phase.
///
/// Time is what the day would have done without the contact, the contact as such what a contact that shows nothing does
/// beyond that; what is left is shared among the evidence in proportion to its worth: good and bad in one contact are
/// weighed before trust moves, so that good news that comes with bad softens the fall. Under the rule abi that is done
/// for each side of trustworthiness apart.
std::vector<ExplainedStep> contact_steps(TieTrial& trial, const MeetingOfStep& meeting, Rules rules, float before,
                                         float after);

}  // namespace trust
