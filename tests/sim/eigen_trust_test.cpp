#include "sim/eigen_trust.hpp"

#include <gtest/gtest.h>

#include <Eigen/Core>
#include <Eigen/LU>
#include <algorithm>
#include <limits>
#include <numeric>

#include "tests/sim/random_arcs.hpp"

namespace trust {
namespace {

// Three people, each with a view of all three: rows (1/3, 1/3, 1/3), (1/2, 1/2, 0), (0, 1/4, 3/4).
const std::vector<Rating> three = {{0, 0, 1}, {0, 1, 1}, {0, 2, 1}, {1, 0, 2}, {1, 1, 2}, {2, 1, 1}, {2, 2, 3}};

TEST(EigenTrust, WithoutDampingIsTheLeftEigenvector) {
  const EigenTrust found = eigen_trust(3, three, {.damping = 0});
  EXPECT_TRUE(found.converged);
  EXPECT_NEAR(found.reputation[0], 3.0 / 11, 1e-9);
  EXPECT_NEAR(found.reputation[1], 4.0 / 11, 1e-9);
  EXPECT_NEAR(found.reputation[2], 4.0 / 11, 1e-9);
}

TEST(EigenTrust, WithDamping) {
  const EigenTrust found = eigen_trust(3, three, {.damping = 0.15});
  EXPECT_NEAR(found.reputation[0], 0.2825112, 1e-7);
  EXPECT_NEAR(found.reputation[1], 0.3587444, 1e-7);
  EXPECT_NEAR(found.reputation[2], 0.3587444, 1e-7);
}

TEST(EigenTrust, DampingOfOneIsWhatWasGiven) {
  const EigenTrust found = eigen_trust(3, three, {.damping = 1, .given = {1, 0, 3}});
  EXPECT_NEAR(found.reputation[0], 0.25, 1e-12);
  EXPECT_NEAR(found.reputation[1], 0, 1e-12);
  EXPECT_NEAR(found.reputation[2], 0.75, 1e-12);
}

TEST(EigenTrust, WhoTrustsNobodySpreadsTheirVoiceAsGiven) {
  // 0 -> 1, and 1 trusts nobody: t0 = t1 p0, t1 = t0 + t1 p1.
  const EigenTrust found = eigen_trust(2, std::vector<Rating>{{0, 1, 5}}, {.damping = 0, .given = {1, 3}});
  EXPECT_NEAR(found.reputation[0], 0.2, 1e-9);
  EXPECT_NEAR(found.reputation[1], 0.8, 1e-9);
}

TEST(EigenTrust, IgnoresNegativeTrust) {
  std::vector<Rating> ratings = three;
  ratings.push_back({1, 2, -5});
  EXPECT_EQ(eigen_trust(3, ratings).reputation, eigen_trust(3, three).reputation);
  const std::vector<Rating> hostile = {{0, 1, -1}, {1, 0, -1}};
  EXPECT_EQ(eigen_trust(2, hostile).reputation, (std::vector<double>{0.5, 0.5}));
}

TEST(EigenTrust, RatingsOfOnePairAddUp) {
  const std::vector<Rating> split = {{0, 1, 3}, {0, 2, 1}, {0, 1, -2}, {1, 0, 1}, {2, 0, 1}};
  const std::vector<Rating> whole = {{0, 1, 1}, {0, 2, 1}, {1, 0, 1}, {2, 0, 1}};
  EXPECT_EQ(eigen_trust(3, split).reputation, eigen_trust(3, whole).reputation);
}

TEST(EigenTrust, ACircleComesToRest) {
  const std::vector<Rating> circle = {{0, 1, 1}, {1, 0, 1}};
  const EigenTrust found = eigen_trust(2, circle, {.damping = 0, .given = {1, 0}});
  EXPECT_TRUE(found.converged);
  EXPECT_NEAR(found.reputation[0], 0.5, 1e-9);
}

TEST(EigenTrust, SaysWhereItStoppedTooEarly) {
  const EigenTrust found = eigen_trust(3, three, {.most_iterations = 2});
  EXPECT_FALSE(found.converged);
  EXPECT_EQ(found.iterations, 2);
}

TEST(EigenTrust, NobodyHasNoReputation) {
  EXPECT_TRUE(eigen_trust(0, {}).reputation.empty());
  EXPECT_EQ(eigen_trust(1, {}).reputation, std::vector<double>{1.0});
}

TEST(EigenTrust, RefusesWhatCannotBe) {
  const std::vector<Rating> outside = {{0, 3, 1}};
  const std::vector<Rating> unknown = {{0, 1, std::numeric_limits<double>::quiet_NaN()}};
  EXPECT_THROW(eigen_trust(3, outside), std::invalid_argument);
  EXPECT_THROW(eigen_trust(3, unknown), std::invalid_argument);
  for (const double damping : {-0.1, 1.1, std::numeric_limits<double>::quiet_NaN()}) {
    EXPECT_THROW(eigen_trust(3, three, {.damping = damping}), std::invalid_argument);
  }
  for (const std::vector<double>& given : {std::vector<double>{1, 1}, {0, 0, 0}, {1, -1, 1}}) {
    EXPECT_THROW(eigen_trust(3, three, {.given = given}), std::invalid_argument);
  }
}

// The equation solved another way: (I - (1 - a) C') t = a p.
std::vector<double> solved(Seat seats, const std::vector<Rating>& ratings, double damping) {
  Eigen::MatrixXd shares = Eigen::MatrixXd::Zero(seats, seats);
  for (const Rating& rating : ratings) shares(rating.source, rating.target) += std::max(rating.value, 0.0);
  for (Eigen::Index i = 0; i < shares.rows(); ++i) {
    const double sum = shares.row(i).sum();
    shares.row(i) =
        sum > 0 ? Eigen::RowVectorXd(shares.row(i) / sum) : Eigen::RowVectorXd::Constant(seats, 1.0 / seats);
  }
  const Eigen::MatrixXd left = Eigen::MatrixXd::Identity(seats, seats) - (1 - damping) * shares.transpose();
  const Eigen::VectorXd right = Eigen::VectorXd::Constant(seats, damping / seats);
  const Eigen::VectorXd found = left.partialPivLu().solve(right);
  return {found.begin(), found.end()};
}

TEST(EigenTrust, AgreesWithTheSolvedEquation) {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Seat seats = 2 + static_cast<Seat>(seed);
    oracle::SplitMix random(seed);
    std::vector<Rating> ratings;
    for (const Arc& arc : oracle::random_arcs(seats, 30, seed)) {
      ratings.push_back({arc.source, arc.target, static_cast<double>(random.below(200)) / 100.0 - 0.6});
    }
    const EigenTrust found = eigen_trust(seats, ratings, {.damping = 0.15});
    const std::vector<double> expected = solved(seats, ratings, 0.15);
    double sum = 0;
    for (Seat seat = 0; seat < seats; ++seat) {
      EXPECT_NEAR(found.reputation[seat], expected[seat], 1e-10);
      sum += found.reputation[seat];
    }
    EXPECT_NEAR(sum, 1, 1e-12);
  }
}

}  // namespace
}  // namespace trust
