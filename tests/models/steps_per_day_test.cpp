// Cutting the day into more steps must not change what happens on average, as long as little happens in one step.
#include <gtest/gtest.h>

#include <iostream>

#include "tests/models/by_hand.hpp"

namespace trust::testing {
namespace {

constexpr float slow = 0.02F;
constexpr int days = 150;

// Rare contacts and slow feelings: the limit in which the length of a step stops mattering.
Plan slow_plan() {
  return plan_with({{Lever::contact_manager, slow},
                    {Lever::contact_report, slow},
                    {Lever::contact_peer, slow},
                    {Lever::contact_across, slow},
                    {Lever::contact_leaders, slow},
                    {Lever::trust_gain, 0.2F},
                    {Lever::trust_loss, 0.4F},
                    {Lever::felt_rate, slow},
                    {Lever::clarity_rate, slow},
                    {Lever::signal_rate, slow},
                    {Lever::stress_rate, slow},
                    {Lever::energy_rate, slow},
                    {Lever::engagement_rate, slow},
                    {Lever::safety_rate, slow},
                    {Lever::recognition_memory, 60.0F}});
}

std::vector<Estimate> last_day(const std::shared_ptr<const World>& world, int steps_per_day) {
  const Plan plan = slow_plan();
  std::vector<std::vector<double>> values(measure_count);
  for (std::uint32_t first = 0; first < 64; first += 16) {
    Batch batch(world, lanes_of(plan, first, 16), {.seed = 9, .steps_per_day = steps_per_day});
    for (int day = 0; day < days; ++day) batch.step();
    for (int lane = 0; lane < 16; ++lane) {
      for (std::size_t m = 0; m < measure_count; ++m) values[m].push_back(batch.figures(lane)[m]);
    }
  }
  std::vector<Estimate> estimates;
  for (const auto& of_measure : values) estimates.push_back(estimate(of_measure));
  return estimates;
}

class StepsPerDay : public ::testing::TestWithParam<int> {};

TEST_P(StepsPerDay, DoNotChangeWhereThingsGo) {
  const auto world = small_world(64);
  const std::vector<Estimate> one = last_day(world, 1);
  const std::vector<Estimate> several = last_day(world, GetParam());
  for (const MeasureRow& row : measures()) {
    const auto m = static_cast<std::size_t>(row.id);
    const double error = std::hypot(one[m].error, several[m].error);
    // What is left of the order in which a day's changes are made: of the order of a rate, of the value.
    const double of_order = 0.1 * slow * std::abs(one[m].mean);
    std::cout << row.name << ": " << one[m].mean << " and " << several[m].mean << " +- " << error << '\n';
    EXPECT_NEAR(one[m].mean, several[m].mean, 4 * error + of_order) << row.name;
  }
}

INSTANTIATE_TEST_SUITE_P(TwoAndFour, StepsPerDay, ::testing::Values(2, 4));

TEST(StepsPerDay, KeepTheCalendar) {
  const Plan plan;
  Batch batch(small_world(16), lanes_of(plan, 0, 1), {.seed = 9, .steps_per_day = 4});
  batch.step();
  EXPECT_EQ(batch.day(), 1);
}

}  // namespace
}  // namespace trust::testing
