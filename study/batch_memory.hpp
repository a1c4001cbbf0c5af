// How much memory a batch takes, before it is made: for whoever has a budget.
#pragma once

#include <cstdint>

#include "models/rules.hpp"
#include "models/world.hpp"

namespace trust {

/// Bytes of a batch's state and working memory. Every column has 16 lanes of 4 bytes a row, however many replicates run
/// (sim/columns.hpp); rows are seats, slots of ties and accounts (models/state.hpp). Without the world, which batches
/// share.
std::uint64_t bytes_of_batch(const World& world, const Rules& rules);

}  // namespace trust
