// The table of levers is sound, and no lever is there for nothing.
#include "models/parameters.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/models/by_hand.hpp"

namespace trust::testing {
namespace {

TEST(Parameters, StandInTheOrderOfTheirIdentifiers) {
  ASSERT_EQ(parameters().size(), lever_count);
  for (std::size_t l = 0; l < lever_count; ++l) {
    EXPECT_EQ(static_cast<std::size_t>(parameters()[l].id), l);
    EXPECT_EQ(&parameter(static_cast<Lever>(l)), &parameters()[l]);
  }
}

TEST(Parameters, HaveDottedNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (const Parameter& row : parameters()) {
    EXPECT_TRUE(names.insert(row.name).second) << row.name << " stands there twice";
    EXPECT_EQ(std::count(row.name.begin(), row.name.end(), '.'), 1) << row.name;
    EXPECT_EQ(row.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_."), std::string_view::npos) << row.name;
    EXPECT_EQ(find_lever(row.name), row.id);
  }
  EXPECT_EQ(find_lever("no.such"), std::nullopt);
  EXPECT_EQ(find_lever(""), std::nullopt);
}

TEST(Parameters, SayWhatTheyAre) {
  for (const Parameter& row : parameters()) {
    EXPECT_FALSE(row.sentence.empty() || row.unit.empty() || row.prior.empty() || row.group.empty()) << row.name;
    EXPECT_TRUE(row.sentence.ends_with('.')) << row.name;
    EXPECT_FALSE(row.source.empty()) << row.name;
  }
}

TEST(Parameters, HaveDefaultsWithinTheirRanges) {
  for (const Parameter& row : parameters()) {
    EXPECT_LT(row.low, row.high) << row.name;
    EXPECT_GE(row.initial, row.low) << row.name;
    EXPECT_LE(row.initial, row.high) << row.name;
  }
}

TEST(Parameters, OfAGroupStandTogether) {
  std::set<std::string_view> closed;
  std::string_view group;
  for (const Parameter& row : parameters()) {
    if (row.group == group) continue;
    closed.insert(group);
    group = row.group;
    EXPECT_FALSE(closed.contains(group)) << row.name << " is apart from the rest of '" << group << "'";
  }
}

TEST(Parameters, AllComeIntoTheReferencePage) {
  const std::string page = parameters_as_markdown();
  for (const Parameter& row : parameters()) {
    EXPECT_THAT(page, ::testing::HasSubstr("| `" + std::string(row.name) + "` | " + std::string(row.sentence)));
    EXPECT_THAT(page, ::testing::HasSubstr("\n## " + std::string(row.group) + "\n"));
  }
}

float moved(const Parameter& row) {
  const float up = row.initial + 0.3F * (row.high - row.initial);
  return up > row.initial ? up : row.low;
}

// Up to 15 levers at a time, each moved in a lane of its own, beside one lane without any change.
TEST(Parameters, EveryLeverMovesSomething) {
  const auto world = small_world(64);
  for (std::size_t first = 0; first < lever_count; first += lane_columns - 1) {
    const std::size_t end = std::min(lever_count, first + lane_columns - 1);
    std::vector<Plan> plans(1);
    for (std::size_t l = first; l < end; ++l)
      plans.push_back(plan_with({{static_cast<Lever>(l), moved(parameters()[l])}}));
    std::vector<LanePlan> lanes;
    for (const Plan& plan : plans) lanes.push_back({3, &plan});
    Batch batch(world, lanes, {.seed = 11});
    const auto hashes = hashes_after(batch, 8);
    for (std::size_t l = first; l < end; ++l) {
      EXPECT_NE(hashes[l - first + 1], hashes[0]) << parameters()[l].name << " moves nothing";
    }
  }
}

}  // namespace
}  // namespace trust::testing
