// Circles never overlap, whatever their number and size, and the picture does not waste its room.
#include "viz/scene/packing.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <random>
#include <tuple>

namespace trust::viz {
namespace {

void expect_apart(std::span<const Point> centres, std::span<const float> radii, float gap) {
  ASSERT_EQ(centres.size(), radii.size());
  for (std::size_t i = 0; i < centres.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      EXPECT_GE(length(centres[i] - centres[j]), (radii[i] + radii[j] + gap) * 0.999F) << i << " and " << j;
    }
  }
}

void expect_inside(const Packing& packing, std::span<const float> radii) {
  for (std::size_t i = 0; i < radii.size(); ++i) {
    EXPECT_LE(length(packing.centres[i]) + radii[i], packing.radius * 1.001F) << i;
  }
}

std::vector<float> some_radii(std::size_t count, unsigned seed, float spread) {
  std::mt19937 random(seed);
  std::vector<float> radii;
  for (std::size_t i = 0; i < count; ++i) {
    radii.push_back(1 + spread * static_cast<float>(random() % 1000) / 1000);
  }
  std::sort(radii.rbegin(), radii.rend());
  return radii;
}

class Packings : public testing::TestWithParam<std::tuple<std::size_t, float>> {};

TEST_P(Packings, RingsNeitherOverlapNorLeaveTheirCircle) {
  const auto [count, spread] = GetParam();
  const auto radii = some_radii(count, 1, spread);
  const Packing packing = pack_in_rings(radii, 0.3F);
  expect_apart(packing.centres, radii, 0.3F);
  expect_inside(packing, radii);
  EXPECT_EQ(packing.centres[0], Point{}) << "the first stands in the middle";
}

TEST_P(Packings, SnugOnesNeitherOverlapNorLeaveTheirCircle) {
  const auto [count, spread] = GetParam();
  const auto radii = some_radii(count, 2, spread);
  const Packing packing = pack_snugly(radii, 0.3F);
  expect_apart(packing.centres, radii, 0.3F);
  expect_inside(packing, radii);
}

TEST_P(Packings, RowsDoNotOverlap) {
  const auto [count, spread] = GetParam();
  const auto radii = some_radii(count, 3, spread);
  expect_apart(pack_in_rows(radii, 0.5F, 0.7F, 1.7F), radii, 0.5F);
}

INSTANTIATE_TEST_SUITE_P(Sizes, Packings,
                         testing::Combine(testing::Values(1, 2, 3, 6, 7, 8, 9, 11, 20, 40, 73, 200),
                                          testing::Values(0.0F, 0.5F, 4.0F)));

TEST(Packing, SnugFillsAtLeastHalfOfItsCircle) {
  for (const std::size_t count : {7, 11, 13, 20, 40}) {
    const std::vector<float> radii(count, 1.0F);
    const Packing packing = pack_snugly(radii, 0);
    EXPECT_GE(static_cast<float>(count) / (packing.radius * packing.radius), 0.55F) << count;
  }
}

TEST(Packing, EightInATeamStandInOneRingAroundTheirLeader) {
  const std::vector<float> radii{1.6F, 1, 1, 1, 1, 1, 1, 1, 1};
  const Packing packing = pack_in_rings(radii, 0.9F);
  const float ring = length(packing.centres[1]);
  for (std::size_t i = 1; i < radii.size(); ++i) EXPECT_NEAR(length(packing.centres[i]), ring, 1e-4F);
}

TEST(Packing, ManyFunctionsTakeSeveralRows) {
  const std::vector<float> radii(12, 1.0F);
  const auto centres = pack_in_rows(radii, 0.2F, 0.2F, 1.7F);
  EXPECT_NE(centres.front().y, centres.back().y);
  EXPECT_EQ(pack_in_rows(std::vector<float>(2, 1.0F), 0.2F, 0.2F, 1.7F)[0].y,
            pack_in_rows(std::vector<float>(2, 1.0F), 0.2F, 0.2F, 1.7F)[1].y);
}

TEST(Packing, NothingGivesNothing) {
  EXPECT_TRUE(pack_in_rings({}, 1).centres.empty());
  EXPECT_TRUE(pack_snugly({}, 1).centres.empty());
  EXPECT_TRUE(pack_in_rows({}, 1, 1, 1).empty());
}

}  // namespace
}  // namespace trust::viz
