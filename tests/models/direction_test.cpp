// Each of the behaviours, raised alone, moves trust the way it should, and output with it where a channel leads there:
// paired replicates, same luck.
#include <gtest/gtest.h>

#include <iostream>

#include "tests/models/by_hand.hpp"

namespace trust::testing {
namespace {

constexpr int days = 250;
constexpr std::uint32_t replicates = 64;
constexpr double t_quantile = 1.9983;  // of Student's t with 63 degrees of freedom, at 0.975

struct LastDay {
  std::vector<double> trust;
  std::vector<double> output;
};

LastDay last_day(const Plan& plan) {
  static const std::shared_ptr<const World> world = small_world(64);
  LastDay figures;
  for (std::uint32_t first = 0; first < replicates; first += 16) {
    Batch batch(world, lanes_of(plan, first, 16), {.seed = 7});
    for (int day = 0; day < days; ++day) batch.step();
    for (int lane = 0; lane < 16; ++lane) {
      figures.trust.push_back(figure(batch, Measure::trust, lane));
      figures.output.push_back(figure(batch, Measure::output, lane));
    }
  }
  return figures;
}

Plan raised(Lever lever) {
  Plan plan;
  Intervention more = change_lasting(1, days);
  more.who.emplace_back();
  more.changes.push_back({LeverChange::How::add, lever, 0.2F});
  plan.interventions.push_back(more);
  return plan;
}

struct Interval {
  double low, middle, high;
};

Interval difference(const std::vector<double>& with, const std::vector<double>& without) {
  std::vector<double> pairs;
  for (std::size_t r = 0; r < with.size(); ++r) pairs.push_back(with[r] - without[r]);
  const Estimate found = estimate(pairs);
  return {found.mean - t_quantile * found.error, found.mean, found.mean + t_quantile * found.error};
}

std::ostream& operator<<(std::ostream& out, const Interval& interval) {
  return out << interval.middle << " [" << interval.low << ", " << interval.high << "]";
}

struct Direction {
  Lever lever;
  int trust;
  int output;  // 0: too little of it to be seen here
};

class RaisedAlone : public ::testing::TestWithParam<Direction> {};

void expect_sign(const Interval& found, int sign, const char* what) {
  if (sign == 0) return;
  EXPECT_GT(sign > 0 ? found.low : -found.high, 0) << what;
}

TEST_P(RaisedAlone, MovesTrustAndOutput) {
  const Direction& direction = GetParam();
  static const LastDay baseline = last_day(Plan{});
  const LastDay with = last_day(raised(direction.lever));
  const Interval trust = difference(with.trust, baseline.trust);
  const Interval output = difference(with.output, baseline.output);
  std::cout << parameter(direction.lever).name << " + 0.2: trust " << trust << ", output " << output << '\n';
  expect_sign(trust, direction.trust, "trust");
  expect_sign(output, direction.output, "output");
}

// Feedback without an agreement to give it costs trust. Discretion raises errors with trust: output may go either way.
INSTANTIATE_TEST_SUITE_P(
    Behaviours, RaisedAlone,
    ::testing::Values(
        Direction{Lever::recognition_propensity, +1, +1}, Direction{Lever::discretion_propensity, +1, 0},
        Direction{Lever::transparency_propensity, +1, +1}, Direction{Lever::micromanagement_propensity, -1, -1},
        Direction{Lever::accountability_propensity, +1, 0}, Direction{Lever::progress_propensity, +1, +1},
        Direction{Lever::team_building_propensity, +1, +1}, Direction{Lever::vulnerability_propensity, +1, +1},
        Direction{Lever::peer_feedback_propensity, -1, -1}, Direction{Lever::appreciation_propensity, +1, 0},
        Direction{Lever::responsiveness_propensity, +1, 0}, Direction{Lever::customer_focus_propensity, +1, 0},
        Direction{Lever::unbiased_propensity, +1, 0}, Direction{Lever::coaching_propensity, +1, 0},
        Direction{Lever::self_promotion_propensity, -1, -1}),
    [](const auto& behaviour) {
      const std::string_view name = parameter(behaviour.param.lever).name;
      return std::string(name.substr(0, name.find('.')));
    });

// Promises are nearly all kept as it is, so that they are looked at the other way round.
TEST(Promises, KeptLessOftenCostTrust) {
  Plan fewer;
  Intervention change = change_lasting(1, days);
  change.who.emplace_back();
  change.changes.push_back({LeverChange::How::add, Lever::promise_propensity, -0.2F});
  fewer.interventions.push_back(change);
  EXPECT_LT(difference(last_day(fewer).trust, last_day(Plan{}).trust).high, 0);
}

// Everybody's recognition, leaders' included.
Plan recognition_of(float propensity, float unexpected) {
  Plan plan = plan_with({{Lever::recognition_propensity, propensity}, {Lever::recognition_unexpected, unexpected}});
  plan.settings.push_back({{Target::Kind::role, "leader"}, Lever::recognition_propensity, propensity});
  return plan;
}

struct Doublings {
  Interval first, second;
};

Doublings two_doublings(float unexpected) {
  const LastDay once = last_day(recognition_of(0.25F, unexpected));
  const LastDay twice = last_day(recognition_of(0.5F, unexpected));
  const LastDay always = last_day(recognition_of(1.0F, unexpected));
  return {difference(twice.trust, once.trust), difference(always.trust, twice.trust)};
}

// Trust saturates by itself, so that the same is run without surprise for comparison.
TEST(Recognition, SurprisesLessTheMoreThereIs) {
  const Doublings fading = two_doublings(1);
  const Doublings lasting = two_doublings(0);
  std::cout << "with surprise: " << fading.first << " then " << fading.second << "; without: " << lasting.first
            << " then " << lasting.second << '\n';
  EXPECT_LT(fading.second.high, fading.first.low);
  EXPECT_LT(fading.second.middle / fading.first.middle, lasting.second.middle / lasting.first.middle);
}

}  // namespace
}  // namespace trust::testing
