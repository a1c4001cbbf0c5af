// How much of the machine replicates in the background may take.
#pragma once

#include <memory>

#include "models/world.hpp"
#include "viz/session/refiner.hpp"

namespace trust::viz {

/// Memory of all batches that run at once, and of the days that are kept of every replicate.
inline constexpr std::uint64_t refine_budget = std::uint64_t{2} << 30;

/// The world that the job's first replicates live in. Throws InputError where it cannot be made.
std::shared_ptr<const World> world_of(const RefineJob& job);

/// As many threads as the budget and the machine allow, one of the machine's left free: at least 1. Throws
/// std::runtime_error, in words for the one who waits, where the budget does not even do for one.
int threads_for(const RefineJob& job, const World& world, std::uint64_t budget = refine_budget);

/// Throws as threads_for() where so many threads need more than the budget for this job.
void check_memory(const RefineJob& job, int threads, const World& world, std::uint64_t budget = refine_budget);

/// What to type for the same comparison without the window.
std::string command_for(const RefineJob& job);

}  // namespace trust::viz
