// Closed-form results of the chain from awareness to revenue, out of the shipped phases: portfolios of campaigns, the
// stock of awareness, Poisson leads and their thinning, expected revenue, the life of an account; and what happens
// where there is nobody.
#include <gtest/gtest.h>

#include <cmath>
#include <initializer_list>

#include "tests/models/chain_by_hand.hpp"

namespace trust::testing {
namespace {

void expect_near(const Estimate& found, double theory) {
  EXPECT_NEAR(found.mean, theory, 4 * found.error);
  EXPECT_LT(found.error, 0.05 * theory);  // else the comparison would say nothing
}

// --- campaigns and awareness

// Each person brings out a campaign a day that counts as it pays off.
Plan campaigns_alone() {
  return plan_with({{Lever::campaign_rate, 1.0F},
                    {Lever::campaign_visible, 1.0F},
                    {Lever::campaign_output, 1.0F},
                    {Lever::awareness_campaign, 1.0F},
                    {Lever::awareness_half_life, 65.0F},
                    {Lever::client_referral, 0.0F}});
}

TEST(Campaigns, APortfolioHasTheMeanAndVarianceOfTheory) {
  // Three in ten are bold: the log-odds of that, whatever trust there is.
  Phases phases(strangers(0, 1), with(campaigns_alone(), {{Lever::campaign_safe_mean, 1.0F},
                                                          {Lever::campaign_safe_deviation, 0.2F},
                                                          {Lever::campaign_bold_mean, 1.3F},
                                                          {Lever::campaign_bold_deviation, 1.0F},
                                                          {Lever::campaign_sensitivity, 1.0F},
                                                          {Lever::campaign_blame, 1.0F},
                                                          {Lever::campaign_threshold, 0.8472979F}}));
  phases.set(Column::safety, 0);
  phases.set(Column::output, 1);
  phases.set(Column::awareness, 100);  // so high that bad campaigns do not bring it to 0
  const double kept = std::exp2(-1.0 / 65);
  std::vector<double> pay_offs, squares, bold;
  for (int day = 0; day < 1500; ++day) {
    std::vector<double> before;
    for (int lane = 0; lane < 16; ++lane) before.push_back(phases.at(Column::awareness, lane));
    phases.day({"campaign", "market"});
    for (std::size_t lane = 0; lane < 16; ++lane) {
      const double pay_off = phases.at(Column::awareness, static_cast<int>(lane)) - kept * before[lane];
      pay_offs.push_back(pay_off);
      squares.push_back((pay_off - 1.09) * (pay_off - 1.09));
      bold.push_back(phases.figure(Measure::bold_share, static_cast<int>(lane)));
    }
  }
  expect_near(estimate(bold), 0.3);
  expect_near(estimate(pay_offs), 1.09);
  expect_near(estimate(squares), 0.3469);
}

TEST(Awareness, HasTheSteadyStateAndTheHalfLifeOfAStock) {
  Phases phases(strangers(0, 3), with(campaigns_alone(), {{Lever::awareness_campaign, 0.2F},
                                                          {Lever::campaign_safe_mean, 1.5F},
                                                          {Lever::campaign_safe_deviation, 0.0F},
                                                          {Lever::campaign_bold_mean, 1.5F},
                                                          {Lever::campaign_bold_deviation, 0.0F}}));
  phases.set(Column::output, 1);
  for (int day = 0; day < 1500; ++day) phases.day({"campaign", "market"});
  const double steady = 0.2 * 1.5 / (1 - std::exp2(-1.0 / 65));
  EXPECT_NEAR(phases.at(Column::awareness, 0), steady, 1e-4 * steady);
  EXPECT_NEAR(steady, 0.2 * 1.5 / (std::log(2.0) / 65), 0.01 * steady);  // b campaign / delta, in continuous time

  phases.set(Column::output, 0);
  for (int day = 0; day < 65; ++day) phases.day({"campaign", "market"});
  EXPECT_NEAR(phases.at(Column::awareness, 0), steady / 2, 1e-4 * steady);
}

TEST(Awareness, GrowsWithTrustingClients) {
  Phases phases(strangers(10, 0), plan_with({{Lever::client_referral, 0.26F}, {Lever::awareness_half_life, 26000.0F}}));
  phases.set(Column::awareness, 0);
  phases.set(Column::clients_trust, 0.5F);
  phases.day({"campaign", "market"});
  EXPECT_NEAR(phases.at(Column::awareness, 0), 0.26 / 260 * 6 * 0.5, 1e-8);  // six accounts each
}

// --- leads

// Whatever the person and the lead, a share `follow` is followed up.
Plan follow(double share, float leads) {
  return plan_with({{Lever::leads_rate, leads},
                    {Lever::market_demand, 1.0F},
                    {Lever::follow_up_base, static_cast<float>(std::log(share / (1 - share)))},
                    {Lever::follow_up_trust, 0.0F},
                    {Lever::follow_up_quality, 0.0F},
                    {Lever::follow_up_tracking, 0.0F},
                    {Lever::follow_up_volume, 0.0F},
                    {Lever::follow_up_load, 0.0F},
                    {Lever::leads_work_rate, 1.0F},
                    {Lever::opportunity_share, 0.5F},
                    {Lever::opportunity_rate, 1.0F},
                    {Lever::win_base, 0.0F},
                    {Lever::win_skill, 0.0F},
                    {Lever::win_trust, 0.0F},
                    {Lever::deal_value, 100.0F}});
}

class PoissonLeads : public ::testing::TestWithParam<float> {};

// Both means are also variances: a thinned Poisson count is one.
TEST_P(PoissonLeads, HaveTheirMeanAsVarianceAndStaySoWhenThinned) {
  constexpr Seat sellers = 8;
  const double mean = sellers * GetParam();
  Phases phases(strangers(sellers, 0), follow(0.3, GetParam()));
  std::vector<double> leads, followed, leads_squared, followed_squared;
  for (int day = 0; day < 400; ++day) {
    phases.day({"chain"});
    for (int lane = 0; lane < 16; ++lane) {
      leads.push_back(phases.figure(Measure::leads, lane));
      followed.push_back(phases.figure(Measure::leads_followed, lane));
      leads_squared.push_back(std::pow(leads.back() - mean, 2));
      followed_squared.push_back(std::pow(followed.back() - 0.3 * mean, 2));
    }
  }
  expect_near(estimate(leads), mean);
  expect_near(estimate(leads_squared), mean);
  expect_near(estimate(followed), 0.3 * mean);
  expect_near(estimate(followed_squared), 0.3 * mean);
}

INSTANTIATE_TEST_SUITE_P(FewAndMany, PoissonLeads, ::testing::Values(0.2F, 1.0F, 8.0F, 20.0F));

// No smaller, no larger: the chances of the first counts themselves.
TEST(PoissonLeadsOfOne, HaveTheChancesOfTheFormula) {
  Phases phases(strangers(1, 0), follow(0.3, 1.5F));
  std::vector<std::vector<double>> is(6);
  for (int day = 0; day < 3000; ++day) {
    phases.day({"chain"});
    for (int lane = 0; lane < 16; ++lane) {
      for (std::size_t count = 0; count < is.size(); ++count) {
        is[count].push_back(phases.figure(Measure::leads, lane) == static_cast<double>(count) ? 1 : 0);
      }
    }
  }
  double chance = std::exp(-1.5);
  for (std::size_t count = 0; count < is.size(); ++count) {
    const Estimate found = estimate(is[count]);
    EXPECT_NEAR(found.mean, chance, 4 * found.error) << count;
    chance *= 1.5 / static_cast<double>(count + 1);
  }
}

TEST(Revenue, HasTheExpectationOfTheChain) {
  constexpr Seat sellers = 10;
  Phases phases(strangers(sellers, 0), follow(0.3, 3.0F));
  std::vector<double> revenue;
  for (int day = 0; day < 600; ++day) {
    phases.day({"chain"});
    if (day < 5) continue;  // a lead takes two days to a win
    for (int lane = 0; lane < 16; ++lane) revenue.push_back(phases.figure(Measure::revenue, lane));
  }
  expect_near(estimate(revenue), sellers * 3.0 * 0.3 * 0.5 * 0.5 * 100.0);
}

// All stages have elasticity 1.
TEST(Revenue, GrowsBy2133WhereFollowUpGoesFrom30To64Percent) {
  constexpr Seat sellers = 20;
  Phases usual(strangers(sellers, 0), follow(0.30, 8.0F));
  Phases better(strangers(sellers, 0), follow(0.64, 8.0F));
  const double factor = 0.64 / 0.30;
  EXPECT_NEAR(factor, 2.133, 4e-4);
  std::vector<double> before, after, difference;
  for (int day = 0; day < 100; ++day) {
    usual.day({"chain"});
    better.day({"chain"});
    if (day < 5) continue;
    for (int lane = 0; lane < 16; ++lane) {
      before.push_back(usual.figure(Measure::revenue, lane));
      after.push_back(better.figure(Measure::revenue, lane));
      difference.push_back(after.back() - factor * before.back());
      EXPECT_EQ(usual.figure(Measure::leads, lane), better.figure(Measure::leads, lane));
    }
  }
  const Estimate found = estimate(difference);
  EXPECT_NEAR(found.mean, 0, 4 * found.error);
  EXPECT_NEAR(estimate(after).mean / estimate(before).mean, 2.133, 0.05);
}

TEST(Revenue, CountsADealMoreWhereSellerAndCarriersWorkTheNewWay) {
  auto organisation = strangers(10, 4);
  for (Seat seat = 10; seat < 14; ++seat) organisation->people[seat].role = 3;  // field marketers carry the change
  Phases phases(organisation, with(follow(0.5, 5.0F), {{Lever::change_payoff, 0.5F}}));
  phases.set(Column::adopted, 1);
  phases.batch().state()[Column::adopted].fill_row(13, 0);  // three of four
  double wins = 0;
  for (int day = 0; day < 20; ++day) {
    phases.day({"campaign", "chain"});
    for (int lane = 0; lane < 16; ++lane) {
      const double won = phases.figure(Measure::wins, lane);
      wins += won;
      EXPECT_NEAR(phases.figure(Measure::revenue, lane), won * 100 * (1 + 0.5 * 0.75), 0.01 * won);
    }
  }
  EXPECT_GT(wins, 100);
}

TEST(Revenue, IsADaysShareOfTheAccountsWhereNothingIsWon) {
  Phases phases(strangers(10, 0),
                plan_with({{Lever::leads_rate, 0.0F}, {Lever::client_churn, 0.0F}, {Lever::account_value, 2600.0F}}));
  phases.day({"chain", "serve"});
  EXPECT_EQ(phases.figure(Measure::accounts, 3), 60);
  EXPECT_NEAR(phases.figure(Measure::revenue, 3), 600, 1e-9);
}

// --- accounts

TEST(Accounts, LiveAsLongAsTheirHazardSays) {
  constexpr Seat sellers = 100;
  constexpr int days = 200;
  Phases phases(strangers(sellers, 0), plan_with({{Lever::client_service, 0.0F},
                                                  {Lever::client_churn, 2.0F},
                                                  {Lever::client_protection, 1.0F},
                                                  {Lever::client_initial, 0.5F},
                                                  {Lever::account_value, 260.0F}}));
  std::vector<double> worth(16);
  for (int day = 0; day < days; ++day) {
    phases.day({"serve"});
    for (int lane = 0; lane < 16; ++lane)
      worth[static_cast<std::size_t>(lane)] += phases.figure(Measure::revenue, lane);
  }
  const double hazard = 2 * std::exp(-0.5) / 260;
  std::vector<double> alive;
  for (int lane = 0; lane < 16; ++lane) alive.push_back(phases.figure(Measure::accounts, lane) / (6 * sellers));
  expect_near(estimate(alive), std::exp(-hazard * days));
  // The value of a client over that time, at 1 a day: r + r^2 + ... = r (1 - r^days) / (1 - r).
  const double r = std::exp(-hazard);
  for (double& value : worth) value /= 6 * sellers;
  expect_near(estimate(worth), r * (1 - std::pow(r, days)) / (1 - r));
}

TEST(Accounts, SettleWhereDeliveryIs) {
  Phases phases(strangers(20, 0), plan_with({{Lever::client_service, 0.5F},
                                             {Lever::client_churn, 0.0F},
                                             {Lever::client_openness, 0.2F},
                                             {Lever::client_selling, 0.0F},
                                             {Lever::client_rate, 0.1F}}));
  phases.set(Column::reliability, 0.8F);
  phases.set(Column::felt_trust, 0.5F);
  std::vector<double> trust(16);
  for (int day = 0; day < 600; ++day) {
    phases.day({"serve"});
    if (day < 200) continue;
    for (int lane = 0; lane < 16; ++lane) {
      trust[static_cast<std::size_t>(lane)] += phases.figure(Measure::client_trust, lane) / 400;
    }
  }
  expect_near(estimate(trust), 0.8 * (1 - 0.2 + 0.2 * 0.5));
}

// --- nobody there

void expect_all_finite(const Batch& batch) {
  for (int lane = 0; lane < batch.lanes(); ++lane) {
    for (const double value : batch.figures(lane)) EXPECT_TRUE(std::isfinite(value));
  }
}

TEST(NobodyThere, AtAllIsWellDefined) {
  Phases phases(strangers(0, 0), {});
  for (int day = 0; day < 3; ++day) phases.batch().step();
  expect_all_finite(phases.batch());
  EXPECT_EQ(phases.figure(Measure::leads, 0), 0);
}

TEST(NobodyThere, NoSellersMeansNoLeadsAndNoAccounts) {
  Phases phases(strangers(0, 5, 2), {});
  for (int day = 0; day < 30; ++day) phases.batch().step();
  expect_all_finite(phases.batch());
  for (const Measure measure : {Measure::leads, Measure::wins, Measure::accounts, Measure::client_trust}) {
    EXPECT_EQ(phases.figure(measure, 0), 0);
  }
  EXPECT_GT(phases.figure(Measure::awareness, 0), 0);
}

TEST(NobodyThere, NoMarketersMeansThatAwarenessFades) {
  Phases phases(strangers(5, 0), plan_with({{Lever::client_referral, 0.0F}, {Lever::awareness_half_life, 10.0F}}));
  for (int day = 0; day < 30; ++day) phases.batch().step();
  expect_all_finite(phases.batch());
  EXPECT_NEAR(phases.figure(Measure::awareness, 0), 0.125, 1e-5);
  EXPECT_EQ(phases.figure(Measure::bold_share, 0), 0);
}

TEST(NobodyThere, NoPlacesMeansNoAccounts) {
  auto organisation = strangers(5, 5);
  organisation->account_places = 0;
  organisation->initial_accounts = 0;
  Phases phases(organisation, plan_with({{Lever::client_initial, 0.3F}}));
  for (int day = 0; day < 30; ++day) phases.batch().step();
  expect_all_finite(phases.batch());
  EXPECT_EQ(phases.figure(Measure::accounts, 0), 0);
  EXPECT_EQ(phases.batch().state()[Column::clients_trust].at(0, 0), 0.3F);
}

TEST(NobodyThere, EmptySeatsSellNothing) {
  auto organisation = strangers(5, 5, 5);
  for (Person& person : organisation->people) person.open = true;
  Phases phases(organisation, plan_with({{Lever::refill_days, 26000.0F}, {Lever::leads_rate, 5.0F}}));
  for (int day = 0; day < 3; ++day) phases.batch().step();
  expect_all_finite(phases.batch());
  for (int lane = 0; lane < 16; ++lane) {
    if (phases.figure(Measure::people, lane) > 0) continue;
    EXPECT_EQ(phases.figure(Measure::leads, lane), 0);
    EXPECT_EQ(phases.figure(Measure::accounts, lane), 0);
  }
}

TEST(NobodyThere, RatesOfNothingBringNothing) {
  Phases phases(strangers(5, 5, 5), plan_with({{Lever::campaign_rate, 0.0F},
                                               {Lever::leads_rate, 0.0F},
                                               {Lever::client_service, 0.0F},
                                               {Lever::client_churn, 0.0F},
                                               {Lever::exit_rate, 0.0F}}));
  for (int day = 0; day < 20; ++day) phases.batch().step();
  expect_all_finite(phases.batch());
  EXPECT_EQ(phases.figure(Measure::leads, 0), 0);
  EXPECT_EQ(phases.figure(Measure::accounts, 0), 30);
}

TEST(NobodyThere, MoreLeadsThanAnybodyCanCountAreTheMostThereAre) {
  Phases phases(strangers(2, 0), follow(0.5, 20.0F));
  phases.set(Column::awareness, 1e9F);
  phases.day({"chain"});
  for (int lane = 0; lane < 16; ++lane) EXPECT_NEAR(phases.figure(Measure::leads, lane), 1024, 200);
}

// --- every lead has one end

TEST(Leads, AreAllAccountedForEveryDay) {
  const Plan plan = plan_with({{Lever::exit_rate, 20.0F},
                               {Lever::refill_days, 10.0F},
                               {Lever::leads_rate, 3.0F},
                               {Lever::opportunity_rate, 0.2F}});
  Batch batch(small_world(40), lanes_of(plan, 0, 16), {.seed = 5});
  const State& state = batch.state();
  const auto count = [&](Column column, std::size_t row, int lane) {
    return std::bit_cast<std::int32_t>(state[column].at(row, lane));
  };
  double exits = 0;
  std::int64_t won = 0;
  for (int day = 0; day < 80; ++day) {
    batch.step();
    for (int lane = 0; lane < 16; ++lane) {
      exits += figure(batch, Measure::exits, lane);
      std::int64_t rest = count(Column::leads_in_all, 0, lane);
      for (const Column ended :
           {Column::won_in_all, Column::lost_in_all, Column::rejected_in_all, Column::silent_in_all}) {
        rest -= count(ended, 0, lane);
      }
      for (Seat seat = 0; seat < batch.world().seats(); ++seat) {
        rest -= count(Column::open_leads, seat, lane) + count(Column::open_opportunities, seat, lane);
      }
      ASSERT_EQ(rest, 0) << "day " << day << ", lane " << lane;
    }
  }
  for (int lane = 0; lane < 16; ++lane) won += count(Column::won_in_all, 0, lane);
  EXPECT_GT(exits, 100);  // or the test would not see what becomes of leavers' leads
  EXPECT_GT(won, 50);
}

}  // namespace
}  // namespace trust::testing
