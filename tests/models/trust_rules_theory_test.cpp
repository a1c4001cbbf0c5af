// Numbers that the published rules of trust are known by, through the shipped step(): one tie whose every contact is as
// good or as bad as can be.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include "models/trust_rules/subjective_logic/opinion.hpp"
#include "tests/models/by_hand.hpp"

namespace trust::testing {
namespace {

// A rep's trust in a marketer, on which nothing else works.
std::shared_ptr<const World> one_tie(float trust, float propensity = 0.5F) {
  auto organisation = bare_organisation(2, {{0, 1, trust}});
  organisation->people[0].role = 0;
  organisation->people[0].function = 0;
  organisation->people[0].propensity = propensity;
  return world_of(organisation);
}

// A contact every day, worth what contact.ordinary says; no drift.
Plan contacts_alone(std::vector<std::pair<Lever, float>> levers) {
  Plan plan;
  for (const Parameter& row : parameters()) {
    if (row.unit == "outcome") plan.settings.push_back({{}, row.id, 0.0F});
  }
  for (const auto& [lever, value] : std::vector<std::pair<Lever, float>>{{Lever::contact_across, 1.0F},
                                                                         {Lever::contact_ordinary, 1.0F},
                                                                         {Lever::channel_in_person, 1.0F},
                                                                         {Lever::style_projection, 0.0F},
                                                                         {Lever::trust_exposure, 1.0F},
                                                                         {Lever::trust_decay_across, 0.0F},
                                                                         {Lever::trust_disposition_across, 0.5F},
                                                                         {Lever::tie_ending, 0.0F},
                                                                         {Lever::exit_rate, 0.0F},
                                                                         {Lever::evidence_loss_weight, 1.0F},
                                                                         {Lever::evidence_initial, 0.0F},
                                                                         {Lever::evidence_prior, 2.0F}}) {
    plan.settings.push_back({{}, lever, value});
  }
  for (const auto& [lever, value] : levers) plan.settings.push_back({{}, lever, value});
  return plan;
}

void set_outcome(Plan& plan, int day, float outcome) {
  Intervention change = change_lasting(day, day);
  change.who.emplace_back();
  change.changes.push_back({LeverChange::How::set, Lever::contact_ordinary, outcome});
  plan.interventions.push_back(change);
}

// Trust after each day, from day 0, where the days' outcomes are these.
std::vector<double> trust_after(TrustRule rule, Plan plan, const std::vector<float>& outcomes, float start = 0.5F) {
  for (std::size_t day = 0; day < outcomes.size(); ++day) {
    set_outcome(plan, static_cast<int>(day) + 1, outcomes[day]);
  }
  Batch batch(one_tie(start), lanes_of(plan, 0, 1), {.seed = 1, .rules = {rule, GossipRule::none}});
  const Slot slot = batch.world().graph().find(0, 1);
  std::vector<double> found = {batch.state()[Column::trust].at(slot, 0)};
  for (std::size_t day = 0; day < outcomes.size(); ++day) {
    batch.step();
    found.push_back(batch.state()[Column::trust].at(slot, 0));
  }
  return found;
}

std::vector<float> eight_good_two_bad() { return {1, 1, 1, 1, 1, 1, 1, 1, -1, -1}; }

TEST(BetaRule, CountsAndForgets) {
  const Plan remembers = contacts_alone({{Lever::evidence_memory, 1.0F}});
  const Plan forgets = contacts_alone({{Lever::evidence_memory, 0.9F}});
  EXPECT_NEAR(trust_after(TrustRule::beta, remembers, eight_good_two_bad()).back(), 0.75, 1e-6);
  EXPECT_NEAR(trust_after(TrustRule::beta, forgets, eight_good_two_bad()).back(), 0.6593531591, 1e-6);
  EXPECT_NEAR(trust_after(TrustRule::beta, forgets, std::vector<float>(300, 1.0F)).back(), 11.0 / 12, 1e-6);
  auto backwards = eight_good_two_bad();
  std::reverse(backwards.begin(), backwards.end());
  EXPECT_NEAR(trust_after(TrustRule::beta, remembers, backwards).back(), 0.75, 1e-6);
  EXPECT_GT(trust_after(TrustRule::beta, forgets, backwards).back(), 0.75);
}

TEST(InflationRule, ApproachesWhatContactsShow) {
  const Plan plan = contacts_alone({{Lever::inflation_memory, 0.9F}});
  const auto scaled = [&](const std::vector<float>& outcomes, float start) {
    return 2 * trust_after(TrustRule::inflation, plan, outcomes, start).back() - 1;
  };
  EXPECT_NEAR(scaled(std::vector<float>(10, 1.0F), 0.5F), 0.6513215599, 1e-6);
  EXPECT_NEAR(scaled(std::vector<float>(10, -1.0F), 0.5F), -0.6513215599, 1e-6);
  double closed = 0.8 * std::pow(0.9, 4);
  const std::vector<float> outcomes = {1.0F, -0.5F, 0.25F, -1.0F};
  for (int k = 0; k < 4; ++k) closed += 0.1 * std::pow(0.9, 3 - k) * outcomes[static_cast<std::size_t>(k)];
  EXPECT_NEAR(scaled(outcomes, 0.9F), closed, 1e-6);
}

TEST(SubjectiveLogic, HasTheOperatorsOfTheBook) {
  const Opinion<double> one = opinion_of(8.0, 2.0, 2.0);
  const Opinion<double> other = opinion_of(5.0, 5.0, 2.0);
  const auto expect = [](const Opinion<double>& found, double belief, double disbelief, double uncertainty) {
    EXPECT_NEAR(found.belief, belief, 1e-7);
    EXPECT_NEAR(found.disbelief, disbelief, 1e-7);
    EXPECT_NEAR(found.uncertainty, uncertainty, 1e-7);
  };
  expect(one, 2.0 / 3, 1.0 / 6, 1.0 / 6);
  EXPECT_NEAR(projected(one, 0.5), 0.75, 1e-12);
  expect(discounted(one, other), 0.2777778, 0.2777778, 0.4444444);
  expect(fused(one, other), 0.5909091, 0.3181818, 0.0909091);
  expect(fused(one, other), 13.0 / 22, 7.0 / 22, 2.0 / 22);
  expect(aged(one, 0.5), 4.0 / 7, 1.0 / 7, 2.0 / 7);  // of (4, 1)
}

TEST(SubjectiveLogic, IsBetaWhateverTheContacts) {
  const std::vector<float> outcomes = {1, -1, 0.3F, 0, -0.2F, 1, 1, -0.9F, 0.5F, 0.5F, -1, 0.1F};
  for (const float start : {0.0F, 0.2F, 0.5F, 1.0F}) {
    const Plan plan = contacts_alone({{Lever::evidence_memory, 0.95F}, {Lever::evidence_initial, 7.0F}});
    const auto beta = trust_after(TrustRule::beta, plan, outcomes, start);
    const auto opinion = trust_after(TrustRule::subjective_logic, plan, outcomes, start);
    for (std::size_t day = 0; day < beta.size(); ++day) EXPECT_NEAR(beta[day], opinion[day], 1e-5) << day;
  }
}

// The batch's own columns after ten contacts that show benevolence alone, from three equal sides.
TEST(AbiRule, IsTheWeightedSumOfWhatItLearnsApart) {
  Plan plan = contacts_alone({{Lever::contact_ordinary, 0.0F},
                              {Lever::appreciation_effect, 1.0F},
                              {Lever::appreciation_propensity, 1.0F},
                              {Lever::behaviour_habit, 0.0F},
                              {Lever::behaviour_modelling, 0.0F},
                              {Lever::trust_gain, 0.1F}});
  Batch batch(one_tie(0.4F, 0.7F), lanes_of(plan, 0, 1), {.seed = 1, .rules = {TrustRule::abi, GossipRule::none}});
  const Slot slot = batch.world().graph().find(0, 1);
  const auto value = [&](Column column) { return static_cast<double>(batch.state()[column].at(slot, 0)); };
  const double at_start = (0.4 - 0.13 * 0.7) / 0.87;
  for (const Column side : {Column::ability, Column::benevolence, Column::integrity}) {
    EXPECT_NEAR(value(side), at_start, 1e-6);
  }
  for (int day = 0; day < 10; ++day) batch.step();
  EXPECT_NEAR(value(Column::ability), at_start, 1e-6);
  EXPECT_NEAR(value(Column::integrity), at_start, 1e-6);
  EXPECT_GT(value(Column::benevolence), at_start + 0.3);
  EXPECT_NEAR(value(Column::trust),
              0.13 * 0.7 + 0.424 * value(Column::ability) + 0.283 * value(Column::benevolence) +
                  0.163 * value(Column::integrity),
              1e-6);
}

// One tie in a state of one's own, brought to a trust that something else decided.
class Decided {
 public:
  Decided(TrustRule rule, std::initializer_list<std::pair<Column, float>> own, float trust)
      : plan_(contacts_alone({{Lever::evidence_initial, 10.0F}})),
        batch_(one_tie(0.5F), lanes_of(plan_, 0, 1), {.seed = 1, .rules = {rule, GossipRule::none}}),
        slot_(batch_.world().graph().find(0, 1)) {
    for (const auto& [column, value] : own) batch_.state()[column].at(slot_, 0) = value;
    batch_.state()[Column::trust].at(slot_, 0) = trust;
    batch_.complete_state();
  }

