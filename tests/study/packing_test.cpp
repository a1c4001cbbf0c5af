#include "study/packing.hpp"

#include <gtest/gtest.h>

#include <set>

namespace trust {
namespace {

std::uint32_t one_organisation(std::uint32_t) { return 0; }

std::vector<std::uint32_t> sizes(const std::vector<PackedBatch>& batches) {
  std::vector<std::uint32_t> result;
  for (const PackedBatch& batch : batches) result.push_back(batch.replicates);
  return result;
}

// What must hold for every packing: each (replicate, plan) once, in order, at most 16 lanes, one organisation a batch.
void expect_sound(std::uint32_t first, std::uint32_t count, std::uint32_t plans, std::uint32_t of_organisation) {
  const auto draw_of = [&](std::uint32_t replicate) { return replicate / of_organisation; };
  std::uint64_t next = first;
  for (const PackedBatch& batch : pack_batches(first, count, plans, draw_of)) {
    ASSERT_GE(batch.lanes.size(), 1u);
    ASSERT_LE(batch.lanes.size(), lanes_of_batch);
    ASSERT_EQ(batch.lanes.size(), std::size_t{batch.replicates} * plans);
    for (std::size_t l = 0; l < batch.lanes.size(); ++l) {
      EXPECT_EQ(batch.lanes[l].plan, l / batch.replicates);
      EXPECT_EQ(batch.lanes[l].replicate, next + l % batch.replicates);
      EXPECT_EQ(draw_of(batch.lanes[l].replicate), batch.draw);
    }
    next += batch.replicates;
  }
  EXPECT_EQ(next, std::uint64_t{first} + count);
}

TEST(Packing, EveryReplicateRunsOnceUnderEveryPlan) {
  for (const std::uint32_t first : {0u, 1u, 5u, 8u, 17u, 4294967000u}) {
    for (const std::uint32_t count : {1u, 2u, 7u, 8u, 16u, 17u, 64u, 100u}) {
      for (const std::uint32_t plans : {1u, 2u, 3u, 16u}) {
        for (const std::uint32_t of_organisation : {1u, 3u, 10u, 16u, 64u}) {
          SCOPED_TRACE(testing::Message() << first << " " << count << " " << plans << " " << of_organisation);
          expect_sound(first, count, plans, of_organisation);
        }
      }
    }
  }
}

TEST(Packing, SixtyFourReplicatesAreFourFullBatches) {
  EXPECT_EQ(sizes(pack_batches(0, 64, 1, one_organisation)), (std::vector<std::uint32_t>{16, 16, 16, 16}));
}

TEST(Packing, ComparisonsPutTheWhatIfInTheSecondHalf) {
  const auto batches = pack_batches(0, 8, 2, one_organisation);
  ASSERT_EQ(batches.size(), 1u);
  EXPECT_EQ(batches[0].lanes[0], (PackedLane{0, 0}));
  EXPECT_EQ(batches[0].lanes[7], (PackedLane{7, 0}));
  EXPECT_EQ(batches[0].lanes[8], (PackedLane{0, 1}));
  EXPECT_EQ(batches[0].lanes[15], (PackedLane{7, 1}));
}

TEST(Packing, BatchesEndAtMultiplesOfEight) {
  EXPECT_EQ(sizes(pack_batches(5, 40, 1, one_organisation)), (std::vector<std::uint32_t>{11, 16, 13}));
  EXPECT_EQ(sizes(pack_batches(5, 12, 2, one_organisation)), (std::vector<std::uint32_t>{3, 8, 1}));
}

TEST(Packing, NothingToRunIsNoBatch) { EXPECT_TRUE(pack_batches(3, 0, 1, one_organisation).empty()); }

}  // namespace
}  // namespace trust
