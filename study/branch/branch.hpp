// Plans that go on from one shared beginning (SharedDays of study/batch_runner.hpp): a scenario is run to a day once,
// and goes on from there under its own plan and under each what-if. Every figure and every state is what running each
// plan from day 0 gives, bit for bit.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "scenarios/scenario.hpp"

namespace trust {

/// Throws InputError with every reason why a what-if cannot branch off at the end of `day`: the day is not between 1
/// and the last but one, or the what-if's plan does something else before (differences_until). The what-ifs are
/// comparable to the baseline (check_comparable).
void check_branches(const Scenario& baseline, std::span<const Scenario> what_ifs, int day);

/// What stands behind --what-if of a branch, as read_what_if() takes it: a kind of intervention that does not say when
/// it begins does so on the day after `day`.
std::string from_the_day_after(const std::string& word, int day);

}  // namespace trust
