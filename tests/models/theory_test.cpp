// Closed-form results that must come out of the shipped step(): the stationary state of asymmetric learning, the
// overhead that distrust costs, and the two fates of the closed loop.
#include <gtest/gtest.h>

#include <cmath>
#include <iostream>

#include "tests/models/by_hand.hpp"

namespace trust::testing {
namespace {

// Everything that is not the learning rule made neutral: each day each tie sees +1 or -1.
Plan learning_alone(float chance, float gain, float loss) {
  return plan_with({{Lever::contact_peer, 1.0F},
                    {Lever::contact_ordinary, -1.0F},
                    {Lever::recognition_effect, 2.0F},
                    {Lever::recognition_unexpected, 0.0F},
                    {Lever::recognition_peer, 1.0F},
                    {Lever::recognition_propensity, chance},
                    {Lever::discretion_propensity, 0.0F},
                    {Lever::transparency_propensity, 0.0F},
                    {Lever::micromanagement_propensity, 0.0F},
                    {Lever::team_building_propensity, 0.0F},
                    {Lever::vulnerability_propensity, 0.0F},
                    {Lever::peer_feedback_propensity, 0.0F},
                    {Lever::self_promotion_propensity, 0.0F},
                    {Lever::promise_propensity, 1.0F},
                    {Lever::promise_effect, 0.0F},
                    {Lever::recognition_delay, 0.0F},
                    {Lever::recognition_moderator, 0.0F},
                    {Lever::style_misread, 0.0F},
                    {Lever::style_projection, 0.0F},
                    {Lever::channel_in_person, 1.0F},
                    {Lever::exit_rate, 0.0F},
                    {Lever::tie_formation, 0.0F},
                    {Lever::tie_ending, 0.0F},
                    {Lever::behaviour_habit, 0.0F},
                    {Lever::behaviour_modelling, 0.0F},
                    {Lever::behaviour_trust_sensitivity, 0.0F},
                    {Lever::behaviour_stress_sensitivity, 0.0F},
                    {Lever::trust_gain, gain},
                    {Lever::trust_loss, loss},
                    {Lever::trust_half_life, 26000.0F},
                    {Lever::trust_disposition_within, 0.5F}});
}

// A ring: everybody is trusted by exactly one other, so that all ties are independent.
std::shared_ptr<const World> ring(Seat size) {
  std::vector<Tie> ties;
  for (Seat target = 0; target < size; ++target) ties.push_back({(target + 1) % size, target, 0.5F});
  return world_of(bare_organisation(size, ties));
}

struct Learning {
  float chance, gain, loss;
  double mean, deviation;
};

class StationaryState : public ::testing::TestWithParam<Learning> {};

// Each tie's own average over the days is one independent value, whatever the autocorrelation inside it.
TEST_P(StationaryState, HasTheMeanAndDeviationOfTheory) {
  const Learning& theory = GetParam();
  constexpr Seat size = 256;
  constexpr int burn_in = 300;
  constexpr int days = 1000;
  const Plan plan = learning_alone(theory.chance, theory.gain, theory.loss);
  Batch batch(ring(size), lanes_of(plan, 0, 16), {.seed = 1});
  for (int day = 0; day < burn_in; ++day) batch.step();
  const Slot slots = batch.world().graph().slots();
  std::vector<double> mean(slots * 16);
  std::vector<double> square(slots * 16);
  for (int day = 0; day < days; ++day) {
    batch.step();
    for (std::size_t cell = 0; cell < mean.size(); ++cell) {
      const double value = batch.state()[Column::trust].row(0)[cell];
      mean[cell] += value / days;
      square[cell] += (value - theory.mean) * (value - theory.mean) / days;
    }
  }
  std::vector<double> means, squares;
  for (std::size_t cell = 0; cell < mean.size(); ++cell) {
    if (batch.world().graph().source(static_cast<Slot>(cell / 16)) == no_seat) continue;
    means.push_back(mean[cell]);
    squares.push_back(square[cell]);
  }
  ASSERT_EQ(means.size(), size * 16U);

  const Estimate found = estimate(means);
  const Estimate variance = estimate(squares);
  std::cout << "mean " << found.mean << " +- " << found.error << " (theory " << theory.mean << "), deviation "
            << std::sqrt(variance.mean) << " +- " << variance.error / (2 * theory.deviation) << " (theory "
            << theory.deviation << ")\n";
  // The longest half-life still pulls to one half, by this much at most.
  const double pull = std::log(2.0) / 26000;
  const double approach = theory.gain * theory.chance + theory.loss * (1 - theory.chance);
  const double bias = pull / approach * std::abs(theory.mean - 0.5);
  EXPECT_NEAR(found.mean, theory.mean, 4 * found.error + bias);
  EXPECT_NEAR(variance.mean, theory.deviation * theory.deviation, 4 * variance.error + bias);
  EXPECT_LT(found.error, 5e-4);
}

INSTANTIATE_TEST_SUITE_P(AsymmetricLearning, StationaryState,
                         ::testing::Values(Learning{0.8F, 0.1F, 0.1F, 0.8, 0.0917662955},
                                           Learning{0.8F, 0.1F, 0.2F, 2.0 / 3.0, 0.1408590425},
                                           Learning{0.8F, 0.05F, 0.15F, 0.5714285714, 0.1172958325}));

// A manager whose trust in their one report is frozen.
double monitoring_at(float trust) {
  auto organisation = bare_organisation(2, {{0, 1, trust}});
  organisation->people[1].manager = 0;
  const Plan plan = plan_with({{Lever::trust_gain, 0.0F},
                               {Lever::trust_loss, 0.0F},
                               {Lever::trust_half_life, 26000.0F},
                               {Lever::trust_disposition_within, trust},
                               {Lever::monitoring_detection, 3.0F},
                               {Lever::monitoring_loss, 1.0F},
                               {Lever::monitoring_cost, 0.4F}});
  Batch batch(world_of(organisation), lanes_of(plan, 0, 1), {.seed = 1});
  batch.step();
  return batch.state()[Column::monitoring].at(1, 0);
}

TEST(Monitoring, IsWhatCostsTheSupervisorLeast) {
  EXPECT_NEAR(monitoring_at(0.0F), 0.6716343, 1e-6);
  EXPECT_NEAR(monitoring_at(0.5F), 0.4405853, 1e-6);
  EXPECT_NEAR(monitoring_at(0.7F), 0.2703101, 1e-6);
  EXPECT_GT(monitoring_at(0.8666F), 0);
  EXPECT_EQ(monitoring_at(0.8667F), 0);
  EXPECT_EQ(monitoring_at(1.0F), 0);
}

// Everybody knows everybody and behaves as well as they trust: p = logistic(8 (T - 0.5)), loss = ratio x gain.
double closed_loop(float start, float ratio, int days) {
  constexpr Seat size = 40;
  std::vector<Tie> ties;
  for (Seat target = 0; target < size; ++target) {
    for (Seat source = 0; source < size; ++source) {
      if (source != target) ties.push_back({source, target, start});
    }
  }
  constexpr float gain = 0.02F;
  Plan plan = learning_alone(0.5F, gain, ratio * gain);
  plan.settings.push_back({{}, Lever::behaviour_trust_sensitivity, 8.0F});
  Batch batch(world_of(bare_organisation(size, ties)), lanes_of(plan, 0, 4), {.seed = 1});
  for (int day = 0; day < days; ++day) batch.step();
  double mean = 0;
  for (int lane = 0; lane < 4; ++lane) mean += figure(batch, Measure::trust, lane) / 4;
  return mean;
}

// A smoke test: the fixed points for ratio 2 are 0.0098 and 0.947 (0.682 between them); for ratio 3.5 only a low one.
TEST(ClosedLoop, HasTwoFatesUntilLossesWeighTooMuch) {
  EXPECT_NEAR(closed_loop(0.9F, 2.0F, 800), 0.947, 0.02);
  EXPECT_NEAR(closed_loop(0.2F, 2.0F, 800), 0.0098, 0.01);
  EXPECT_LT(closed_loop(0.9F, 3.5F, 1500), 0.05);
}

}  // namespace
}  // namespace trust::testing
