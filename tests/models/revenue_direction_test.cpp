// Which way things go between trust, campaigns, leads and clients: with the same luck, one cause changed at a time.
#include <gtest/gtest.h>

#include <bit>

#include "models/behaviours/behaviour.hpp"
#include "tests/models/chain_by_hand.hpp"

namespace trust::testing {
namespace {

double sum_over_lanes(const Phases& phases, Measure measure) {
  double sum = 0;
  for (int lane = 0; lane < 16; ++lane) sum += phases.figure(measure, lane);
  return sum;
}

/// Sellers who know all marketers and trust them so much; each marketer reports to one leader who trusts them so, too.
std::shared_ptr<Organisation> acquainted(float trust) {
  auto organisation = strangers(10, 10);
  for (Seat target = 10; target < 20; ++target) {
    for (Seat source = 0; source < 10; ++source) organisation->ties.push_back({source, target, trust});
    organisation->people[target].manager = 0;
  }
  return organisation;
}

struct Answers {
  double leads = 0, followed = 0, rejected = 0, silent = 0;
};

Answers answers(const std::shared_ptr<Organisation>& organisation, const Plan& plan, float quality = 0.5F) {
  Phases phases(organisation, with(plan, {{Lever::leads_rate, 3.0F}}));
  phases.set(Column::leads_quality, quality);
  phases.set(Column::hours_outside, 3);  // what trust does by the way is not looked at here
  phases.set(Column::open_leads, 0);
  Answers sum;
  for (int day = 0; day < 30; ++day) {
    phases.day({"chain"});
    sum.leads += sum_over_lanes(phases, Measure::leads);
    sum.followed += sum_over_lanes(phases, Measure::leads_followed);
    sum.rejected += sum_over_lanes(phases, Measure::leads_rejected);
    sum.silent += sum_over_lanes(phases, Measure::leads_silent);
  }
  EXPECT_EQ(sum.leads, sum.followed + sum.rejected + sum.silent);
  return sum;
}

TEST(Directions, TrustInMarketingRaisesFollowUpAndTurnsSilenceIntoWords) {
  const Answers low = answers(acquainted(0.2F), {});
  const Answers high = answers(acquainted(0.8F), {});
  EXPECT_EQ(low.leads, high.leads);
  EXPECT_GT(high.followed, 1.3 * low.followed);
  EXPECT_GT(high.rejected / (high.rejected + high.silent), 1.5 * low.rejected / (low.rejected + low.silent));

  const Plan indifferent = plan_with({{Lever::follow_up_trust, 0.0F}, {Lever::reject_trust, 0.0F}});
  EXPECT_EQ(answers(acquainted(0.2F), indifferent).followed, answers(acquainted(0.8F), indifferent).followed);
  EXPECT_EQ(answers(acquainted(0.2F), indifferent).rejected, answers(acquainted(0.8F), indifferent).rejected);
}

TEST(Directions, QualityTrackingSkillAndRoomRaiseFollowUp) {
  const auto people = acquainted(0.5F);
  const double usual = answers(people, {}).followed;
  EXPECT_GT(answers(people, {}, 1.0F).followed, usual);
  EXPECT_GT(answers(people, plan_with({{Lever::leads_tracking, 1.0F}})).followed, usual);  // nobody has experience
  EXPECT_GT(answers(people, plan_with({{Lever::follow_up_volume, 1.0F}})).followed, usual);
  EXPECT_GT(answers(people, plan_with({{Lever::leads_capacity, 3.0F}})).followed, usual);
  EXPECT_GT(usual, answers(people, plan_with({{Lever::follow_up_load, 1.0F}})).followed);
}

TEST(Directions, TheExperiencedNeedNoTracking) {
  const auto tracked = plan_with({{Lever::leads_tracking, 1.0F}});
  auto experienced = acquainted(0.5F);
  for (Person& person : experienced->people) person.tenure_years = 10;
  const double gain_of_new = answers(acquainted(0.5F), tracked).followed - answers(acquainted(0.5F), {}).followed;
  const double gain_of_experienced = answers(experienced, tracked).followed - answers(experienced, {}).followed;
  EXPECT_GT(gain_of_new, 2 * gain_of_experienced);
}

// A leader who trusts, people who feel safe, nobody who blames: bold campaigns.
double bold_campaigns(float trust, float safety, float blame) {
  auto organisation = strangers(1, 20);
  for (Seat seat = 1; seat < 21; ++seat) {
    organisation->people[seat].manager = 0;
    organisation->ties.push_back({0, seat, trust});
  }
  Phases phases(organisation, plan_with({{Lever::campaign_rate, 1.0F}, {Lever::campaign_blame, blame}}));
  phases.set(Column::safety, safety);
  phases.day({"campaign"});
  return sum_over_lanes(phases, Measure::bold_share) / 16;
}

TEST(Directions, TrustAndSafetyMakeBold) {
  const double usual = bold_campaigns(0.5F, 0.4F, 0.2F);
  EXPECT_GT(bold_campaigns(0.8F, 0.4F, 0.2F), usual + 0.1);
  EXPECT_GT(bold_campaigns(0.5F, 0.7F, 0.2F), usual + 0.1);
  EXPECT_LT(bold_campaigns(0.5F, 0.4F, 0.8F), usual - 0.1);
}

// Awareness after a year of campaigns.
double awareness(const Plan& plan, float output = 1.5F) {
  Phases phases(acquainted(0.5F), plan);
  phases.set(Column::output, output);
  phases.set(Column::safety, 0.4F);
  for (int day = 0; day < 260; ++day) phases.day({"campaign", "market"});
  return sum_over_lanes(phases, Measure::awareness) / 16;
}

TEST(Directions, WhatCustomersSeeRaisesAwareness) {
  const double usual = awareness({});
  EXPECT_GT(awareness(plan_with({{Lever::campaign_visible, 1.0F}})), usual);
  EXPECT_GT(awareness({}, 2.5F), usual);
  EXPECT_GT(awareness(plan_with({{Lever::campaign_threshold, 0.2F}})), usual);  // bold campaigns bring more
  EXPECT_GT(awareness(plan_with({{Lever::client_referral, 1.0F}})), usual);
  EXPECT_LT(awareness(plan_with({{Lever::awareness_half_life, 20.0F}})), usual);
}

double quality(const Plan& plan, float hours, std::uint32_t checklist) {
  Phases phases(strangers(10, 5, 5), plan);
  phases.set(Column::output, hours);
  phases.set(Column::checklist, std::bit_cast<float>(checklist));
  phases.day({"campaign", "market"});
  return phases.at(Column::leads_quality, 0);
}

TEST(Directions, DevelopmentAndTheUseOfToolsRaiseTheQualityOfLeads) {
  const double usual = quality({}, 0.2F, 4);
  EXPECT_GT(quality({}, 0.5F, 4), usual);
  EXPECT_GT(quality({}, 0.2F, 8), usual);
  EXPECT_LT(quality(plan_with({{Lever::market_demand, 3.0F}}), 0.2F, 4), usual);
  EXPECT_FLOAT_EQ(static_cast<float>(quality(plan_with({{Lever::leads_rate, 0.0F}}), 0.0F, 0)), 0.7F);
}

double wins(const Plan& plan, float skill, float clients_trust) {
  Phases phases(strangers(20, 0), with(plan, {{Lever::leads_rate, 0.0F}}));
  phases.set(Column::skill, skill);
  phases.set(Column::clients_trust, clients_trust);
  phases.set(Column::open_opportunities, std::bit_cast<float>(30));
  double sum = 0;
  for (int day = 0; day < 20; ++day) {
    phases.day({"chain"});
    sum += sum_over_lanes(phases, Measure::wins);
  }
  return sum;
}

TEST(Directions, SkillAndClientTrustWinDeals) {
  const double usual = wins({}, 0.5F, 0.5F);
  EXPECT_GT(wins({}, 0.8F, 0.5F), usual);
  EXPECT_GT(wins({}, 0.5F, 0.9F), usual);
  EXPECT_EQ(wins(plan_with({{Lever::win_trust, 0.0F}}), 0.5F, 0.9F), usual);
}

// --- clients

struct Clients {
  double trust = 0, accounts = 0, reliability = 0;
};

/// Three functions of eight people; `kept` is the share of each function's people who keep their promises.
Clients clients(const std::array<int, 3>& kept, const Plan& plan = {}, float felt_trust = 0.5F, bool focused = true) {
  auto organisation = strangers(24, 0);
  organisation->functions = {"sales", "delivery", "service"};
  for (Seat seat = 0; seat < 24; ++seat) organisation->people[seat].function = seat % 3;
  Phases phases(organisation, plan);
  phases.set(Column::felt_trust, felt_trust);
  for (Seat seat = 0; seat < 24; ++seat) {
    const bool keeps = static_cast<int>(seat / 3) < kept[seat % 3];
    const std::uint32_t word = (keeps ? 1U : 0U) << static_cast<unsigned>(Behaviour::promise) |
                               (focused ? 1U : 0U) << static_cast<unsigned>(Behaviour::customer_focus);
    phases.batch().state()[Column::behaviour_word].fill_row(seat, std::bit_cast<float>(word));
  }
  for (int day = 0; day < 200; ++day) phases.day({"promise delivery", "serve"});
  return {sum_over_lanes(phases, Measure::client_trust) / 16, sum_over_lanes(phases, Measure::accounts) / 16,
          phases.at(Column::reliability, 0)};
}

// Six in eight keep their promises all over, or one function lets down more than all others could make good.
TEST(Clients, AreLetDownMostByTheWeakestLink) {
  const Plan plan = plan_with({{Lever::delivery_base, 0.0F}, {Lever::client_rate, 0.2F}});
  const Clients all = clients({8, 8, 8}, plan);
  const Clients even = clients({6, 6, 6}, plan);
  const Clients weak = clients({8, 8, 2}, plan);  // as many promises kept as in `even`
  EXPECT_NEAR(all.reliability, 1, 1e-6);
  EXPECT_NEAR(even.reliability, 0.421875, 1e-6);
  EXPECT_NEAR(weak.reliability, 0.25, 1e-6);
  EXPECT_GT(all.trust, even.trust + 0.1);
  EXPECT_GT(even.trust, weak.trust + 0.05);
  EXPECT_GT(all.accounts, weak.accounts);
}

TEST(Clients, FeelHowTrustedTheSellerIs) {
  const Plan open = plan_with({{Lever::client_openness, 0.3F}});
  EXPECT_GT(clients({8, 8, 8}, open, 0.8F).trust, clients({8, 8, 8}, open, 0.2F).trust + 0.02);
  const Plan closed = plan_with({{Lever::client_openness, 0.0F}});
  EXPECT_EQ(clients({8, 8, 8}, closed, 0.8F).trust, clients({8, 8, 8}, closed, 0.2F).trust);
}

TEST(Clients, TrustLessThoseWhoOnlySell) {
  const Plan plan = plan_with({{Lever::client_selling, 0.2F}});
  EXPECT_GT(clients({8, 8, 8}, plan, 0.5F, true).trust, clients({8, 8, 8}, plan, 0.5F, false).trust + 0.02);
}

TEST(Clients, StayWhereTheyTrust) {
  const auto left = [](float protection) {
    return clients({8, 8, 8}, plan_with({{Lever::client_churn, 3.0F}, {Lever::client_protection, protection}}))
        .accounts;
  };
  EXPECT_GT(left(3.0F), left(1.0F));
  EXPECT_GT(left(1.0F), left(0.0F));
}

// --- what others see of leads the day after

TEST(Happened, IsShownTheDayAfterHoweverManyStepsADayHas) {
  const Plan plan = plan_with({{Lever::leads_rate, 2.0F}, {Lever::exit_rate, 0.0F}});
  for (const int steps : {1, 2, 5}) {
    Batch batch(world_of(strangers(10, 0)), lanes_of(plan, 0, 16), {.seed = 2, .steps_per_day = steps});
    double shown = 0;
    for (int day = 0; day < 30; ++day) {
      batch.step();
      for (Seat seat = 0; seat < 10; ++seat) {
        for (int lane = 0; lane < 16; ++lane) {
          const auto bits = std::bit_cast<std::uint32_t>(batch.state()[Column::happened].at(seat, lane));
          EXPECT_EQ(bits & ~(3U << static_cast<unsigned>(Behaviour::answered_leads)), 0U);
          shown += bits != 0 ? 1 : 0;
        }
      }
    }
    EXPECT_NEAR(shown / (30 * 160), 1 - std::exp(-2.0), 0.1) << steps;  // any lead at all, at awareness about 1
  }
}

}  // namespace
}  // namespace trust::testing
