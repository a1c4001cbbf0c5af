// A fork goes on from the day its batch is at as if its plan had been followed from the first day.
#include <gtest/gtest.h>

#include <stdexcept>

#include "tests/models/every_rule.hpp"

namespace trust::testing {
namespace {

constexpr int lanes = 12;
constexpr int fork_day = 9;  // of the lively plan's reorganisations, one was before and three come after

// What a plan does until the day and after it, put together.
Plan until_and_after(const Plan& first, const Plan& then, int day) {
  Plan plan = first;
  for (Event& event : plan.events) {
    if (event.day > day) event.day = 0;  // never, but its place is kept: an event's luck goes by it
  }
  for (const Event& event : then.events) {
    if (event.day > day) plan.events.push_back(event);
  }
  Intervention change = change_lasting(day + 1, 25);
  change.who.push_back({Target::Kind::team, "Team 1"});
  change.ramp_days = 5;
  change.money_per_day = 7;
  change.changes.push_back({LeverChange::How::add, Lever::transparency_propensity, 0.3F});
  plan.interventions.push_back(change);
  return plan;
}

Plan other_events() {
  Plan plan;
  plan.events = {event_on(10, Event::Kind::reorganise, 0.7F), event_on(11, Event::Kind::violation, 0.5F),
                 event_on(12, Event::Kind::replace, 0.2F), event_on(20, Event::Kind::reorganise, 0.4F)};
  return plan;
}

std::vector<const Plan*> for_all_lanes(const Plan& plan) { return std::vector<const Plan*>(lanes, &plan); }

void expect_same_until(Batch& one, Batch& other, int last_day) {
  for (int day = one.day(); day <= last_day; ++day) {
    ASSERT_EQ(one.day(), other.day());
    ASSERT_EQ(one.column_hashes(), other.column_hashes()) << "day " << day;
    for (int lane = 0; lane < lanes; ++lane) ASSERT_EQ(one.figures(lane), other.figures(lane)) << "day " << day;
    if (day == last_day) return;
    one.step();
    other.step();
  }
}

class ForkUnder : public ::testing::TestWithParam<Rules> {};

TEST_P(ForkUnder, IsThePlanFromTheFirstDay) {
  const auto world = turbulent_world(40);
  const Plan lively = lively_plan();
  const Plan branch = until_and_after(lively, other_events(), fork_day);
  const BatchOptions options{.seed = 3, .steps_per_day = 2, .rules = GetParam()};
  Batch trunk(world, lanes_of(lively, 0, lanes), options);
  Batch from_day_0(world, lanes_of(branch, 0, lanes), options);
  for (int day = 0; day < fork_day; ++day) {
    trunk.step();
    from_day_0.step();
  }
  Batch fork = trunk.fork(for_all_lanes(branch));
  expect_same_until(fork, from_day_0, 30);

  Batch undisturbed(world, lanes_of(lively, 0, lanes), options);
  for (int day = 0; day < fork_day; ++day) undisturbed.step();
  expect_same_until(trunk, undisturbed, 30);
  EXPECT_NE(trunk.column_hashes(), fork.column_hashes());
}

INSTANTIATE_TEST_SUITE_P(OfEveryRule, ForkUnder, ::testing::ValuesIn(every_rule()), name_of_rules);

// What a fork leaves behind lives on in it alone, and a fork may be forked.
TEST(Fork, OutlivesItsBatchAndForksAgain) {
  const auto world = turbulent_world(40);
  const Plan lively = lively_plan();
  const auto fork_of_fork = [&] {
    Batch trunk(world, lanes_of(lively, 0, lanes), {.seed = 3});
    for (int day = 0; day < 4; ++day) trunk.step();
    Batch fork = trunk.fork(for_all_lanes(lively));
    for (int day = 4; day < 14; ++day) fork.step();  // through two reorganisations
    return fork.fork(for_all_lanes(lively));
  };
  Batch forked = fork_of_fork();
  Batch through(world, lanes_of(lively, 0, lanes), {.seed = 3});
  for (int day = 0; day < 14; ++day) through.step();
  expect_same_until(forked, through, 28);
}

TEST(Fork, LanesMayGoOnUnderPlansOfTheirOwn) {
  const auto world = turbulent_world(40);
  const Plan plain;
  const Plan changed = until_and_after(plain, plain, 5);
  Batch trunk(world, lanes_of(plain, 0, lanes), {.seed = 3});
  for (int day = 0; day < 5; ++day) trunk.step();
  std::vector<const Plan*> plans = for_all_lanes(plain);
  plans[2] = &changed;
  Batch fork = trunk.fork(plans);
  const auto expected = hashes_after(trunk, 10);
  const auto found = hashes_after(fork, 10);
  for (std::size_t lane = 0; lane < lanes; ++lane) EXPECT_EQ(found[lane] == expected[lane], lane != 2) << lane;
}

TEST(Fork, RefusesPlansThatCannotGoOn) {
  const auto world = turbulent_world(40);
  const Plan lively = lively_plan();
  Batch trunk(world, lanes_of(lively, 0, lanes), {.seed = 3});
  for (int day = 0; day < fork_day; ++day) trunk.step();
  const Plan without_the_first_reorganisation;
  EXPECT_THROW(trunk.fork(for_all_lanes(without_the_first_reorganisation)), std::invalid_argument);
  std::vector<const Plan*> too_few = for_all_lanes(lively);
  too_few.pop_back();
  EXPECT_THROW(trunk.fork(too_few), std::invalid_argument);
  std::vector<const Plan*> apart = for_all_lanes(lively);
  const Plan other = until_and_after(lively, other_events(), fork_day);
  apart[3] = &other;
  EXPECT_THROW(trunk.fork(apart), std::invalid_argument);
}

}  // namespace
}  // namespace trust::testing
