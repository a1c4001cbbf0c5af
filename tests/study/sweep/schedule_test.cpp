#include "study/sweep/schedule.hpp"

#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <random>
#include <set>

namespace trust {
namespace {

std::vector<SweepChunk> chunks_of(std::uint64_t points, std::uint32_t replicates) {
  SweepSchedule schedule(points, replicates);
  std::vector<SweepChunk> chunks;
  while (const auto chunk = schedule.next()) chunks.push_back(*chunk);
  return chunks;
}

TEST(SweepSchedule, HasEveryRunOnceBlockByBlock) {
  for (const std::uint64_t points : {1u, 2u, 63u, 64u, 65u, 200u}) {
    for (const std::uint32_t replicates : {1u, 15u, 16u, 17u, 64u, 100u}) {
      SCOPED_TRACE(testing::Message() << points << " x " << replicates);
      std::map<std::uint64_t, std::uint32_t> done;  // replicates by point
      std::uint64_t runs = 0;
      for (const SweepChunk& chunk : chunks_of(points, replicates)) {
        ASSERT_LE(chunk.points, SweepSchedule::points_of_chunk);
        ASSERT_LE(chunk.replicates, replicates_of_block);
        for (std::uint64_t point = chunk.first_point; point < chunk.first_point + chunk.points; ++point) {
          ASSERT_EQ(done[point], chunk.first_replicate);  // in order, none twice
          done[point] += chunk.replicates;
          runs += chunk.replicates;
        }
      }
      EXPECT_EQ(runs, points * replicates);
    }
  }
}

TEST(SweepSchedule, CutShortAnywhereNoPointIsMoreThanABlockAhead) {
  std::vector<std::uint32_t> done(150, 0);
  for (const SweepChunk& chunk : chunks_of(150, 50)) {
    for (std::uint32_t point = 0; point < chunk.points; ++point) done[chunk.first_point + point] += chunk.replicates;
    const auto [least, most] = std::minmax_element(done.begin(), done.end());
    EXPECT_LE(*most - *least, replicates_of_block);
  }
}

TEST(SweepSchedule, NeedsNoMemoryForManyPoints) {
  SweepSchedule schedule(4'000'000'000u, 1'000'000);
  const SweepChunk first = schedule.next().value();
  EXPECT_EQ(first, (SweepChunk{0, 64, 0, 16}));
  EXPECT_EQ(schedule.next().value(), (SweepChunk{64, 64, 0, 16}));
}

TEST(SweepSchedule, NothingToDoIsNothing) {
  EXPECT_TRUE(chunks_of(0, 16).empty());
  EXPECT_TRUE(chunks_of(5, 0).empty());
}

std::vector<PointToPack> points_with(const std::vector<std::uint32_t>& companies, std::uint32_t first,
                                     std::uint32_t replicates, std::uint32_t of_organisation) {
  std::vector<PointToPack> points;
  for (const std::uint32_t company : companies) {
    PointToPack& point = points.emplace_back();
    point.company = company;
    point.missing.resize(replicates);
    std::iota(point.missing.begin(), point.missing.end(), first);
    point.draw_of = [of_organisation](std::uint32_t replicate) { return replicate / of_organisation; };
  }
  return points;
}

std::vector<PackedLane> lanes_in_order(const std::vector<SweepBatch>& batches) {
  std::vector<PackedLane> lanes;
  for (const SweepBatch& batch : batches)
    lanes.insert(lanes.end(), batch.packed.lanes.begin(), batch.packed.lanes.end());
  return lanes;
}

TEST(PackPoints, BatchesHoldOneCompanyAndOneOrganisation) {
  for (const std::uint32_t of_organisation : {1u, 3u, 4u, 16u, 100u}) {
    for (const std::uint32_t replicates : {1u, 3u, 12u, 16u}) {
      const std::vector<std::uint32_t> companies = {0, 1, 0, 2, 2, 0, 1};
      const auto points = points_with(companies, 32, replicates, of_organisation);
      std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
      for (const SweepBatch& batch : pack_points(points)) {
        ASSERT_GE(batch.packed.lanes.size(), 1u);
        ASSERT_LE(batch.packed.lanes.size(), lanes_of_batch);
        for (const PackedLane& lane : batch.packed.lanes) {
          EXPECT_EQ(companies[lane.plan], batch.company);
          EXPECT_EQ(lane.replicate / of_organisation, batch.packed.draw);
          EXPECT_TRUE(seen.insert({lane.plan, lane.replicate}).second);
        }
      }
      EXPECT_EQ(seen.size(), companies.size() * replicates);
    }
  }
}

TEST(PackPoints, FillsBatchesWithSeveralPoints) {
  const auto batches = pack_points(points_with(std::vector<std::uint32_t>(8, 0), 0, 4, 16));
  ASSERT_EQ(batches.size(), 2u);
  EXPECT_EQ(batches[0].packed.lanes.size(), 16u);
  EXPECT_EQ(batches[1].packed.lanes.size(), 16u);
}

// What makes a store that was filled in pieces equal to one that was filled in one go.
TEST(PackPoints, WhateverIsMissingTheOrderIsTheSame) {
  std::mt19937 luck(11);
  for (int trial = 0; trial < 200; ++trial) {
    const auto of_organisation = static_cast<std::uint32_t>(1 + luck() % 16);
    std::vector<std::uint32_t> companies;
    for (int point = 0; point < 20; ++point) companies.push_back(static_cast<std::uint32_t>(luck() % 3));
    const auto all = points_with(companies, 16, static_cast<std::uint32_t>(1 + luck() % 16), of_organisation);
    auto rest = all;
    for (PointToPack& point : rest) std::erase_if(point.missing, [&](std::uint32_t) { return luck() % 2 == 0; });
    std::vector<PackedLane> expected = lanes_in_order(pack_points(all));
    std::erase_if(expected, [&](const PackedLane& lane) {
      const auto& missing = rest[lane.plan].missing;
      return std::find(missing.begin(), missing.end(), lane.replicate) == missing.end();
    });
    EXPECT_EQ(lanes_in_order(pack_points(rest)), expected);
  }
}

TEST(PackPoints, PointsThatCannotBeRunTakeNoLanes) {
  auto points = points_with({0, 0, 0}, 0, 8, 16);
  points[1].missing.clear();
  points[1].draw_of = {};
  EXPECT_EQ(lanes_in_order(pack_points(points)).size(), 16u);
}

}  // namespace
}  // namespace trust
