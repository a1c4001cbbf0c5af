// What moves adoption in an organisation, each mechanism against the same weeks without it: same luck.
#include <gtest/gtest.h>

#include "tests/models/quiet.hpp"

namespace trust::testing {
namespace {

// Sales and marketing in teams of eight, marketing with a person each who carries the change.
std::shared_ptr<const World> organisation_with(bool carriers, float more_trust_in_them = 0) {
  auto organisation = std::make_shared<Organisation>(*small_organisation(64, 0.3));
  const auto carries = [&](Seat seat) { return seat % 8 == 3 && seat / 8 % 2 == 1; };
  for (Seat seat = 0; seat < 64; ++seat) {
    if (carriers && carries(seat)) organisation->people[seat].role = 3;
  }
  for (Tie& tie : organisation->ties) {
    if (carries(tie.target)) tie.trust = std::clamp(tie.trust + more_trust_in_them, 0.0F, 1.0F);
  }
  return world_of(organisation);
}

Plan offer(std::vector<std::pair<Lever, float>> more = {}) {
  std::vector<std::pair<Lever, float>> levers = {{Lever::change_offered, 1.0F},
                                                 {Lever::change_threshold, 0.15F},
                                                 {Lever::change_spread, 0.15F},
                                                 {Lever::change_permission, 0.0F}};
  levers.insert(levers.end(), more.begin(), more.end());
  return quiet_plan(levers);
}

double after(const std::shared_ptr<const World>& world, const Plan& plan, int weeks,
             Measure measure = Measure::adoption) {
  Batch batch(world, lanes_of(plan, 0, 16), {.seed = 2});
  for (int day = 0; day < 5 * weeks - 4; ++day) batch.step();
  double mean = 0;
  for (int lane = 0; lane < 16; ++lane) mean += figure(batch, measure, lane) / 16;
  return mean;
}

TEST(Offer, IsNeededForAdoption) {
  const auto world = organisation_with(true);
  EXPECT_EQ(after(world, offer({{Lever::change_offered, 0.0F}}), 20), 0);
  EXPECT_GT(after(world, offer(), 20), 0.5);
}

// S1-8: those who make the new way work are the first who do; without them nobody starts.
TEST(Carriers, StartTheChange) {
  const Plan plan = offer({{Lever::change_spread, 0.0F}});
  EXPECT_EQ(after(organisation_with(false), plan, 20), 0);
  EXPECT_EQ(after(organisation_with(true), plan, 1), 4.0 / 64);
  EXPECT_GT(after(organisation_with(true), plan, 20), 4.0 / 64);
}

// S1-6, S1-7: without emotional permission the change is a non-starter, whatever the others do.
TEST(EmotionalPermission, MakesTheChangeANonStarterWhereItIsMissing) {
  const auto distrusted = organisation_with(true, -0.4F);
  EXPECT_GT(after(distrusted, offer(), 30), 0.6);
  EXPECT_LT(after(distrusted, offer({{Lever::change_permission, 0.5F}}), 30), 0.25);
}

// S1-10: it slows the change.
TEST(EmotionalPermission, SlowsTheChangeWhereItIsScarce) {
  const auto world = organisation_with(true);
  for (const int weeks : {4, 8}) {
    EXPECT_LT(after(world, offer({{Lever::change_permission, 0.5F}}), weeks), after(world, offer(), weeks)) << weeks;
  }
}

// S1-9, S1-11: trust in the carriers, built before, carries the change further and faster.
TEST(TrustInCarriers, SpeedsTheChange) {
  const Plan plan = offer({{Lever::change_permission, 0.35F}});
  for (const int weeks : {3, 6, 20}) {
    EXPECT_GT(after(organisation_with(true, 0.25F), plan, weeks), after(organisation_with(true, 0), plan, weeks))
        << weeks;
  }
}

// S1-5: literal permission alone helps, but less than emotional permission does.
TEST(Mandate, HelpsALittle) {
  const auto world = organisation_with(true);
  const std::pair<Lever, float> scarce{Lever::change_permission, 0.5F};
  const double without = after(world, offer({scarce}), 6);
  const double mandated = after(world, offer({scarce, {Lever::change_mandate, 1.0F}}), 6);
  const double permitted = after(world, offer(), 6);
  EXPECT_GT(mandated, without);
  EXPECT_GT(permitted, mandated);
}

// People differ: with the same mean, some dare before others do.
TEST(Spread, LetsAChangeStartThatWouldStall) {
  const auto world = organisation_with(true);
  const double alike = after(world, offer({{Lever::change_threshold, 0.3F}, {Lever::change_spread, 0.0F}}), 30);
  const double different = after(world, offer({{Lever::change_threshold, 0.3F}, {Lever::change_spread, 0.3F}}), 30);
  EXPECT_LT(alike, 0.15);
  EXPECT_GT(different, alike + 0.2);
}

// S0-24, for the change: what is new costs time at first.
TEST(NewWay, CostsHoursWhileItIsNew) {
  const auto world = organisation_with(true);
  const auto hours = [&](float cost, int weeks) {
    return after(world, offer({{Lever::change_hours, cost}}), weeks, Measure::hours_outside);
  };
  EXPECT_LT(hours(1.0F, 10), hours(0.0F, 10) - 0.1);
  EXPECT_GT(hours(0.0F, 10) - hours(1.0F, 10), hours(0.0F, 100) - hours(1.0F, 100));
}

}  // namespace
}  // namespace trust::testing
