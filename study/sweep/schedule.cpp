#include "study/sweep/schedule.hpp"

#include <algorithm>
#include <map>

namespace trust {
namespace {

std::vector<std::uint32_t> companies_in_order(std::span<const PointToPack> points) {
  std::vector<std::uint32_t> companies;
  for (const PointToPack& point : points) {
    if (std::find(companies.begin(), companies.end(), point.company) == companies.end())
      companies.push_back(point.company);
  }
  return companies;
}

// What a company has to run, organisation by organisation.
std::map<std::uint32_t, std::vector<PackedLane>> lanes_by_draw(std::span<const PointToPack> points,
                                                               std::uint32_t company) {
  std::map<std::uint32_t, std::vector<PackedLane>> lanes;
  for (std::uint32_t place = 0; place < points.size(); ++place) {
    const PointToPack& point = points[place];
    if (point.company != company) continue;
    for (const std::uint32_t replicate : point.missing) lanes[point.draw_of(replicate)].push_back({replicate, place});
  }
  return lanes;
}

}  // namespace

std::optional<SweepChunk> SweepSchedule::next() {
  if (point_ == points_) {
    point_ = 0;
    replicate_ += std::min(replicates_of_block, replicates_ - replicate_);
  }
  if (replicate_ >= replicates_ || points_ == 0) return std::nullopt;
  SweepChunk chunk;
  chunk.first_point = point_;
  chunk.points = static_cast<std::uint32_t>(std::min<std::uint64_t>(points_of_chunk, points_ - point_));
  chunk.first_replicate = replicate_;
  chunk.replicates = std::min(replicates_of_block, replicates_ - replicate_);
  point_ += chunk.points;
  return chunk;
}

std::vector<SweepBatch> pack_points(std::span<const PointToPack> points) {
  std::vector<SweepBatch> batches;
  for (const std::uint32_t company : companies_in_order(points)) {
    for (const auto& [draw, lanes] : lanes_by_draw(points, company)) {
      for (std::size_t begin = 0; begin < lanes.size(); begin += lanes_of_batch) {
        const std::size_t end = std::min<std::size_t>(lanes.size(), begin + lanes_of_batch);
        SweepBatch batch{company, {.draw = draw, .replicates = 0, .lanes = {}}};
        for (std::size_t lane = begin; lane < end; ++lane) batch.packed.lanes.push_back(lanes[lane]);
        batches.push_back(std::move(batch));
      }
    }
  }
  return batches;
}

}  // namespace trust
