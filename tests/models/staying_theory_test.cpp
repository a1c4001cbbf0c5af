// What coming and going adds up to, where it can be said beforehand.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/models/by_hand.hpp"
#include "tests/models/turbulent.hpp"

namespace trust::testing {
namespace {

constexpr std::pair<Lever, float> constant_hazard[] = {
    {Lever::exit_trust, 0.0F}, {Lever::exit_stress, 0.0F}, {Lever::exit_peers, 0.0F}, {Lever::exit_growth, 0.0F}};

Plan plan_of_constant_hazard(float per_year) {
  Plan plan = plan_with({{Lever::exit_rate, per_year}});
  for (const auto& [lever, value] : constant_hazard) plan.settings.push_back({{}, lever, value});
  return plan;
}

struct Flows {
  double exits = 0;
  double hires = 0;
  double person_days = 0;
  double vacant_days = 0;
  std::vector<double> share_filled;  // a lane each, over the days
};

Flows flows_over(Batch& batch, int days) {
  Flows flows;
  flows.share_filled.assign(static_cast<std::size_t>(batch.lanes()), 0.0);
  for (int day = 0; day < days; ++day) {
    for (int lane = 0; lane < batch.lanes(); ++lane) {  // who is there in the morning can leave
      flows.person_days += figure(batch, Measure::people, lane);
      flows.vacant_days += figure(batch, Measure::vacancies, lane);
      flows.share_filled[static_cast<std::size_t>(lane)] +=
          figure(batch, Measure::people, lane) / batch.world().seats() / days;
    }
    batch.step();
    for (int lane = 0; lane < batch.lanes(); ++lane) {
      flows.exits += figure(batch, Measure::exits, lane);
      flows.hires += figure(batch, Measure::hires, lane);
    }
  }
  return flows;
}

// Seats of nobody's acquaintance: with constant hazards each is a chain of two states of its own.
TEST(StayingTheory, VacanciesLastAndSeatsAreFilledAsTheRatesSay) {
  const Plan plan = plan_of_constant_hazard(0.324F);  // 0.027 a month
  Batch batch(world_of(bare_organisation(300, {})), lanes_of(plan, 0, 16), {.seed = 11});
  for (int day = 0; day < 500; ++day) batch.step();  // four times the time in which the start is forgotten
  const Flows flows = flows_over(batch, 500);
  const double leaving = -std::expm1(-0.324 / 260);
  const double filling = -std::expm1(-1.0 / 134);
  EXPECT_NEAR(flows.exits / flows.person_days, leaving, 4 * leaving / std::sqrt(flows.exits));
  const double mean_vacancy = flows.vacant_days / flows.hires;
  EXPECT_NEAR(mean_vacancy, 1 / filling, 4 / filling / std::sqrt(flows.hires));
  EXPECT_NEAR(1 / filling, 134, 1);
  const Estimate filled = estimate(flows.share_filled);
  EXPECT_NEAR(filled.mean, filling / (leaving + filling), 4 * filled.error);
  EXPECT_NEAR(filling / (leaving + filling), 1 / (1 + 0.027 * 6.2), 0.002);  // 0.857
}

TEST(StayingTheory, StepsOfADayDoNotChangeTheRates) {
  const Plan plan = plan_of_constant_hazard(2);
  const auto world = world_of(bare_organisation(300, {}));
  for (const int steps : {1, 4}) {
    Batch batch(world, lanes_of(plan, 0, 16), {.seed = 11, .steps_per_day = steps});
    const Flows flows = flows_over(batch, 40);
    const double leaving = -std::expm1(-2.0 / 260);
    EXPECT_NEAR(flows.exits / flows.person_days, leaving, 4 * leaving / std::sqrt(flows.exits)) << steps;
  }
}

TEST(StayingTheory, NobodyIsLostAndNobodyComesFromNowhere) {
  const Plan plan = turbulent_plan();
  for (const int steps : {1, 3}) {
    Batch batch(turbulent_world(80), lanes_of(plan, 0, 16), {.seed = 2, .steps_per_day = steps});
    std::vector<double> people;
    for (int lane = 0; lane < 16; ++lane) people.push_back(figure(batch, Measure::people, lane));
    EXPECT_LT(people[0], 80);  // seats that are open on day 0
    for (int day = 1; day <= 30; ++day) {
      batch.step();
      for (int lane = 0; lane < 16; ++lane) {
        double& there = people[static_cast<std::size_t>(lane)];
        there += figure(batch, Measure::hires, lane) - figure(batch, Measure::exits, lane);
        ASSERT_EQ(figure(batch, Measure::people, lane), there) << "day " << day << ", lane " << lane;
        ASSERT_EQ(figure(batch, Measure::vacancies, lane), 80 - there);
      }
    }
  }
}

TEST(StayingTheory, ANewcomerNeedsThreeMonthsForNineTenthsOfTheOutput) {
  const double days_to_90_percent = 30 * std::log(10.0);
  EXPECT_NEAR(days_to_90_percent / (260.0 / 12), 3.2, 0.02);
  // The same day with and without the ramp: nothing of that day but output depends on it.
  const auto world = small_world(24);
  const Plan usual = plan_with({{Lever::exit_rate, 0.0F}});
  const Plan at_once = plan_with({{Lever::exit_rate, 0.0F}, {Lever::ramp_days, 0.01F}});
  for (const float tenure : {0.0F, 10.0F, 69.0F}) {
    std::vector<float> output;
    for (const Plan* plan : {&usual, &at_once}) {
      Batch batch(world, lanes_of(*plan, 0, 1), {.seed = 1});
      batch.state()[Column::tenure].at(3, 0) = tenure;
      batch.step();
      output.push_back(batch.state()[Column::output].at(3, 0));
    }
    EXPECT_NEAR(output[0] / output[1], 1 - std::exp(-(tenure + 1) / 30), 1e-5) << tenure;
  }
}

// Yearly, as written: models/staying/README.md.
double hazard(const Batch& batch, Seat seat, int lane) {
  const auto lever = [&](Lever which) { return static_cast<double>(batch.lever(which, seat, lane)); };
  const auto column = [&](Column which) { return static_cast<double>(batch.state()[which].at(seat, lane)); };
  return lever(Lever::exit_rate) *
         std::exp(-lever(Lever::exit_trust) * (column(Column::trust_given) - lever(Lever::exit_trust_reference)) +
                  lever(Lever::exit_stress) * (column(Column::stress) - 1.0 / 3) +
                  lever(Lever::exit_peers) * column(Column::peer_exits) -
                  lever(Lever::exit_growth) * column(Column::hours_learning));
}

double mean_log_hazard(Batch& batch, int days, Seat except) {
  for (int day = 0; day < days; ++day) batch.step();
  double sum = 0;
  int count = 0;
  for (Seat seat = 0; seat < batch.world().seats(); ++seat) {
    if (seat % 8 == except) continue;
    for (int lane = 0; lane < batch.lanes(); ++lane) {
      sum += std::log(hazard(batch, seat, lane));
      ++count;
    }
  }
  return sum / count;
}

// Sunder and others 2017: that colleagues leave moves people more than how well they do themselves. A third of one's
// skill is taken for "doing worse" (one and a half standard deviations of people's skill).
TEST(StayingTheory, PeersWhoLeaveMoveMoreThanOnesOwnPerformance) {
  const auto usual = small_organisation(64);
  auto unskilled = std::make_shared<Organisation>(*usual);
  for (Person& person : unskilled->people) person.skill *= 2.0F / 3.0F;
  Plan calm = plan_with({{Lever::exit_rate, 0.0001F}});
  Plan one_leaves = calm;
  for (Seat seat = 3; seat < 64; seat += 8) {
    one_leaves.events.push_back(event_on(5, Event::Kind::leave, 1, {Target::Kind::person, "p" + std::to_string(seat)}));
  }
  constexpr int days = 15;
  const auto hazard_of = [&](const std::shared_ptr<const Organisation>& organisation, const Plan& plan) {
    Batch batch(world_of(std::make_shared<Organisation>(*organisation)), lanes_of(plan, 0, 8), {.seed = 4});
    return mean_log_hazard(batch, days, 3);
  };
  const double reference = hazard_of(usual, calm);
  const double of_peers = hazard_of(usual, one_leaves) - reference;
  const double of_own = hazard_of(unskilled, calm) - reference;
  EXPECT_GT(of_peers, 0.1);
  EXPECT_GT(of_peers, 2 * std::abs(of_own));
}

TEST(StayingTheory, PeerExitsAreForgottenByHalfInTheirHalfLife) {
  const auto world = small_world(16);
  Plan plan = plan_with({{Lever::exit_rate, 0.0F}, {Lever::exit_peer_memory, 20.0F}});
  plan.events.push_back(event_on(1, Event::Kind::leave, 1, {Target::Kind::person, "p3"}));
  Batch batch(world, lanes_of(plan, 0, 1), {.seed = 4});
  batch.step();
  const auto exits_near = [&](Seat seat) { return batch.state()[Column::peer_exits].at(seat, 0); };
  EXPECT_FLOAT_EQ(exits_near(1), 1.0F / 7);
  EXPECT_EQ(exits_near(9), 0);  // another team
  EXPECT_EQ(exits_near(3), 0);
  for (int day = 0; day < 20; ++day) batch.step();
  EXPECT_NEAR(exits_near(1), 0.5 / 7, 1e-6);
}

}  // namespace
}  // namespace trust::testing
