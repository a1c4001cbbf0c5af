// The table of levers is sound, and no lever is there for nothing.
#include "models/parameters.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/models/every_rule.hpp"

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
  if (row.unit == "switch") return row.initial == row.high ? row.low : row.high;
  const float up = row.initial + 0.3F * (row.high - row.initial);
  return up > row.initial ? up : row.low;
}

// In which each mechanism is at work: people leave and come, promises are broken, a change and a vision are on offer.
Plan restless_plan() {
  Plan plan = lively_plan();
  std::erase_if(plan.events, [](const Event& event) { return event.kind == Event::Kind::reorganise; });
  Event promise = event_on(6, Event::Kind::response, 1);
  promise.response = Event::Response::promise;
  for (const Event::Response response : {Event::Response::denial, Event::Response::penance, Event::Response::apology}) {
    Event answer = event_on(5, Event::Kind::response, 0.5F);
    answer.response = response;
    plan.events.push_back(answer);
  }
  plan.events.push_back(promise);
  for (const auto& [lever, value] : std::vector<std::pair<Lever, float>>{{Lever::message_vision, 0.5F},
                                                                         {Lever::acumen_hours, 0.5F},
                                                                         {Lever::training_hours, 3.0F},
                                                                         {Lever::leads_work_rate, 0.5F},
                                                                         {Lever::opportunity_share, 0.8F},
                                                                         {Lever::opportunity_rate, 0.5F},
                                                                         {Lever::attention_threshold, 0.4F},
                                                                         {Lever::change_mandate, 0.5F},
                                                                         {Lever::campaign_rate, 0.5F},
                                                                         {Lever::change_innovation, 0.1F},
                                                                         {Lever::promise_propensity, 0.7F},
                                                                         {Lever::gossip_leaders, 1.5F}}) {
    plan.settings.push_back({{}, lever, value});
  }
  return plan;
}

std::shared_ptr<const World> restless_world() {
  auto organisation = std::make_shared<Organisation>(turbulent_world(64)->organisation());
  for (Seat seat = 0; seat < organisation->seats(); ++seat) {
    organisation->people[seat].self_awareness = static_cast<float>(seat % 5) / 4.0F;
    organisation->people[seat].location = seat % 16 < 8 ? "north" : "south";
    if (organisation->people[seat].role == 2 && seat % 8 == 1) organisation->people[seat].role = 3;
    if (organisation->people[seat].role == 0 && seat % 8 == 2) organisation->people[seat].role = 1;
  }
  return std::make_shared<const World>(std::move(organisation));
}

// Those of the levers that move nothing under these rules. Up to 15 at a time, each moved in a lane of its own, beside
// one lane without any change.
std::vector<Lever> without_effect(const std::vector<Lever>& levers, const Rules& rules, const Plan& base) {
  static const std::shared_ptr<const World> world = restless_world();
  std::vector<Lever> left;
  for (std::size_t first = 0; first < levers.size(); first += lane_columns - 1) {
    const std::size_t end = std::min(levers.size(), first + lane_columns - 1);
    std::vector<Plan> plans(1, base);
    for (std::size_t l = first; l < end; ++l) {
      plans.push_back(base);
      plans.back().settings.push_back({{}, levers[l], moved(parameter(levers[l]))});
    }
    std::vector<LanePlan> lanes;
    for (const Plan& plan : plans) lanes.push_back({3, &plan});
    Batch batch(world, lanes, {.seed = 11, .rules = rules});
    std::vector<bool> differs(lanes.size());
    for (int day = 0; day < 25; ++day) {
      batch.step();
      for (std::size_t l = 1; l < lanes.size(); ++l) {
        if (batch.figures(static_cast<int>(l)) != batch.figures(0)) differs[l] = true;
      }
    }
    for (std::size_t l = first; l < end; ++l) {
      const auto lane = static_cast<int>(l - first + 1);
      if (!differs[l - first + 1] && batch.lane_hash(lane) == batch.lane_hash(0)) left.push_back(levers[l]);
    }
  }
  return left;
}

// Under one rule and one plan or another: some levers belong to a rule, some show only where others are not at work.
TEST(Parameters, EveryLeverMovesSomething) {
  std::vector<Lever> left;
  for (const Parameter& row : parameters()) left.push_back(row.id);
  for (const Rules& rules : every_rule()) left = without_effect(left, rules, restless_plan());
  left = without_effect(left, {}, Plan{});
  for (const Lever lever : left) ADD_FAILURE() << parameter(lever).name << " moves nothing";
}

}  // namespace
}  // namespace trust::testing
