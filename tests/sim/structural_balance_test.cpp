#include "sim/structural_balance.hpp"

#include <gtest/gtest.h>

#include <Eigen/Eigenvalues>
#include <limits>

#include "tests/sim/random_arcs.hpp"

namespace trust {
namespace {

std::vector<Liking> triad(double a, double b, double c) { return {{0, 1, a}, {1, 2, b}, {0, 2, c}}; }

TEST(Triads, AreBalancedWhereTheProductOfSignsIsPositive) {
  EXPECT_EQ(count_triads(3, triad(1, 1, 1)), (TriadCensus{.all_like = 1}));
  EXPECT_EQ(count_triads(3, triad(1, -1, -1)), (TriadCensus{.two_like_each_other = 1}));
  EXPECT_EQ(count_triads(3, triad(1, -1, 1)), (TriadCensus{.torn = 1}));
  EXPECT_EQ(count_triads(3, triad(-1, -1, -1)), (TriadCensus{.all_dislike = 1}));
  EXPECT_DOUBLE_EQ(count_triads(3, triad(1, 1, 1)).balanced(), 1);
  EXPECT_DOUBLE_EQ(count_triads(3, triad(1, -1, 1)).balanced(), 0);
}

TEST(Triads, NeedThreeWhoCare) {
  EXPECT_EQ(count_triads(3, triad(1, 0, 1)), TriadCensus{});
  EXPECT_EQ(count_triads(0, {}), TriadCensus{});
  EXPECT_DOUBLE_EQ(TriadCensus{}.balanced(), 0);
}

TEST(Triads, RefuseWhatCannotBe) {
  EXPECT_THROW(count_triads(3, std::vector<Liking>{{0, 3, 1}}), std::invalid_argument);
  EXPECT_THROW(count_triads(3, std::vector<Liking>{{1, 1, 1}}), std::invalid_argument);
  EXPECT_THROW(count_triads(3, std::vector<Liking>{{0, 1, 1}, {1, 0, 1}}), std::invalid_argument);
  EXPECT_THROW(count_triads(3, std::vector<Liking>{{0, 1, std::numeric_limits<double>::infinity()}}),
               std::invalid_argument);
}

std::vector<Liking> random_likings(Seat seats, unsigned percent, std::uint64_t seed) {
  oracle::SplitMix random(seed);
  std::vector<Liking> pairs;
  for (Seat one = 0; one < seats; ++one) {
    for (Seat other = one + 1; other < seats; ++other) {
      const double value = static_cast<double>(random.below(2001)) / 1000.0 - 1;
      if (random.below(100) < percent) pairs.push_back({one, other, value});
    }
  }
  return pairs;
}

Eigen::MatrixXd matrix_of(Seat seats, const std::vector<Liking>& pairs) {
  Eigen::MatrixXd matrix = Eigen::MatrixXd::Zero(seats, seats);
  for (const Liking& pair : pairs) matrix(pair.one, pair.other) = matrix(pair.other, pair.one) = pair.value;
  return matrix;
}

TEST(Triads, AgreeWithTheDefinition) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Seat seats = 3 + static_cast<Seat>(seed);
    const std::vector<Liking> pairs = random_likings(seats, 20 + 4 * static_cast<unsigned>(seed), seed);
    const Eigen::MatrixXd liking = matrix_of(seats, pairs);
    std::uint64_t balanced = 0, all = 0;
    for (Seat a = 0; a < seats; ++a) {
      for (Seat b = a + 1; b < seats; ++b) {
        for (Seat c = b + 1; c < seats; ++c) {
          const double product = liking(a, b) * liking(b, c) * liking(a, c);
          balanced += product > 0;
          all += product != 0;
        }
      }
    }
    const TriadCensus found = count_triads(seats, pairs);
    EXPECT_EQ(found.triads(), all);
    EXPECT_EQ(found.all_like + found.two_like_each_other, balanced);
  }
}

TEST(Camps, HarmonyIsOneCamp) {
  const Camps camps = camps_of(3, triad(1, 0.5, 2));
  EXPECT_EQ(camps.side, (std::vector<int>{1, 1, 1}));
  EXPECT_FALSE(camps.two_camps);
}

TEST(Camps, TwoWhoLikeEachOtherLeaveTheThird) {
  const Camps camps = camps_of(3, triad(1, -1, -1));
  EXPECT_EQ(camps.side, (std::vector<int>{1, 1, -1}));
  EXPECT_TRUE(camps.two_camps);
  EXPECT_NEAR(camps.growth, 2, 1e-9);  // the matrix is (1, 1, -1)(1, 1, -1)' less the identity
}

TEST(Camps, AStrangerTakesNoSide) { EXPECT_EQ(camps_of(4, triad(1, -1, -1)).side, (std::vector<int>{1, 1, -1, 0})); }

TEST(Camps, NobodyTakesASideWhereNothingGrows) {
  EXPECT_EQ(camps_of(2, {}).side, (std::vector<int>{0, 0}));
  EXPECT_TRUE(camps_of(0, {}).side.empty());
}

TEST(Camps, SayWhereTheyHaveNotSettled) {
  EXPECT_TRUE(camps_of(8, random_likings(8, 100, 3)).settled);
  EXPECT_FALSE(camps_of(8, random_likings(8, 100, 3), 2).settled);
}

TEST(LikingAfter, FollowsItsClosedForm) {
  Eigen::MatrixXd start(2, 2);
  start << 1, -0.5, -0.5, 1;
  EXPECT_NEAR(1 / leading_eigenvalue(start), 2.0 / 3, 1e-12);
  const Eigen::MatrixXd later = liking_after(start, 0.5);
  EXPECT_NEAR(later(0, 0), 10.0 / 3, 1e-12);
  EXPECT_NEAR(later(0, 1), -8.0 / 3, 1e-12);
  EXPECT_NEAR(later(1, 1), 10.0 / 3, 1e-12);
}

TEST(LikingAfter, SolvesItsEquation) {
  const Eigen::MatrixXd start = matrix_of(6, random_likings(6, 100, 4));
  const double time = 0.4 / leading_eigenvalue(start);
  constexpr double moment = 1e-5;
  const Eigen::MatrixXd slope =
      (liking_after(start, time + moment) - liking_after(start, time - moment)) / (2 * moment);
  const Eigen::MatrixXd now = liking_after(start, time);
  EXPECT_LT((slope - now * now).cwiseAbs().maxCoeff(), 1e-6 * (1 + (now * now).cwiseAbs().maxCoeff()));
}

TEST(LikingAfter, EndsInTheCampsOfTheLeadingEigenvector) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const std::vector<Liking> pairs = random_likings(6, 100, seed);
    const Eigen::MatrixXd start = matrix_of(6, pairs);
    const double leading = leading_eigenvalue(start);
    const Camps camps = camps_of(6, pairs);
    EXPECT_NEAR(camps.growth, leading, 1e-9);
    const Eigen::MatrixXd late = liking_after(start, 0.999999 / leading);
    for (Seat one = 0; one < 6; ++one) {
      for (Seat other = 0; other < 6; ++other) {
        EXPECT_GT(late(one, other) * camps.side[one] * camps.side[other], 0) << "seed " << seed;
      }
    }
  }
}

}  // namespace
}  // namespace trust
