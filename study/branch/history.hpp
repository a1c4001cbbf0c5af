// What a plan decides up to a day. Plans whose histories are the same lead every replicate to the very same state on
// that day, and only such plans can go on from one shared beginning.
#pragma once

#include <cstdint>
#include <vector>

#include "models/plan.hpp"
#include "scenarios/problems.hpp"
#include "scenarios/scenario.hpp"

namespace trust {

/// The plan as far as days 0 to `day` know it: interventions that begin later are left out, those that go on are cut at
/// `day`, names are dropped. Events that come later keep their places as long as earlier ones are listed after them: an
/// event's luck goes by its place in the plan. Two plans do the same until the end of `day` if their histories are the
/// same; plans that do the same in other words (an intervention of no strength, say) may have different ones.
Plan history_of(const Plan& plan, int day);

bool same_history(const Plan& one, const Plan& other, int day);

/// A digest of history_of(plan, day).
std::uint64_t history_digest(const Plan& plan, int day);

/// What keeps `what_if` from going on from the baseline's state at the end of `day`: one mistake for its levers, one
/// for its interventions and one for its events, each with the first day on which they differ. None where it can
/// branch.
std::vector<Problem> differences_until(const Scenario& baseline, const Scenario& what_if, int day);

}  // namespace trust
