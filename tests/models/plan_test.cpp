#include "models/plan.hpp"

#include <gtest/gtest.h>

#include "tests/models/by_hand.hpp"

namespace trust::testing {
namespace {

Intervention lasting(int first_day, int last_day, int ramp_days) {
  Intervention intervention;
  intervention.first_day = first_day;
  intervention.last_day = last_day;
  intervention.ramp_days = ramp_days;
  return intervention;
}

TEST(Ramp, IsZeroOutsideItsDays) {
  const Intervention ten_days = lasting(5, 14, 4);
  for (const int day : {-1, 0, 4, 15, 1000}) EXPECT_EQ(ramp_on(ten_days, day), 0) << day;
}

TEST(Ramp, RisesInEqualStepsAndIsHeld) {
  const Intervention ten_days = lasting(5, 14, 4);
  EXPECT_EQ(ramp_on(ten_days, 5), 0.25F);
  EXPECT_EQ(ramp_on(ten_days, 6), 0.5F);
  EXPECT_EQ(ramp_on(ten_days, 7), 0.75F);
  for (int day = 8; day <= 14; ++day) EXPECT_EQ(ramp_on(ten_days, day), 1) << day;
}

TEST(Ramp, OfNoneOrOneDayIsFullAtOnce) {
  EXPECT_EQ(ramp_on(lasting(5, 14, 0), 5), 1);
  EXPECT_EQ(ramp_on(lasting(5, 14, 1), 5), 1);
}

TEST(Ramp, LongerThanTheInterventionNeverBecomesFull) { EXPECT_EQ(ramp_on(lasting(1, 5, 10), 5), 0.5F); }

TEST(Ramp, OfOneDayOrOfNone) {
  EXPECT_EQ(ramp_on(lasting(3, 3, 0), 3), 1);
  EXPECT_EQ(ramp_on(lasting(3, 2, 0), 3), 0);
}

TEST(Target, NamesEveryoneARoleAFunctionATeamOrAPerson) {
  const auto organisation = small_organisation(24);
  using Kind = Target::Kind;
  EXPECT_TRUE(matches({}, *organisation, 3));
  EXPECT_TRUE(matches({Kind::role, "leader"}, *organisation, 8));
  EXPECT_FALSE(matches({Kind::role, "leader"}, *organisation, 9));
  EXPECT_TRUE(matches({Kind::function, "marketing"}, *organisation, 9));
  EXPECT_FALSE(matches({Kind::function, "marketing"}, *organisation, 1));
  EXPECT_TRUE(matches({Kind::team, "Team 1"}, *organisation, 8));
  EXPECT_FALSE(matches({Kind::team, "Team 1"}, *organisation, 16));
  EXPECT_TRUE(matches({Kind::person, "p9"}, *organisation, 9));
  EXPECT_FALSE(matches({Kind::person, "p9"}, *organisation, 10));
}

}  // namespace
}  // namespace trust::testing
