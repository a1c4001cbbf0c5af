// Trust by blocks: of each function, role and team in each other, summed over the replicates of a batch. Looked at on
// request; a day does not need it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "models/batch.hpp"

namespace trust {

/// What people are grouped by.
enum class Grouping : std::uint8_t { function, role, team, count };

std::string_view name_of(Grouping grouping);

/// Blocks of team by team are left out beyond this many teams: they would be more than anybody reads.
inline constexpr std::size_t most_teams_in_blocks = 64;

struct TrustBlock {
  Grouping grouping;
  std::uint32_t from;  // index of the function, role or team of those who trust
  std::uint32_t to;    // ... of those who are trusted
  std::int64_t ties;   // active ones, in all lanes of the batch
  std::int64_t trust;  // their sum, in units of 1 / 65535

  double mean() const { return static_cast<double>(trust) / 65535.0 / static_cast<double>(ties); }
};

/// The blocks that have ties, by grouping, then rising (from, to).
std::vector<TrustBlock> trust_blocks(const Batch& batch);

/// The name of a group of an organisation.
const std::string& name_of_group(const Organisation& organisation, Grouping grouping, std::uint32_t group);

}  // namespace trust
