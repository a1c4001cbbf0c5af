// Several plans from one shared beginning: a scenario is run to a day once, and goes on from there under its own plan
// and under each what-if. Every figure and every state is what running each plan from day 0 gives, bit for bit.
#pragma once

#include <span>
#include <vector>

#include "scenarios/scenario.hpp"
#include "study/batch_runner.hpp"
#include "study/compare.hpp"
#include "study/run.hpp"

namespace trust {

/// Throws InputError with every reason why a what-if cannot branch off at the end of `day`: the day is not between 1
/// and the last but one, it is not comparable to the baseline at all (check_comparable), or its plan does something
/// else before (differences_until).
void check_branches(const Scenario& baseline, std::span<const Scenario> what_ifs, const RunOptions& options, int day);

/// Runs `plans` (the first is the baseline's own) after check_branches(). `sink` gets a record for every batch of every
/// plan, as from run_batches(); PackedLane::plan counts the plans. `shared` says the day and how to keep or recall the
/// state there. Throws as run_batches() does.
void run_branches(const Scenario& baseline, std::span<const Plan* const> plans, const RunOptions& options,
                  const SharedDays& shared, RunControl& control, const BatchSink& sink);

/// The scenario against each what-if, one after another, after check_branches(). The seconds are those of all.
std::vector<CompareResult> compare_branches(const Scenario& baseline, std::span<const Scenario> what_ifs,
                                            const RunOptions& options, const SharedDays& shared, RunControl& control);

}  // namespace trust
