// In which order a sweep runs its points, and which of them run side by side. Replicates come in blocks of 16: every
// point has the first 16 before any has the next 16, so that a sweep cut short anywhere is balanced. The order follows
// from the study alone, never from threads or from what is finished already; that is why a store that was filled in
// pieces equals one that was filled in one go.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "study/packing.hpp"

namespace trust {

inline constexpr std::uint32_t replicates_of_block = 16;

/// Points that are looked up and laid out together, all with the same replicates. Few enough to be held in memory, many
/// enough to fill batches with.
struct SweepChunk {
  std::uint64_t first_point = 0;
  std::uint32_t points = 0;
  std::uint32_t first_replicate = 0;
  std::uint32_t replicates = 0;  // at most replicates_of_block
  friend bool operator==(const SweepChunk&, const SweepChunk&) = default;
};

/// The chunks of a study: block after block of replicates, and within a block all points in order.
class SweepSchedule {
 public:
  static constexpr std::uint32_t points_of_chunk = 64;

  SweepSchedule(std::uint64_t points, std::uint32_t replicates) : points_(points), replicates_(replicates) {}

  /// The next chunk; nothing after the last.
  std::optional<SweepChunk> next();

 private:
  std::uint64_t points_;
  std::uint32_t replicates_;
  std::uint64_t point_ = 0;
  std::uint32_t replicate_ = 0;
};

/// A point of a chunk, as far as packing goes.
struct PointToPack {
  std::uint32_t company = 0;                              // points of different company never share a batch
  std::vector<std::uint32_t> missing{};                   // replicates that are still to run, rising
  std::function<std::uint32_t(std::uint32_t)> draw_of{};  // the organisation of a replicate, the same in a company
};

/// A batch of a sweep. PackedLane::plan counts the points of the chunk.
struct SweepBatch {
  std::uint32_t company = 0;
  PackedBatch packed;
};

/// Batches for what is missing. Lanes follow each other company by company (in the order of each one's first point),
/// within it organisation by organisation, then point by point, then replicate by replicate; whatever is missing, the
/// order of the rest stays the same. Batches are filled with up to 16 lanes of one company and organisation.
std::vector<SweepBatch> pack_points(std::span<const PointToPack> points);

}  // namespace trust