  double operator[](Column column) const { return batch_.state()[column].at(slot_, 0); }

 private:
  Plan plan_;
  Batch batch_;
  Slot slot_;
};

TEST(BetaRule, KeepsTheAmountOfEvidenceWhereItCan) {
  const Decided kept(TrustRule::beta, {{Column::evidence_for, 18.0F}, {Column::evidence_against, 2.0F}}, 0.25F);
  EXPECT_NEAR(kept[Column::evidence_for], 0.25 * 22 - 1, 1e-5);
  EXPECT_NEAR(kept[Column::evidence_against], 20 - 4.5, 1e-5);
  EXPECT_EQ(kept[Column::trust], 0.25);
  const Decided grown(TrustRule::beta, {{Column::evidence_for, 1.0F}, {Column::evidence_against, 1.0F}}, 0.05F);
  EXPECT_EQ(grown[Column::evidence_for], 0);
  EXPECT_NEAR(grown[Column::evidence_against], 1 / 0.05 - 2, 1e-5);
  const Decided least(TrustRule::beta, {{Column::evidence_for, 1.0F}, {Column::evidence_against, 1.0F}}, 0.0F);
  EXPECT_NEAR(least[Column::evidence_against], 2 * 999, 1e-2);
  EXPECT_NEAR(least[Column::trust], 0.0005, 1e-7);
}

TEST(AbiRule, MovesAllSidesAlikeUntilOneCannot) {
  const std::initializer_list<std::pair<Column, float>> apart = {
      {Column::ability, 0.9F}, {Column::benevolence, 0.5F}, {Column::integrity, 0.3F}};
  const double weighted = 0.065 + 0.424 * 0.9 + 0.283 * 0.5 + 0.163 * 0.3;
  const Decided lower(TrustRule::abi, apart, static_cast<float>(weighted - 0.087));
  EXPECT_NEAR(lower[Column::ability], 0.8, 1e-5);
  EXPECT_NEAR(lower[Column::benevolence], 0.4, 1e-5);
  EXPECT_NEAR(lower[Column::integrity], 0.2, 1e-5);
  const double far_up = 0.065 + 0.424 + 0.283 * 0.8 + 0.163 * 0.6;  // ability reaches 1, the others go 0.3 up
  const Decided higher(TrustRule::abi, apart, static_cast<float>(far_up));
  EXPECT_NEAR(higher[Column::ability], 1, 1e-6);
  EXPECT_NEAR(higher[Column::benevolence], 0.8, 1e-5);
  EXPECT_NEAR(higher[Column::integrity], 0.6, 1e-5);
}

// Trust that something else decides is what the rule goes on from: it is met, or missed by as little as the rule's page
// says.
class StartingTrust : public ::testing::TestWithParam<TrustRule> {};

TEST_P(StartingTrust, IsMet) {
  const Plan plan = contacts_alone({{Lever::evidence_initial, 10.0F}});
  for (const float start : {0.0F, 0.001F, 0.1F, 0.3F, 0.5F, 0.8F, 0.999F, 1.0F}) {
    const Batch batch(one_tie(start), lanes_of(plan, 0, 1), {.seed = 1, .rules = {GetParam(), GossipRule::none}});
    double reached = start;
    if (GetParam() == TrustRule::abi) reached = std::clamp(reached, 0.065, 0.935);
    if (GetParam() == TrustRule::beta || GetParam() == TrustRule::subjective_logic) {
      reached = std::clamp(reached, 0.0005, 0.9995);
    }
    EXPECT_NEAR(batch.state()[Column::trust].at(batch.world().graph().find(0, 1), 0), reached, 1e-6) << start;
  }
}

TEST(TemplateRule, CannotBePicked) {
  EXPECT_EQ(find_trust_rule("template_rule"), std::nullopt);
  for (const RuleRow& row : trust_rules()) EXPECT_NE(row.name, "template_rule");
  EXPECT_EQ(name_of(TrustRule::template_rule), "template_rule");
}

INSTANTIATE_TEST_SUITE_P(OfEveryRule, StartingTrust,
                         ::testing::Values(TrustRule::asymmetric, TrustRule::abi, TrustRule::beta, TrustRule::inflation,
                                           TrustRule::subjective_logic, TrustRule::template_rule),
                         [](const auto& rule) { return std::string(name_of(rule.param)); });

}  // namespace
}  // namespace trust::testing
