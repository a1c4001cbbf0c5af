// Which replicates run side by side in one batch. No result depends on it; how fast the run is does: draws are made for
// eight replicates at a time, so batches end at multiples of eight.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "models/plan.hpp"

namespace trust {

inline constexpr std::uint32_t lanes_of_batch = 16;

/// A replicate under one of the plans of a study (0: the baseline, 1: the what-if).
struct PackedLane {
  std::uint32_t replicate;
  std::uint32_t plan;
  friend bool operator==(const PackedLane&, const PackedLane&) = default;
};

/// Lanes that run together, all in the same organisation. First every replicate under plan 0, then the same replicates
/// under plan 1, and so on.
struct PackedBatch {
  std::uint32_t draw = 0;  // of the organisation
  std::uint32_t replicates = 0;
  std::vector<PackedLane> lanes;
};

/// Batches for replicates [first, first + count) under each of `plans` plans (1 .. 16), in rising order of replicate.
/// `draw_of` says which organisation a replicate lives in; it must not fall as the replicate rises.
///
/// Plans of different `company` (a number for each plan; none: all together) never share a batch: the same replicates
/// under the plans of the next company follow in a batch of their own.
std::vector<PackedBatch> pack_batches(std::uint32_t first, std::uint32_t count, std::uint32_t plans,
                                      const std::function<std::uint32_t(std::uint32_t)>& draw_of,
                                      const std::vector<std::uint32_t>& company = {});

/// Which plans can share a batch: those with the same reorganisations have the same number, counted from 0.
std::vector<std::uint32_t> company_of(std::span<const Plan* const> plans);

}  // namespace trust
