// Violations, repair and adoption leave the same bits whichever replicates share a batch, however many threads work and
// on every instruction set.
#include <gtest/gtest.h>

#include "tests/models/quiet.hpp"

namespace trust::testing {
namespace {

constexpr int days = 12;

std::shared_ptr<const World> world_with_carriers() {
  auto organisation = std::make_shared<Organisation>(*small_organisation(200, 0.2));
  for (Seat seat = 11; seat < 200; seat += 16) organisation->people[seat].role = 3;
  return world_of(organisation);
}

Event about(Target who, int day, Event::Kind kind, float share) {
  Event event = event_about({}, day, kind);
  event.who = {std::move(who)};
  event.share = share;
  event.severity = 0.4F;
  return event;
}

Plan eventful_plan() {
  Plan plan = plan_with({{Lever::change_offered, 1.0F},
                         {Lever::change_permission, 0.2F},
                         {Lever::change_innovation, 0.02F},
                         {Lever::change_imitation, 0.3F},
                         {Lever::repair_hazard, 0.1F}});
  const Target sales{Target::Kind::function, "sales"};
  plan.events = {about({}, 1, Event::Kind::contract, 0.5F), about(sales, 2, Event::Kind::violation, 0.6F),
                 about({}, 3, Event::Kind::violation, 0.3F), about(sales, 3, Event::Kind::response, 0.5F),
                 about({}, 5, Event::Kind::response, 0.5F)};
  plan.events[1].deception = true;
  plan.events[1].dimension = Dimension::integrity;
  plan.events[4].response = Event::Response::promise;
  return plan;
}

std::vector<std::uint64_t> hashes(const Plan& plan, std::uint32_t first, int lanes, const BatchOptions& options) {
  static const std::shared_ptr<const World> world = world_with_carriers();
  Batch batch(world, lanes_of(plan, first, lanes), options);
  return hashes_after(batch, days);
}

TEST(ChangeAndRepair, LeaveTheSameBitsHoweverTheyAreRun) {
  const Plan plan = eventful_plan();
  const auto all = hashes(plan, 0, 16, {.seed = 4});
  const auto portable = hashes(plan, 0, 16, {.seed = 4, .instruction_set = InstructionSet::portable});
  EXPECT_EQ(all, portable);
  EXPECT_EQ(all, hashes(plan, 0, 16, {.seed = 4, .parallelism = Parallelism::blocks}));
  for (const std::uint32_t replicate : {0U, 5U, 15U}) {
    EXPECT_EQ(hashes(plan, replicate, 1, {.seed = 4})[0], all[replicate]) << replicate;
  }
}

// Two lanes under two plans that say the same, beside lanes under a plan that says nothing.
TEST(ChangeAndRepair, BelongToTheLanesWhosePlanSaysSo) {
  const Plan eventful = eventful_plan();
  const Plan copy = eventful;
  const Plan empty;
  const std::vector<LanePlan> lanes = {{7, &empty}, {7, &eventful}, {3, &empty}, {3, &copy}};
  Batch batch(world_with_carriers(), lanes, {.seed = 4});
  const auto mixed = hashes_after(batch, days);
  EXPECT_EQ(mixed[1], hashes(eventful, 7, 1, {.seed = 4})[0]);
  EXPECT_EQ(mixed[3], hashes(eventful, 3, 1, {.seed = 4})[0]);
  EXPECT_EQ(mixed[0], hashes(empty, 7, 1, {.seed = 4})[0]);
  EXPECT_EQ(mixed[2], hashes(empty, 3, 1, {.seed = 4})[0]);
}

}  // namespace
}  // namespace trust::testing
