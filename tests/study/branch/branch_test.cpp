// A branch is the plan run from day 0: every figure and every column of every day, bit for bit.
#include "study/branch/branch.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/reorganisation.hpp"
#include "study/compare/compare.hpp"
#include "tests/study/branch/course.hpp"
#include "tests/study/branch/lively_scenarios.hpp"

namespace trust {
namespace {

using test::branch_day;
using test::branched;
using test::Courses;
using test::expect_same;
using test::from_day_0;
using test::lively_scenario;
using testing::AllOf;
using testing::HasSubstr;

// A baseline and two what-ifs; the second lets the praise end early, too.
std::vector<Scenario> three_plans(const std::string& keys = "") {
  const std::string ends_early = test::replaced(test::lively_text(test::grows, keys), "to = 14", "to = 9");
  return {lively_scenario(test::later, keys), lively_scenario(test::shrinks, keys), test::load_text(ends_early)};
}

class BranchUnder : public testing::TestWithParam<Rules> {};

TEST_P(BranchUnder, EqualsEachPlanFromDayZero) {
  std::vector<Scenario> scenarios = three_plans();
  for (Scenario& scenario : scenarios) {
    scenario.rules = GetParam();
    scenario.replicates = 6;  // in two organisations
  }
  expect_same(branched(scenarios, {.days = branch_day}), from_day_0(scenarios));
}

std::vector<Rules> all_pairs_of_rules() {
  std::vector<Rules> pairs;
  for (std::size_t trust = 0; trust < static_cast<std::size_t>(TrustRule::count); ++trust) {
    for (std::size_t gossip = 0; gossip < static_cast<std::size_t>(GossipRule::count); ++gossip) {
      pairs.push_back({static_cast<TrustRule>(trust), static_cast<GossipRule>(gossip)});
    }
  }
  return pairs;
}

INSTANTIATE_TEST_SUITE_P(OfEveryRule, BranchUnder, testing::ValuesIn(all_pairs_of_rules()), [](const auto& instance) {
  return std::string(name_of(instance.param.trust)) + "_and_" + std::string(name_of(instance.param.gossip));
});

TEST(Branch, ThePlansDoPartAfterTheDay) {
  const std::vector<Scenario> scenarios = three_plans();
  const Courses courses = from_day_0(scenarios);
  for (std::size_t plan = 1; plan < scenarios.size(); ++plan) {
    EXPECT_EQ(courses[plan].at(3).column_hashes[branch_day], courses[0].at(3).column_hashes[branch_day]);
    EXPECT_NE(courses[plan].at(3).state_hash, courses[0].at(3).state_hash);
  }
  EXPECT_EQ(reorganisations_until(scenarios[0].plan, branch_day), 1U);
  EXPECT_EQ(reorganisations_until(scenarios[0].plan, test::last_day), 2U);
}

TEST(Branch, EqualsDayZeroOnAnyDay) {
  const std::vector<Scenario> scenarios = three_plans();
  const Courses expected = from_day_0(scenarios);
  for (const int day : {1, 4, 5, 6, 7}) expect_same(branched(scenarios, {.days = day}), expected);
}

TEST(Branch, EqualsDayZeroWithAnyNumberOfThreads) {
  const std::vector<Scenario> scenarios = three_plans();
  const Courses expected = from_day_0(scenarios);
  for (const int threads : {2, 4, 9}) expect_same(branched(scenarios, {.days = branch_day}, threads), expected);
}

TEST(Branch, EqualsDayZeroWithSeveralStepsADay) {
  const std::vector<Scenario> scenarios = three_plans("steps_per_day = 3\n");
  expect_same(branched(scenarios, {.days = branch_day}), from_day_0(scenarios));
}

TEST(Branch, EqualsDayZeroInAnImportedOrganisation) {
  std::vector<Scenario> scenarios = three_plans("gossip = \"transfer\"\n");
  const auto organisation = test::imported_from(scenarios[0]).imported;
  for (Scenario& scenario : scenarios) {
    scenario = test::imported_from(scenario);
    scenario.imported = organisation;
  }
  for (const int threads : {1, 3})
    expect_same(branched(scenarios, {.days = branch_day}, threads), from_day_0(scenarios));
}

TEST(Branch, APlanThatChangesNothingIsTheBaseline) {
  const Scenario baseline = lively_scenario(test::later);
  const Courses courses = branched({baseline, baseline}, {.days = branch_day});
  expect_same({courses[1]}, {courses[0]});
}

TEST(Branch, AnInterruptionEndsTheRun) {
  const std::vector<Scenario> scenarios = {lively_scenario(test::later), lively_scenario(test::shrinks)};
  for (const int threads : {1, 4}) {
    RunControl control;
    int handed_over = 0;
    EXPECT_THROW(run_arms(test::arms_of(scenarios, {.days = branch_day}, threads), {0, 20}, control,
                          [&](const ArmBatch&) {
                            ++handed_over;
                            control.stop = true;
                          }),
                 Interrupted);
    EXPECT_GE(handed_over, 1);
    EXPECT_LT(handed_over, 10);  // of five batches under two plans, one has not begun
  }
}

TEST(Branch, ComparesAsComparisonsDo) {
  const std::vector<Scenario> scenarios = three_plans();
  const auto what_ifs = std::span(scenarios).subspan(1);
  CompareOptions options;
  options.run = options_of(scenarios[0]);
  RunControl control, other;
  const CompareResult whole = compare(scenarios[0], what_ifs, options, control);
  options.shared.days = branch_day;
  const CompareResult branches = compare(scenarios[0], what_ifs, options, other);
  EXPECT_EQ(other.replicate_days, other.replicate_days_total);
  EXPECT_EQ(control.replicate_days - other.replicate_days, 20U * 2 * branch_day);
  for (std::size_t w = 0; w < what_ifs.size(); ++w) {
    const PairedRuns& runs = branches.outcomes[w].runs();
    EXPECT_EQ(runs.what_if().hashes, whole.outcomes[w].runs().what_if().hashes);
    for (const MeasureRow& row : measures()) {
      const Span span = natural_span(row);
      const JudgedEffect expected = whole.outcomes[w].judge(row.id, span);
      EXPECT_EQ(branches.outcomes[w].judge(row.id, span).difference(), expected.difference());
      EXPECT_EQ(branches.outcomes[w].judge(row.id, span).interval().low, expected.interval().low);
      EXPECT_EQ(runs.daily(row.id).first_day, whole.outcomes[w].runs().daily(row.id).first_day);
    }
  }
}

TEST(Branch, AKindBeginsTheDayAfterUnlessItSaysWhen) {
  EXPECT_EQ(from_the_day_after("reset", 8), "reset:from=9");
  EXPECT_EQ(from_the_day_after("reset:strength=0.5", 8), "reset:strength=0.5,from=9");
  EXPECT_EQ(from_the_day_after("reset:ramp=3, from = 20", 8), "reset:ramp=3, from = 20");
  EXPECT_EQ(from_the_day_after("reset:after=Praise", 8), "reset:after=Praise");
  EXPECT_EQ(from_the_day_after("plan.toml", 8), "plan.toml");
  EXPECT_EQ(from_the_day_after("resets", 8), "resets");
}

std::string refusal(const Scenario& baseline, const std::vector<Scenario>& what_ifs, int day) {
  try {
    check_branches(baseline, what_ifs, day);
    return "not refused";
  } catch (const InputError& error) {
    return error.what();
  }
}

TEST(Branch, RefusesADayThatLeavesNothing) {
  const Scenario baseline = lively_scenario(test::later);
  EXPECT_EQ(refusal(baseline, {baseline}, 1), "not refused");
  EXPECT_EQ(refusal(baseline, {baseline}, 17), "not refused");
  for (const int day : {-1, 0, 18, 19}) {
    EXPECT_THAT(refusal(baseline, {baseline}, day),
                HasSubstr("--at: " + std::to_string(day) + " is not a day to branch at; a day from 1 to 17"));
  }
}

TEST(Branch, RefusesEveryWhatIfThatCannotBranch) {
  const Scenario baseline = lively_scenario(test::later);
  const std::vector<Scenario> scenarios = three_plans();
  EXPECT_EQ(refusal(baseline, {scenarios[1], scenarios[2]}, branch_day), "not refused");
  EXPECT_THAT(refusal(baseline, {scenarios[2], scenarios[1]}, 10),
              AllOf(HasSubstr("\"Shrinks\""), HasSubstr("\"Grows\""), HasSubstr("as of day 9"),
                    HasSubstr("as of day 10"), HasSubstr("a branch at day 8 or earlier")));
}

}  // namespace
}  // namespace trust
