// `trustsim verify` as a whole: every check passes, and the checks can fail.
#include "study/verification/verification.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <limits>
#include <set>

#include "study/verification/estimate.hpp"

namespace trust::verification {
namespace {

std::vector<CheckResult> results_of(const VerifyOptions& options) {
  RunControl control;
  std::vector<CheckResult> results;
  for (const FamilyResult& family : verify(options, control)) {
    results.insert(results.end(), family.checks.begin(), family.checks.end());
  }
  EXPECT_EQ(control.replicate_days.load(), results.size());
  EXPECT_EQ(control.replicate_days_total.load(), results.size());
  return results;
}

TEST(Verification, EveryCheckPasses) {
  const std::vector<CheckResult> results = results_of({});
  EXPECT_GE(results.size(), 60U);
  for (const CheckResult& check : results) {
    EXPECT_TRUE(check.passed) << check.id << ": " << check.what << "; expected " << check.finding.expected << " +- "
                              << check.finding.tolerance << ", got " << check.finding.got;
  }
}

TEST(Verification, IdsAreUniqueAndBeginWithTheirFamily) {
  std::set<std::string> ids;
  for (const Family& family : all_families()) {
    EXPECT_FALSE(family.title.empty()) << family.id;
    EXPECT_FALSE(family.checks.empty()) << family.id;
    for (const Check& check : family.checks) {
      EXPECT_TRUE(ids.insert(check.id).second) << check.id << " is there twice";
      EXPECT_TRUE(check.id.starts_with(family.id + ".")) << check.id;
      EXPECT_FALSE(check.what.empty()) << check.id;
    }
  }
}

TEST(Verification, EveryTheoryHasItsFamily) {
  std::set<std::string> ids;
  for (const Family& family : all_families()) ids.insert(family.id);
  for (int theory = 1; theory <= 15; ++theory) {
    EXPECT_TRUE(ids.contains("M" + std::to_string(theory))) << "nothing checks M" << theory;
  }
}

TEST(Verification, OnlyChoosesByTheBeginningOfAnId) {
  const std::vector<CheckResult> results = results_of({.only = "monitoring.0"});
  EXPECT_GE(results.size(), 2U);
  for (const CheckResult& check : results) EXPECT_TRUE(check.id.starts_with("monitoring.0"));
  EXPECT_TRUE(chosen_families("nothing begins so").empty());
}

TEST(Verification, AnswersAreTheSameEveryTime) {
  const std::vector<CheckResult> first = results_of({.only = "M2."});
  const std::vector<CheckResult> second = results_of({.only = "M2."});
  ASSERT_EQ(first.size(), second.size());
  for (std::size_t c = 0; c < first.size(); ++c) EXPECT_EQ(first[c].finding.got, second[c].finding.got) << first[c].id;
}

TEST(Verification, StopsWhenAsked) {
  RunControl control;
  control.stop = true;
  EXPECT_THROW(verify({.only = "M2."}, control), Interrupted);
}

// An engine set otherwise than the check says is noticed.
struct Sabotage {
  std::string only;
  Lever lever;
  float value;
};

std::ostream& operator<<(std::ostream& out, const Sabotage& sabotage) {
  return out << sabotage.only << " with " << parameter(sabotage.lever).name << " = " << sabotage.value;
}

class Sabotaged : public ::testing::TestWithParam<Sabotage> {};

TEST_P(Sabotaged, IsNoticed) {
  const Sabotage& sabotage = GetParam();
  const std::vector<CheckResult> results =
      results_of({.only = sabotage.only, .tampering = {{{}, sabotage.lever, sabotage.value}}});
  ASSERT_FALSE(results.empty());
  for (const CheckResult& check : results) EXPECT_FALSE(check.passed) << check.id;
}

INSTANTIATE_TEST_SUITE_P(
    Levers, Sabotaged,
    ::testing::Values(
        Sabotage{"M1.forgets", Lever::evidence_memory, 0.8F}, Sabotage{"M1.mean", Lever::evidence_loss_weight, 1.5F},
        Sabotage{"M3.weight.ability", Lever::abi_ability, 0.3F},
        Sabotage{"M3.tagged.integrity", Lever::trust_gain, 0.12F}, Sabotage{"M6.chain.1", Lever::gossip_bound, 0.1F},
        Sabotage{"M7.ten", Lever::inflation_memory, 0.91F}, Sabotage{"M8.trust", Lever::evidence_prior, 3.0F},
        Sabotage{"M10.transfer.quarter", Lever::gossip_rate, 0.3F}, Sabotage{"M10.echo.up", Lever::gossip_voices, 1.0F},
        Sabotage{"M12.apology.ability", Lever::repair_apology_ability, 0.45F},
        Sabotage{"M12.ceiling", Lever::repair_deception_ceiling, 0.7F},
        Sabotage{"M12.promised", Lever::repair_promise_factor, 1.5F},
        Sabotage{"M13.mandate", Lever::change_mandate_effect, 0.0F},
        Sabotage{"M13.dominoes", Lever::change_offered, 0.0F},
        Sabotage{"M14.difference", Lever::trust_reciprocity, 0.11F},
        Sabotage{"M14.encounters", Lever::exit_rate, 20.0F}, Sabotage{"M2.step_up", Lever::trust_gain, 0.11F},
        Sabotage{"M2.step_down", Lever::trust_loss, 0.21F}, Sabotage{"M2.mean", Lever::trust_loss, 0.3F},
        Sabotage{"M2.deviation", Lever::contact_across, 0.0F},
        Sabotage{"M15.root.k2.high", Lever::behaviour_trust_sensitivity, 6.0F},
        Sabotage{"M15.boundary.k2", Lever::behaviour_trust_reference, 0.45F},
        Sabotage{"monitoring.0.5", Lever::monitoring_cost, 0.41F},
        Sabotage{"steps.drift", Lever::trust_half_life, 11.0F},
        Sabotage{"degenerate.still.no_contact", Lever::trust_decay_across, 1.0F}));

TEST(Passes, WithinTheToleranceAndNotOtherwise) {
  EXPECT_TRUE(passes({1, 1.5, 0.5}));
  EXPECT_FALSE(passes({1, 1.51, 0.5}));
  EXPECT_FALSE(passes({1, 0.49, 0.5}));
  EXPECT_TRUE(passes({3, 3, 0}));
}

TEST(Passes, NothingThatIsNotANumber) {
  constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
  constexpr double endless = std::numeric_limits<double>::infinity();
  EXPECT_FALSE(passes({1, no_number, 1}));
  EXPECT_FALSE(passes({no_number, 1, 1}));
  EXPECT_FALSE(passes({1, 1, no_number}));
  EXPECT_FALSE(passes({endless, endless, 1}));
  EXPECT_FALSE(passes({1, 2, endless}));
}

TEST(Estimates, MeanAndItsError) {
  const Estimate found = estimate(std::vector<double>{1, 2, 3, 4});
  EXPECT_DOUBLE_EQ(found.mean, 2.5);
  EXPECT_DOUBLE_EQ(found.error, std::sqrt(5.0 / 3 / 4));
  EXPECT_FALSE(passes(within_four_errors(1, estimate(std::vector<double>{1}))));
}

}  // namespace
}  // namespace trust::verification
