// The worst-hit team: shrinking by formulas on paper, the interval by published quantiles, and its edges.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "study/effects/worst_hit_team.hpp"
#include "tests/study/synthetic_luck.hpp"

namespace trust {
namespace {

// Teams with these effects; team t is off by `noise` in units 2t and 2t + 1, once up and once down: so all teams are
// equally uncertain, and the mean of teams is off as well.
Table spread_alike(const std::vector<double>& effects, double noise) {
  Table table(2 * effects.size(), effects.size());
  for (std::size_t u = 0; u < table.rows(); ++u) {
    for (std::size_t t = 0; t < effects.size(); ++t) {
      table.row(u)[t] = effects[t] + (u / 2 == t ? (u % 2 == 0 ? noise : -noise) : 0);
    }
  }
  return table;
}

TEST(WorstHitTeam, ShrinksAsStein) {
  const std::vector<double> effects = {-1, 0.5, -3, 1, 0.5};  // mean -0.4
  for (const double noise : {0.5, 2.0, 6.0, 20.0}) {
    const auto worst = worst_hit_team(spread_alike(effects, noise), Better::higher);
    ASSERT_TRUE(worst);
    // The luck of one team alone, off by `noise` in 2 of 10 units: its mean's variance is 2 noise^2 / 9 / 10.
    const double luck = 2 * noise * noise / 90;
    double squares = 0;
    for (const double effect : effects) squares += (effect + 0.4) * (effect + 0.4);
    const double share = luck / std::max(squares / 4, luck) * (5 - 3) / (5 - 1);
    EXPECT_EQ(worst->team, 2U);
    EXPECT_NEAR(worst->difference, -3, 1e-12);
    EXPECT_NEAR(worst->shrunk, -3 + share * 2.6, 1e-9) << noise;
  }
}

TEST(WorstHitTeam, LuckThatAllTeamsShareShrinksNobody) {
  Table table(6, 5);
  for (std::size_t u = 0; u < 6; ++u) {
    for (std::size_t t = 0; t < 5; ++t) table.row(u)[t] = (u % 2 == 0 ? 10.0 : -10.0) + static_cast<double>(t);
  }
  const auto worst = worst_hit_team(table, Better::higher);
  ASSERT_TRUE(worst);
  EXPECT_EQ(worst->team, 0U);
  EXPECT_EQ(worst->shrunk, 0);
  EXPECT_LT(worst->interval.low, -9);
}

TEST(WorstHitTeam, CorrectsTheEndOnTheSideOfLessHarm) {
  // Ten units and four teams: the ends miss in 4 % and in 1 %. t(9) is 2.821438 at 1 %; at 4 %, 1.972653.
  Table table(10, 4);
  for (std::size_t u = 0; u < 10; ++u) {
    for (std::size_t t = 0; t < 4; ++t) table.row(u)[t] = (t == 2 ? -3.0 : t == 3 ? 1.0 : 0.0) + (u % 2 == 0 ? 2 : -2);
  }
  const double error = std::sqrt(40.0 / 90);
  const auto worst = worst_hit_team(table, Better::higher);
  EXPECT_NEAR(worst->interval.low, -3 - 1.972653 * error, 1e-6);
  EXPECT_NEAR(worst->interval.high, -3 + 2.821438 * error, 1e-6);
  const auto most = worst_hit_team(table, Better::lower);
  EXPECT_EQ(most->team, 3U);
  EXPECT_NEAR(most->interval.low, 1 - 2.821438 * error, 1e-6);
  EXPECT_NEAR(most->interval.high, 1 + 1.972653 * error, 1e-6);
}

TEST(WorstHitTeam, AnUncertainTeamIsNotPickedForItsLuck) {
  // Team 3's -1.2 comes from two units of sixteen; team 0's -1 from all of them.
  Table table(16, 6);
  for (std::size_t u = 0; u < 16; ++u) {
    for (std::size_t t = 0; t < 6; ++t) table.row(u)[t] = 0.01 * static_cast<double>((u * 5 + t * 3) % 7);
    table.row(u)[0] -= 1;
    table.row(u)[3] += u == 4 ? -30 : u == 9 ? 10.8 : 0;
  }
  const auto worst = worst_hit_team(table, Better::higher);
  EXPECT_EQ(worst->team, 0U);
}

TEST(WorstHitTeam, NobodyIsWorstAmongOneOrWhereNothingDiffers) {
  EXPECT_FALSE(worst_hit_team(Table(16, 1), Better::higher));
  EXPECT_FALSE(worst_hit_team(Table(16, 0), Better::higher));
  EXPECT_FALSE(worst_hit_team(Table(16, 8), Better::higher));
  EXPECT_FALSE(worst_hit_team(Table(0, 8), Better::higher));
}

TEST(WorstHitTeam, TheSameInAllUnitsIsKnownExactly) {
  Table table(16, 5);
  for (std::size_t u = 0; u < 16; ++u) table.row(u)[3] = -0.1;
  const auto worst = worst_hit_team(table, Better::higher);
  EXPECT_EQ(worst->team, 3U);
  EXPECT_EQ(worst->difference, -0.1);
  EXPECT_EQ(worst->shrunk, -0.1);
  EXPECT_EQ(worst->interval.low, -0.1);
  EXPECT_EQ(worst->interval.high, -0.1);
}

TEST(WorstHitTeam, OneUnitHasNoInterval) {
  Table table(1, 4);
  table.row(0)[2] = 5;
  const auto worst = worst_hit_team(table, Better::lower);
  EXPECT_EQ(worst->team, 2U);
  EXPECT_EQ(worst->difference, 5);
  EXPECT_TRUE(std::isnan(worst->shrunk));
  EXPECT_TRUE(std::isnan(worst->interval.low));
}

TEST(WorstHitTeam, ATeamThatIsNotANumberIsNotDropped) {
  Table table = spread_alike({-1, 0.5, -3, 1, 0.5}, 2);
  table.row(4)[1] = std::numeric_limits<double>::quiet_NaN();
  const auto worst = worst_hit_team(table, Better::higher);
  ASSERT_TRUE(worst);
  EXPECT_EQ(worst->team, 1U);
  EXPECT_TRUE(std::isnan(worst->difference));
  EXPECT_TRUE(std::isnan(worst->interval.high));
}

TEST(WorstHitTeam, NoOrderOfUnitsChangesABitAndTheDirectionMirrors) {
  test::SyntheticLuck luck(6);
  Table table(20, 9);
  Table turned(20, 9);
  Table mirrored(20, 9);
  for (std::size_t u = 0; u < 20; ++u) {
    for (std::size_t t = 0; t < 9; ++t) {
      const double value = luck.normal() + 0.3 * static_cast<double>(t % 4);
      table.row(u)[t] = turned.row((u * 7 + 3) % 20)[t] = value;
      mirrored.row(u)[t] = -value;
    }
  }
  const auto one = worst_hit_team(table, Better::higher);
  const auto other = worst_hit_team(turned, Better::higher);
  const auto mirror = worst_hit_team(mirrored, Better::lower);
  EXPECT_EQ(one->team, other->team);
  EXPECT_EQ(one->shrunk, other->shrunk);
  EXPECT_EQ(one->interval.low, other->interval.low);
  EXPECT_EQ(one->interval.high, other->interval.high);
  EXPECT_EQ(mirror->team, one->team);
  EXPECT_NEAR(mirror->shrunk, -one->shrunk, 1e-12);
  EXPECT_NEAR(mirror->interval.low, -one->interval.high, 1e-12);
}

}  // namespace
}  // namespace trust
