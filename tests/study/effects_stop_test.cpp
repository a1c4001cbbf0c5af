#include <gtest/gtest.h>

#include <limits>

#include "study/effects/sequential_stop.hpp"

namespace trust {
namespace {

StopRule rule_of(double half_width, std::uint32_t per_organisation = 0, std::uint32_t first = 0) {
  StopRule rule;
  rule.half_width = half_width;
  rule.replicates_per_organisation = per_organisation;
  rule.first_replicate = first;
  return rule;
}

TEST(SequentialStop, DoublesThenConfirmsWithAsManyFreshReplicates) {
  SequentialStop stop(rule_of(0.1));
  EXPECT_EQ(stop.next(), (ReplicateBlock{0, 64}));
  stop.report(0.3);
  EXPECT_EQ(stop.next(), (ReplicateBlock{64, 64}));
  EXPECT_EQ(stop.searched(), (ReplicateBlock{0, 128}));
  stop.report(0.2);
  EXPECT_EQ(stop.next(), (ReplicateBlock{128, 128}));
  EXPECT_FALSE(stop.narrow_enough());
  stop.report(0.1);
  EXPECT_TRUE(stop.narrow_enough());
  EXPECT_TRUE(stop.is_confirming());
  EXPECT_EQ(stop.next(), (ReplicateBlock{256, 256}));
  stop.report(9);
  EXPECT_TRUE(stop.done());
  EXPECT_TRUE(stop.narrow_enough());
  EXPECT_EQ(stop.result(), (ReplicateBlock{256, 256}));
}

TEST(SequentialStop, TakesAtLeast64EvenWhereNothingVaries) {
  SequentialStop stop(rule_of(0.1, 0, 5));
  EXPECT_EQ(stop.next(), (ReplicateBlock{5, 64}));
  stop.report(0);
  EXPECT_EQ(stop.next(), (ReplicateBlock{69, 64}));
}

TEST(SequentialStop, NoOrganisationIsInBothBlocks) {
  for (const std::uint32_t whole : {1U, 7U, 16U, 100U}) {
    for (const std::uint32_t first : {0U, 3U, 16U}) {
      SequentialStop stop(rule_of(0.1, whole, first));
      EXPECT_GE(stop.next().first, first);
      for (const double half_width : {0.5, 0.3, 0.05}) {
        EXPECT_EQ(stop.next().first % whole, 0U);
        EXPECT_EQ(stop.next().count % whole, 0U);
        EXPECT_GE(stop.next().count, 64U);
        EXPECT_GE(stop.searched().count / whole, 4U);
        stop.report(half_width);
      }
      EXPECT_EQ(stop.result().first, stop.searched().first + stop.searched().count);
      EXPECT_EQ(stop.result().first % whole, 0U);
    }
  }
}

TEST(SequentialStop, EndsWithinItsLimit) {
  for (const std::uint32_t most : {0U, 128U, 255U, 256U, 1000U, 1u << 20, ~0U}) {
    StopRule rule = rule_of(0.1);
    rule.most_replicates = most;
    SequentialStop stop(rule);
    std::uint64_t run = 0;
    while (!stop.done()) {
      run += stop.next().count;
      stop.report(1);
    }
    EXPECT_FALSE(stop.narrow_enough());
    EXPECT_EQ(run, 2ULL * stop.result().count);
    EXPECT_LE(run, std::max(most, 128U));
    EXPECT_GT(run, most / 2 - (most > 0));
  }
}

TEST(SequentialStop, WhatIsNotANumberEndsTheSearch) {
  SequentialStop stop(rule_of(0.1));
  stop.report(0.4);
  stop.report(std::numeric_limits<double>::quiet_NaN());
  EXPECT_TRUE(stop.done());
  EXPECT_FALSE(stop.narrow_enough());
  EXPECT_EQ(stop.result(), (ReplicateBlock{0, 128}));
}

}  // namespace
}  // namespace trust
