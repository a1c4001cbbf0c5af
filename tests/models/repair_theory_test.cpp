// Violations and what answers them, as known from Kim, Ferrin, Cooper & Dirks 2004 and Schweitzer, Hershey & Bradlow
// 2006, under every rule of trust, through the shipped day.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/models/quiet.hpp"

namespace trust::testing {
namespace {

constexpr int settled = 1500;  // days until nothing changes any more

Event violation(int day, float severity, Dimension dimension, bool deception) {
  Event event = event_about({"p1"}, day, Event::Kind::violation);
  event.severity = severity;
  event.dimension = dimension;
  event.deception = deception;
  return event;
}

Event response(int day, Event::Response what, bool guilt_proven = false, float richness = 1) {
  Event event = event_about({"p1"}, day, Event::Kind::response);
  event.response = what;
  event.guilt_proven = guilt_proven;
  event.richness = richness;
  return event;
}

std::shared_ptr<const World> one_tie() { return world_of(bare_organisation(2, {{0, 1, 0.6F}})); }

// Every day a contact that is worth something; trust drifts to 0.4.
Plan trustworthy_acts(std::vector<std::pair<Lever, float>> more = {}) {
  std::vector<std::pair<Lever, float>> levers = {{Lever::contact_peer, 1.0F},
                                                 {Lever::contact_ordinary, 0.3F},
                                                 {Lever::trust_half_life, 130.0F},
                                                 {Lever::trust_disposition_within, 0.4F}};
  levers.insert(levers.end(), more.begin(), more.end());
  return quiet_plan(levers);
}

// Trust at the end of each day from the one before the violation, which falls on the second of these.
std::vector<double> path(TrustRule rule, const Plan& plan, int days) {
  Batch batch(one_tie(), lanes_of(plan, 0, 1), {.seed = 1, .rules = {rule, GossipRule::none}});
  for (int day = 0; day < settled; ++day) batch.step();
  std::vector<double> found = {trust_in(batch, 0, 1)};
  for (int day = 0; day < days; ++day) {
    batch.step();
    found.push_back(trust_in(batch, 0, 1));
  }
  return found;
}

class Repair : public ::testing::TestWithParam<TrustRule> {};

TEST_P(Repair, BringsTrustBackToWhereItStoodWithoutDeception) {
  Plan plan = trustworthy_acts();
  plan.events = {violation(settled + 1, 0.6F, Dimension::integrity, false)};
  const std::vector<double> trust = path(GetParam(), plan, 2500);
  EXPECT_LT(trust[1], 0.6 * trust[0]);
  EXPECT_NEAR(trust.back(), trust[0], 2e-4);
}

TEST_P(Repair, NeverPassesTheCeilingOfADeception) {
  for (const bool answered : {false, true}) {
    Plan plan = trustworthy_acts();
    plan.events = {violation(settled + 1, 0.6F, Dimension::integrity, true)};
    if (answered) {
      plan.events.push_back(response(settled + 2, Event::Response::promise));
      plan.events.push_back(response(settled + 2, Event::Response::apology));
      plan.events.push_back(response(settled + 3, Event::Response::penance));
    }
    const std::vector<double> trust = path(GetParam(), plan, 1500);
    EXPECT_LE(*std::max_element(trust.begin() + 1, trust.end()), 0.6 * trust[0] + 1e-6);
    EXPECT_GT(trust.back(), 1.2 * trust[1]);  // it does recover that far
  }
}

// Days until half of what the violation cost is made good.
int half_recovery(TrustRule rule, bool deception, bool promise) {
  Plan plan = trustworthy_acts({{Lever::repair_deception_ceiling, 1.0F}, {Lever::repair_scar_damping, 0.0F}});
  plan.events = {violation(settled + 1, 0.6F, Dimension::integrity, deception)};
  if (promise) plan.events.push_back(response(settled + 1, Event::Response::promise));
  const std::vector<double> trust = path(rule, plan, 1000);
  const double half = 0.7 * trust[0];
  return static_cast<int>(std::find_if(trust.begin() + 1, trust.end(), [&](double now) { return now >= half; }) -
                          trust.begin());
}

TEST_P(Repair, GoesFasterByAPromiseAndLessSoAfterDeception) {
  const int alone = half_recovery(GetParam(), false, false);
  const int promised = half_recovery(GetParam(), false, true);
  const int promised_by_deceiver = half_recovery(GetParam(), true, true);
  EXPECT_EQ(half_recovery(GetParam(), true, false), alone);  // ceiling and damping are off here
  EXPECT_LT(promised, promised_by_deceiver);
  EXPECT_LT(promised_by_deceiver, alone);
}

// Trust right after a violation that halved it and an answer to it.
double answered(TrustRule rule, Dimension dimension, Event::Response what, bool guilt_proven, float richness = 1) {
  Plan plan = quiet_plan({});
  plan.events = {violation(1, 0.5F, dimension, false), response(1, what, guilt_proven, richness)};
  Batch batch(one_tie(), lanes_of(plan, 0, 1), {.seed = 1, .rules = {rule, GossipRule::none}});
  work_until(batch, "repair");
  return trust_in(batch, 0, 1);
}

TEST_P(Repair, ApologiesMendFailuresAndDenialsBreachesWhileGuiltIsOpen) {
  const auto mended = [&](Dimension dimension, Event::Response what, bool proven) {
    return (answered(GetParam(), dimension, what, proven) - 0.3) / 0.3;
  };
  using enum Event::Response;
  EXPECT_NEAR(mended(Dimension::ability, apology, false), 0.5, 2e-5);
  EXPECT_NEAR(mended(Dimension::ability, denial, false), 0.2, 2e-5);
  EXPECT_NEAR(mended(Dimension::integrity, apology, false), 0.2, 2e-5);
  EXPECT_NEAR(mended(Dimension::integrity, denial, false), 0.45, 2e-5);
  EXPECT_NEAR(mended(Dimension::integrity, apology, true), 0.45, 2e-5);
  EXPECT_NEAR(mended(Dimension::integrity, denial, true), 0.2, 2e-5);
  EXPECT_NEAR(mended(Dimension::integrity, penance, false), 0.4, 2e-5);
  EXPECT_NEAR(mended(Dimension::ability, promise, false), 0, 2e-5);
  const auto interaction = [&](bool proven) {
    return mended(Dimension::ability, apology, proven) - mended(Dimension::ability, denial, proven) -
           mended(Dimension::integrity, apology, proven) + mended(Dimension::integrity, denial, proven);
  };
  EXPECT_GT(interaction(false), 0.5);
  EXPECT_LT(mended(Dimension::integrity, denial, true), mended(Dimension::integrity, apology, true));
}

TEST_P(Repair, CountsInProportionToHowRichTheChannelIs) {
  for (const float richness : {0.0F, 0.25F, 0.5F, 1.0F}) {
    const double trust = answered(GetParam(), Dimension::ability, Event::Response::apology, false, richness);
    EXPECT_NEAR(trust, 0.3 + 0.5 * 0.3 * richness, 5e-6);
  }
}

std::vector<TrustRule> every_trust_rule() {
  std::vector<TrustRule> rules;
  for (int rule = 0; rule < static_cast<int>(TrustRule::count); ++rule) rules.push_back(static_cast<TrustRule>(rule));
  return rules;
}

INSTANTIATE_TEST_SUITE_P(UnderEveryRule, Repair, ::testing::ValuesIn(every_trust_rule()),
                         [](const auto& rule) { return std::string(name_of(rule.param)); });

}  // namespace
}  // namespace trust::testing
