#include "study/compare/parameter_draws.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "models/batch.hpp"
#include "study/compare/compare.hpp"
#include "study/compare/what_if.hpp"
#include "tests/study/small_scenarios.hpp"

namespace trust {
namespace {

using test::generated_text;
using test::load_text;

const std::string settings = R"(
[levers]
"stress.base" = 0.3
[levers.role.rep]
"recognition.propensity" = 0.61
[levers.role.leader]
"recognition.propensity" = 0.08
)";

bool draws_lever(const ParameterDraws& draws, Lever lever) {
  return std::ranges::find(draws.levers(), lever) != draws.levers().end();
}

TEST(ParameterDraws, EveryLeverWithAPriorThatTheScenarioDoesNotSet) {
  const ParameterDraws draws(load_text(generated_text(settings)));
  EXPECT_FALSE(draws_lever(draws, Lever::stress_base));
  EXPECT_TRUE(draws_lever(draws, Lever::recognition_propensity));
  EXPECT_TRUE(draws_lever(draws, Lever::energy_base));
  for (const Parameter& row : parameters()) {
    const bool drawn = prior_of(row.id).has_value() && row.id != Lever::stress_base;
    EXPECT_EQ(draws_lever(draws, row.id), drawn) << row.name;
  }
}

// What people get: the draw, unless the scenario or their role says something else.
TEST(ParameterDraws, WhatTheScenarioOrARoleSaysStays) {
  std::string text = generated_text(settings);
  text.replace(text.find("marketer = 10"), 13, "marketer = 10, leader = 5");
  const Scenario scenario = load_text(text);
  const ParameterDraws draws(scenario);
  const Plan plan = draws.drawn(scenario.plan, 5);
  const auto world = std::make_shared<const World>(scenario.organisation(0));
  const std::vector<LanePlan> lanes = {{5, &plan}};
  BatchOptions options;
  options.seed = scenario.seed;
  const Batch batch(world, lanes, options);
  const auto drawn = [&](Lever lever) { return prior_of(lever)->at(draws.share(lever, 5)); };
  const std::map<std::string, std::pair<float, float>> expected = {
      // recognition, transparency: the leader's role has its own of both, and the scenario another of the first
      {"rep", {0.61F, drawn(Lever::transparency_propensity)}},
      {"marketer", {drawn(Lever::recognition_propensity), drawn(Lever::transparency_propensity)}},
      {"leader", {0.08F, 0.35F}}};
  std::set<std::string> seen;
  for (Seat seat = 0; seat < world->seats(); ++seat) {
    const Organisation& organisation = world->organisation();
    const std::string role = organisation.roles[organisation.people[seat].role].name;
    EXPECT_EQ(batch.lever(Lever::recognition_propensity, seat, 0), expected.at(role).first) << role;
    EXPECT_EQ(batch.lever(Lever::transparency_propensity, seat, 0), expected.at(role).second) << role;
    EXPECT_EQ(batch.lever(Lever::stress_base, seat, 0), 0.3F);
    seen.insert(role);
  }
  EXPECT_EQ(seen.size(), 3U);
}

TEST(ParameterDraws, BelongToTheReplicateWhereverABlockBegins) {
  const Scenario scenario = load_text(generated_text());
  CompareOptions options;
  options.run = options_of(scenario);
  options.uncertain = true;
  RunControl control;
  const std::vector<Scenario> what_ifs = {scenario};
  const CompareResult all = compare(scenario, what_ifs, options, control);
  options.run.first_replicate = 5;
  options.run.replicates = 4;
  const CompareResult some = compare(scenario, what_ifs, options, control);
  for (std::size_t r = 0; r < 4; ++r) EXPECT_EQ(some.runs->arms()[0].hashes[r], all.runs->arms()[0].hashes[5 + r]);
}

TEST(ParameterDraws, SharesAreEvenAndBelongToTheReplicate) {
  const ParameterDraws draws(load_text(generated_text()));
  double sum = 0, squares = 0;
  for (std::uint32_t r = 0; r < 4000; ++r) {
    const double share = draws.share(Lever::energy_base, r);
    ASSERT_GE(share, 0);
    ASSERT_LT(share, 1);
    sum += share;
    squares += share * share;
  }
  EXPECT_NEAR(sum / 4000, 0.5, 0.02);
  EXPECT_NEAR(squares / 4000, 1.0 / 3, 0.02);
  EXPECT_NE(draws.share(Lever::energy_base, 3), draws.share(Lever::stress_trust, 3));
  EXPECT_EQ(draws.share(Lever::energy_base, 3),
            ParameterDraws(load_text(generated_text())).share(Lever::energy_base, 3));
}

TEST(Uncertain, ThePlanItselfIsStillExactlyNothing) {
  const Scenario scenario = load_text(generated_text());
  CompareOptions options;
  options.run = options_of(scenario);
  options.uncertain = true;
  RunControl control;
  const std::vector<Scenario> same = {scenario};
  const CompareResult result = compare(scenario, same, options, control);
  const JudgedEffect judged = result.outcomes[0].judge(Measure::trust, Span::last_day);
  EXPECT_EQ(judged.effect.difference, 0);
  EXPECT_EQ(judged.interval().low, 0);
  EXPECT_EQ(judged.interval().high, 0);
  // ... although every replicate now has parameters of its own.
  EXPECT_NE(result.outcomes[0].runs().baseline().hashes, result.outcomes[0].by_luck()->baseline().hashes);
}

TEST(Uncertain, BothBandsAreThereAndTheWiderIsTheHeadline) {
  const Scenario scenario = load_text(generated_text());
  const auto load = [](const std::filesystem::path& file) { return load_scenario(file); };
  const std::vector<Scenario> what_ifs = {read_what_if("recognition_programme", scenario, 0, load)};
  CompareOptions options;
  options.run = options_of(scenario);
  options.run.replicates = 48;
  RunControl control;
  const CompareResult fixed = compare(scenario, what_ifs, options, control);
  options.uncertain = true;
  const CompareResult drawn = compare(scenario, what_ifs, options, control);
  for (const MeasureRow& row : measures()) {
    const JudgedEffect by_luck = fixed.outcomes[0].judge(row.id, Span::last_day);
    const JudgedEffect both = drawn.outcomes[0].judge(row.id, Span::last_day);
    EXPECT_FALSE(by_luck.plausible);
    EXPECT_EQ(both.by_luck->interval.low, by_luck.interval().low) << row.name;
    EXPECT_EQ(both.by_luck->interval.high, by_luck.interval().high) << row.name;
    EXPECT_GE(half_width(both.interval()), half_width(both.by_luck->interval)) << row.name;
    EXPECT_GE(half_width(both.interval()), half_width(*both.plausible)) << row.name;
    EXPECT_TRUE(std::isfinite(both.difference())) << row.name;
  }
  const JudgedEffect trust = drawn.outcomes[0].judge(Measure::trust, Span::last_day);
  EXPECT_TRUE(trust.parameters_are_wider());
  EXPECT_EQ(trust.difference(), trust.effect.difference);
  // Of 48 values 47 lie within, or on, the second smallest and largest.
  const std::vector<double> differences = drawn.outcomes[0].runs().differences(Measure::trust, Span::last_day);
  const auto outside = std::ranges::count_if(
      differences, [&](double d) { return d < trust.plausible->low || d > trust.plausible->high; });
  EXPECT_GE(outside, 1);
  EXPECT_LE(outside, 4);
}

TEST(Uncertain, PlausibleRangesHoldTheNextDraw) {
  const ParameterDraws draws(load_text(generated_text()));
  for (const std::uint32_t count : {39U, 64U, 150U}) {
    int held = 0;
    constexpr std::uint32_t ranges = 4000;
    for (std::uint32_t range = 0; range < ranges; ++range) {
      std::vector<double> values;
      for (std::uint32_t r = 0; r <= count; ++r) {
        const double share = draws.share(Lever::energy_base, range * 200 + r);
        values.push_back(share * share * share);  // skewed
      }
      const double next = values.back();
      values.pop_back();
      const Range plausible = plausible_range(values);
      if (next >= plausible.low && next <= plausible.high) ++held;
    }
    EXPECT_NEAR(static_cast<double>(held) / ranges, 0.95, 0.011) << count;  // three standard errors
  }
}

TEST(Uncertain, PlausibleRangesByHand) {
  std::vector<double> values;
  for (int v = 79; v >= 1; --v) values.push_back(v);
  EXPECT_NEAR(plausible_range(values).low, 2, 1e-12);  // 0.025 * 80
  EXPECT_NEAR(plausible_range(values).high, 78, 1e-12);
  EXPECT_EQ(plausible_range({3, 1, 2}).low, 1);
  EXPECT_EQ(plausible_range({3, 1, 2}).high, 3);
  EXPECT_TRUE(std::isnan(plausible_range({}).low));
  EXPECT_TRUE(std::isnan(plausible_range({1, NAN, 2}).high));
}

TEST(Influence, RankCorrelationByHand) {
  const std::vector<double> a = {1, 2, 3, 4, 5};
  EXPECT_NEAR(rank_correlation(a, std::vector<double>{10, 20, 30, 40, 500}), 1, 1e-12);
  EXPECT_NEAR(rank_correlation(a, std::vector<double>{5, 4, 3, 2, 1}), -1, 1e-12);
  EXPECT_NEAR(rank_correlation(a, std::vector<double>{2, 1, 4, 3, 5}), 0.8, 1e-12);  // 1 - 6 * 4 / (5 * 24)
  EXPECT_NEAR(rank_correlation(a, std::vector<double>{1, 1, 2, 2, 3}), 0.9486832980505138, 1e-12);
  EXPECT_EQ(rank_correlation(a, std::vector<double>(5, 7.0)), 0);
  EXPECT_TRUE(std::isnan(rank_correlation(std::vector<double>{1, 2}, std::vector<double>{1, 2})));
  EXPECT_TRUE(std::isnan(rank_correlation(a, std::vector<double>{1, 2, NAN, 4, 5})));
}

TEST(Influence, FindsTheLeverThatAnEffectHangsOnAndNoOther) {
  const Scenario scenario = load_text(generated_text());
  const ParameterDraws draws(scenario);
  std::vector<double> effect;
  for (std::uint32_t r = 0; r < 64; ++r)
    effect.push_back(draws.share(Lever::energy_base, 100 + r) + 0.2 * draws.share(Lever::stress_trust, 9000 + r));
  const std::vector<Influence> found = influences(draws, 100, effect);
  ASSERT_EQ(found.size(), draws.levers().size());
  EXPECT_EQ(found.front().lever, Lever::energy_base);
  EXPECT_GT(found.front().correlation, 0.9);
  EXPECT_TRUE(found.front().beyond_luck);
  EXPECT_EQ(std::ranges::count_if(found, [](const Influence& influence) { return influence.beyond_luck; }), 1);
}

TEST(Influence, LuckAloneIsSeldomTakenForInfluence) {
  const ParameterDraws draws(load_text(generated_text()));
  int studies_with_any = 0;
  for (std::uint32_t study = 0; study < 100; ++study) {
    std::vector<double> luck;
    for (std::uint32_t r = 0; r < 64; ++r) luck.push_back(draws.share(Lever::energy_base, 1'000'000 + 64 * study + r));
    if (influences(draws, 64 * study, luck).front().beyond_luck) ++studies_with_any;
  }
  EXPECT_LE(studies_with_any, 12);  // five are expected
}

}  // namespace
}  // namespace trust
