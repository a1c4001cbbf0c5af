#include "study/compare.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "tests/study/small_scenarios.hpp"

namespace trust {
namespace {

using test::generated_text;
using test::imported_text;
using test::load_text;
using testing::AllOf;
using testing::HasSubstr;

const std::string more_recognition = R"(
[levers]
"recognition.propensity" = 0.9
)";

CompareResult compare(const Scenario& baseline, const Scenario& what_if, std::uint32_t first, std::uint32_t count,
                      int threads = 1) {
  RunOptions options = options_of(baseline);
  options.first_replicate = first;
  options.replicates = count;
  options.threads = threads;
  RunControl control;
  return compare_scenarios(baseline, what_if, options, control);
}

std::string refusal(const std::string& baseline, const std::string& what_if) {
  try {
    check_comparable(load_text(baseline), load_text(what_if), 0);
    return "not refused";
  } catch (const InputError& error) {
    return error.what();
  }
}

TEST(Compare, NothingChangedIsExactlyNothing) {
  const Scenario scenario = load_text(generated_text());
  const CompareResult result = compare(scenario, scenario, 0, 12);
  EXPECT_EQ(result.baseline.replicate_hashes, result.what_if.replicate_hashes);
  for (const Effect& effect : result.effects) {
    EXPECT_EQ(effect.difference, 0);
    EXPECT_EQ(effect.interval.low, 0);
    EXPECT_EQ(effect.interval.high, 0);
    EXPECT_EQ(effect.share_better, 0);
    EXPECT_FALSE(std::signbit(effect.difference));
  }
}

TEST(Compare, BothSidesAreWhatTheyAreAlone) {
  const Scenario baseline = load_text(generated_text());
  const Scenario what_if = load_text(generated_text(more_recognition));
  const CompareResult result = compare(baseline, what_if, 0, 12);
  RunControl control;
  const RunResult alone = run_scenario(baseline, options_of(baseline), control);
  const RunResult changed = run_scenario(what_if, options_of(what_if), control);
  EXPECT_EQ(result.baseline.state_hash, alone.state_hash);
  EXPECT_EQ(result.what_if.state_hash, changed.state_hash);
  EXPECT_NE(alone.state_hash, changed.state_hash);
  const Effect& effect = result.effects[static_cast<std::size_t>(Measure::trust)];
  const double difference =
      summarise(changed.figures, Measure::trust).last - summarise(alone.figures, Measure::trust).last;
  EXPECT_NEAR(effect.difference, difference, 1e-12);
  EXPECT_NEAR(effect.what_if - effect.baseline, effect.difference, 1e-12);
}

TEST(Compare, PackingAndThreadsChangeNothing) {
  const Scenario baseline = load_text(imported_text());
  const Scenario what_if = load_text(imported_text(more_recognition));
  const CompareResult all = compare(baseline, what_if, 0, 20);
  EXPECT_EQ(compare(baseline, what_if, 0, 20, 4).what_if.state_hash, all.what_if.state_hash);
  for (const std::uint32_t first : {3u, 8u, 13u}) {
    const CompareResult some = compare(baseline, what_if, first, 5);
    for (std::uint32_t r = 0; r < 5; ++r) {
      EXPECT_EQ(some.baseline.replicate_hashes[r], all.baseline.replicate_hashes[first + r]);
      EXPECT_EQ(some.what_if.replicate_hashes[r], all.what_if.replicate_hashes[first + r]);
    }
  }
}

TEST(Compare, EffectsArePaired) {
  RunFigures baseline;
  RunFigures what_if;
  // Replicates differ by far more than the plan changes: only the pairing shows it.
  for (const double level : {0.1, 0.5, 0.9, 0.3}) {
    Figures figures{};
    figures[static_cast<std::size_t>(Measure::trust)] = level;
    figures[static_cast<std::size_t>(Measure::stress)] = level;
    baseline.last.push_back(figures);
    figures[static_cast<std::size_t>(Measure::trust)] += 0.01 + 0.001 * level;
    figures[static_cast<std::size_t>(Measure::stress)] -= level > 0.4 ? 0.02 : 0;
    what_if.last.push_back(figures);
  }
  const auto effects = effects_between(baseline, what_if);
  const Effect& trust = effects[static_cast<std::size_t>(Measure::trust)];
  EXPECT_NEAR(trust.baseline, 0.45, 1e-12);
  EXPECT_NEAR(trust.difference, 0.01045, 1e-12);
  EXPECT_GT(trust.interval.low, 0.009);
  EXPECT_LT(trust.interval.high, 0.012);
  EXPECT_EQ(trust.share_better, 1);
  const Effect& stress = effects[static_cast<std::size_t>(Measure::stress)];
  EXPECT_NEAR(stress.difference, -0.01, 1e-12);
  EXPECT_EQ(stress.share_better, 0.5);  // lower is better; equal is not
  EXPECT_EQ(effects[static_cast<std::size_t>(Measure::output)].difference, 0);
}

TEST(Compare, OneReplicateHasNoInterval) {
  const Scenario scenario = load_text(imported_text());
  const CompareResult result = compare(scenario, scenario, 0, 1);
  EXPECT_EQ(result.effects[0].difference, 0);
  EXPECT_TRUE(std::isnan(result.effects[0].interval.low));
}

TEST(Compare, AcceptsAnotherPlan) {
  EXPECT_EQ(refusal(generated_text(), generated_text(more_recognition)), "not refused");
  EXPECT_EQ(refusal(imported_text(), imported_text(more_recognition)), "not refused");
}

TEST(Compare, NamesEveryDifferenceThatMatters) {
  std::string other = generated_text("", "steps_per_day = 2\n");
  other.replace(other.find("seed = 7"), 8, "seed = 8");
  other.replace(other.find("days = 6"), 8, "days = 9");
  other.replace(other.find("organisation = 4"), 16, "organisation = 5");
  other.replace(other.find("team_size = 7"), 13, "team_size = 6");
  EXPECT_THAT(refusal(generated_text(), other),
              AllOf(HasSubstr("scenario.seed: 8 differs"), HasSubstr("scenario.days: 9 differs"),
                    HasSubstr("scenario.steps_per_day: 2 differs"),
                    HasSubstr("scenario.replicates_per_organisation: 5 differs"),
                    HasSubstr("organisation.generate.team_size: 6 differs"), HasSubstr("7, as in")));
}

TEST(Compare, RefusesOtherRulesAndOtherPlaces) {
  EXPECT_THAT(refusal(generated_text("", "gossip = \"echo\"\n"), generated_text("", "gossip = \"transfer\"\n")),
              AllOf(HasSubstr("scenario.gossip: transfer differs"), HasSubstr("echo, as in"), HasSubstr("--gossip")));
  Scenario baseline = load_text(generated_text()), what_if = baseline;
  what_if.generator->places.account_places = 13;
  what_if.generator->open_seats = 0.1;
  try {
    check_comparable(baseline, what_if, 0);
    ADD_FAILURE() << "not refused";
  } catch (const InputError& error) {
    EXPECT_THAT(error.what(), AllOf(HasSubstr("organisation.account_places: 13 differs"),
                                    HasSubstr("organisation.generate.open_seats: 0.1 differs")));
  }
}

TEST(Compare, FindsOtherHeadCountsAndOtherPeople) {
  std::string other = generated_text();
  other.replace(other.find("rep = 16"), 8, "rep = 17");
  EXPECT_THAT(refusal(generated_text(), other), HasSubstr("organisation.generate.roles.rep: 17 differs"));
  other = generated_text();
  other.replace(other.find("marketer = 10"), 13, "bdr = 10");
  EXPECT_THAT(refusal(generated_text(), other), HasSubstr("organisation.generate.roles.bdr: 10 differs"));
  EXPECT_THAT(refusal(generated_text(), imported_text()), HasSubstr("differs from the baseline's"));
  const std::string weights = imported_text();
  Scenario changed = load_text(weights);
  Organisation organisation = *changed.imported;
  organisation.ties[0].trust += 0.1F;
  changed.imported = std::make_shared<const Organisation>(organisation);
  EXPECT_THROW(check_comparable(load_text(weights), changed, 0), InputError);
}

}  // namespace
}  // namespace trust
