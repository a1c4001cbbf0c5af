// Whatever a card of the tour states is what the engine finds, with 64 replicates and their intervals. A claim that the
// model does not show must be told as such: these tests hold that too.
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <map>
#include <string>

#include "scenarios/added_plan.hpp"
#include "scenarios/overrides.hpp"
#include "study/compare/compare.hpp"
#include "study/run.hpp"
#include "tests/study/temporary_folder.hpp"
#include "viz/tour/chapters.hpp"
#include "viz/tour/tour_state.hpp"

namespace trust::viz {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t replicates = 64;

fs::path firm(std::string_view file) { return fs::path(TRUSTSIM_SOURCE_DIR) / "scenarios" / "tour" / file; }

Scenario with_lever(const Scenario& baseline, Lever lever, float value) {
  const test::TemporaryFolder folder;
  return with_plan_file(
      baseline, folder.write("plan.toml",
                             "name = \"try\"\n[[intervention]]\nname = \"By hand\"\n"
                             "who = \"everyone\"\nfrom = 1\nset = { \"" +
                                 std::string(parameter(lever).name) + "\" = " + std::to_string(value) + " }\n"));
}

Scenario edited(const fs::path& file, const TourEdit& edit) {
  const Scenario baseline = load_scenario(file);
  if (const auto* lever = std::get_if<LeverTry>(&edit)) return with_lever(baseline, lever->lever, lever->value);
  if (const auto* kind = std::get_if<KindTry>(&edit)) {
    return with_intervention(baseline, std::string(kind->words), "--what-if");
  }
  if (const auto* lane = std::get_if<StrengthTry>(&edit)) {
    EXPECT_EQ(lane->lane, 0u);
    const std::vector<Override> overrides{
        {"intervention.The broken promise.strength", static_cast<double>(lane->strength), {}}};
    return ScenarioSource(file).with(overrides);
  }
  return baseline;
}

// The what-if against its baseline on the last day.
JudgedEffect effect_of(std::string_view file, const TourEdit& edit, Measure measure) {
  const Scenario baseline = load_scenario(firm(file));
  CompareOptions options;
  options.run = options_of(baseline);
  options.run.replicates = replicates;
  RunControl control;
  const std::vector<Scenario> what_ifs{edited(firm(file), edit)};
  return compare(baseline, what_ifs, options, control).outcomes.front().judge(measure, Span::last_day);
}

JudgedEffect lever_effect(std::string_view file, Lever lever, float value, Measure measure = Measure::output) {
  return effect_of(file, LeverTry{lever, value}, measure);
}

void expect_more(const JudgedEffect& effect) { EXPECT_GT(effect.interval().low, 0) << effect.difference(); }
void expect_less(const JudgedEffect& effect) { EXPECT_LT(effect.interval().high, 0) << effect.difference(); }

// Means over replicates, and the middle of a 95 % interval's half-width of the change since day 0.
struct Course {
  std::vector<Figures> daily;
  double change = 0;
  double half_width = 0;
  double worst = 0, best = 0;  // last day minus day 0 over replicates
};

Course course_of(std::string_view file, const TourEdit& edit, Measure measure = Measure::trust) {
  const Scenario scenario = edited(firm(file), edit);
  RunOptions options = options_of(scenario);
  options.replicates = replicates;
  RunControl control;
  const RunFigures figures = run_scenario(scenario, options, control).figures;
  const auto at = static_cast<std::size_t>(measure);
  Course course{figures.daily_mean, 0, 0, 1e9, -1e9};
  double squares = 0;
  for (std::size_t i = 0; i < figures.last.size(); ++i) {
    const double change = figures.last[i][at] - figures.first[i][at];
    course.change += change / replicates;
    squares += change * change / replicates;
    course.worst = std::min(course.worst, change);
    course.best = std::max(course.best, change);
  }
  course.half_width = 2 * std::sqrt((squares - course.change * course.change) / (replicates - 1));
  return course;
}

double on_day(const Course& course, std::size_t day, Measure measure = Measure::trust) {
  return course.daily[day][static_cast<std::size_t>(measure)];
}

double at_the_end(std::string_view file, float strength) {
  return on_day(course_of(file, StrengthTry{0, strength}, Measure::adoption), 65, Measure::adoption);
}

TEST(TourFacts, ABrokenPromiseCostsADayAndWeeksDoNotGiveItBack) {
  const Course course = course_of("one-bad-week.toml", {});
  EXPECT_LT(course.best, -0.005);                            // lower in every replicate: the first bet's truth
  EXPECT_LT(on_day(course, 10), on_day(course, 9) - 0.04);   // one day took it down
  EXPECT_GT(on_day(course, 65), on_day(course, 11) + 0.01);  // a part came back
  EXPECT_LT(on_day(course, 65), on_day(course, 9) - 0.02);   // only a part
}

TEST(TourFacts, TheWeightsThatTheCardsNameAreTheShippedOnes) {
  EXPECT_FLOAT_EQ(parameter(Lever::trust_loss).initial, 0.05F);
  EXPECT_FLOAT_EQ(parameter(Lever::trust_gain).initial, 0.03F);
  EXPECT_FLOAT_EQ(parameter(Lever::change_permission).initial, 0.35F);
  EXPECT_FLOAT_EQ(parameter(Lever::monitoring_loss).initial, 1.0F);
}

TEST(TourFacts, FairCoinsCostTrustWhereBadWeighsMore) {
  const Course course = course_of("coin-toss.toml", {});
  EXPECT_LT(course.best, -0.015);
  EXPECT_LT(course.change + course.half_width, -0.03);
}

TEST(TourFacts, TrustHoldsWhereBadWeighsAsMuchAsGood) {
  const Course even = course_of("coin-toss.toml", LeverTry{Lever::trust_loss, 0.03F});
  EXPECT_LT(std::abs(even.change) + even.half_width, 0.015);
  EXPECT_GT(course_of("coin-toss.toml", LeverTry{Lever::trust_loss, 0.02F}).worst, 0.015);
  EXPECT_LT(course_of("coin-toss.toml", LeverTry{Lever::trust_loss, 0.10F}).best, -0.1);
}

TEST(TourFacts, SixPromisesInTenHoldTrustWhereBadWeighsFiveAndGoodThree) {
  const Course six = course_of("coin-toss.toml", LeverTry{Lever::promise_propensity, 0.6F});
  EXPECT_LT(std::abs(six.change) + six.half_width, 0.015);
  EXPECT_GT(course_of("coin-toss.toml", LeverTry{Lever::promise_propensity, 0.75F}).worst, 0.015);
  EXPECT_GT(course_of("coin-toss.toml", LeverTry{Lever::promise_propensity, 0.95F}).worst, 0.1);
  // The theory: trust of one half is held by k / (1 + k) kept promises, k = loss / gain.
  const double k = 0.05 / 0.03;
  EXPECT_NEAR(k / (1 + k), 0.625, 1e-12);
}

// C1: reporting has an interior optimum ...
TEST(TourFacts, SomeReportsHelpBeginnersAndMoreHurt) {
  const char* file = "reports-beginners.toml";
  const Lever lever = Lever::hours_required_reporting;
  const JudgedEffect quarter = lever_effect(file, lever, 0.25F);
  const JudgedEffect half = lever_effect(file, lever, 0.5F);
  const JudgedEffect one = lever_effect(file, lever, 1);
  const JudgedEffect two = lever_effect(file, lever, 2);
  expect_more(quarter);
  expect_more(half);
  expect_less(one);  // "no better than none"
  expect_less(two);
  EXPECT_GT(half.difference(), quarter.difference());  // "about half an hour"
  EXPECT_LT(two.difference(), 5 * one.difference());   // "far worse"
}

// ... where people are new and nobody else checks; elsewhere not.
TEST(TourFacts, ReportsDoNotPayElsewhere) {
  const Lever lever = Lever::hours_required_reporting;
  for (const float hours : {0.1F, 0.25F, 0.5F, 1.0F, 2.0F}) {
    expect_less(lever_effect("reports-experienced.toml", lever, hours));
  }
  // The ordinary firm owes 0.2 hours: less is better, down to none.
  expect_more(lever_effect("poster.toml", lever, 0));
  expect_more(lever_effect("poster.toml", lever, 0.1F));
  EXPECT_GT(lever_effect("poster.toml", lever, 0).difference(), lever_effect("poster.toml", lever, 0.1F).difference());
  expect_less(lever_effect("poster.toml", lever, 0.5F));
}

// C3, as an equivalence: the whole interval within 0.5 % of the baseline's trust.
TEST(TourFacts, APosterDoesNothingToTrust) {
  const JudgedEffect trust = effect_of("poster.toml", KindTry{"poster"}, Measure::trust);
  EXPECT_GT(trust.interval().low, -0.005 * trust.effect.baseline);
  EXPECT_LT(trust.interval().high, 0.005 * trust.effect.baseline);
  EXPECT_LT(trust.interval().high, 0.0005);  // the same to the three digits of a card
  EXPECT_GT(trust.interval().low, -0.0005);
  const Scenario with_poster = edited(firm("poster.toml"), KindTry{"poster"});
  RunOptions options = options_of(with_poster);
  options.replicates = 1;
  RunControl control;
  double money = 0;
  for (const Figures& day : run_scenario(with_poster, options, control).figures.daily_mean) {
    money += day[static_cast<std::size_t>(Measure::programme_money)];
  }
  EXPECT_EQ(money, 500);  // "It costs 500."
  // "To be fair: about 0.1 per cent more got done."
  const JudgedEffect output = effect_of("poster.toml", KindTry{"poster"}, Measure::output);
  expect_more(output);
  EXPECT_NEAR(output.difference() / output.effect.baseline, 0.001, 0.0006);
}

TEST(TourFacts, WhatPeopleDoMovesTrust) {
  for (const char* kind : {"recognition_programme", "leaders_first"}) {
    const JudgedEffect trust = effect_of("poster.toml", KindTry{kind}, Measure::trust);
    EXPECT_GT(trust.interval().low, 0.02) << kind;
  }
}

// C5: the same change stalls or goes through, by trust in those who bring it.
TEST(TourFacts, AChangeStallsBelowATrustThresholdAndGoesThroughAboveIt) {
  EXPECT_LT(at_the_end("new-way.toml", 1), 1.0 / 3 - 0.1);
  const double half = at_the_end("new-way.toml", 0.5F);
  EXPECT_GT(half, 0.38);
  EXPECT_LT(half, 0.58);
  EXPECT_GT(at_the_end("new-way.toml", 0.25F), 2.0 / 3);
  EXPECT_GT(at_the_end("new-way.toml", 0), 0.95);
  // Where it stalls, mean trust across functions is below the threshold of 0.35; where it goes through, above.
  const auto across = [](float strength) {
    return on_day(course_of("new-way.toml", StrengthTry{0, strength}), 65, Measure::trust_across_functions);
  };
  EXPECT_LT(across(1), 0.35);
  EXPECT_GT(across(0.25F), 0.35);
  // Whatever leaders ask: a full mandate does not help.
  const auto lever = lever_effect("new-way.toml", Lever::change_mandate, 1, Measure::adoption);
  EXPECT_LT(lever.effect.what_if, 1.0 / 3);
  // It is permission that stops it: where nobody needs any, it goes through in spite of the promise.
  EXPECT_GT(lever_effect("new-way.toml", Lever::change_permission, 0, Measure::adoption).effect.what_if, 0.95);
}

// C10: supervision is an inverted U as long as it is free ...
TEST(TourFacts, ControlIsAHillWhereItTakesNoTime) {
  const char* file = "control-without-hours.toml";
  const Lever lever = Lever::monitoring_loss;
  const JudgedEffect half = lever_effect(file, lever, 0.5F);
  const JudgedEffect usual = lever_effect(file, lever, 1);
  const JudgedEffect twice = lever_effect(file, lever, 2);
  expect_more(half);
  expect_more(usual);
  expect_more(twice);
  expect_less(lever_effect(file, lever, 4));  // "less than when nobody checked at all"
  EXPECT_GT(usual.interval().low, half.interval().high);
  EXPECT_GT(usual.interval().low, twice.interval().high);
}

// ... and with its hours it only costs.
TEST(TourFacts, ControlWithItsHoursOnlyCosts) {
  double before = 0;
  for (const float fear : {0.5F, 1.0F, 2.0F, 4.0F}) {
    const JudgedEffect effect = lever_effect("control-with-hours.toml", Lever::monitoring_loss, fear);
    expect_less(effect);
    EXPECT_LT(effect.difference(), before);
    before = effect.difference();
  }
}

// The bet's truth in a single run is nearly always that of the mean: what is answered is what the claim says.
TEST(TourFacts, TheFirstReplicateTellsWhatTheMeanTells) {
  const std::map<std::string, std::size_t> truths{{"one-bad-week.toml", 0},
                                                  {"coin-toss.toml", 0},
                                                  {"reports-beginners.toml", 2},
                                                  {"reports-experienced.toml", 0},
                                                  {"poster.toml", 1},
                                                  {"new-way.toml", 0},
                                                  {"control-without-hours.toml", 2},
                                                  {"control-with-hours.toml", 0}};
  std::size_t asked = 0;
  for (const Chapter& chapter : tour_chapters()) {
    std::string file;
    const Question* question = nullptr;
    for (const TourStep& step : chapter.steps) {
      if (!step.scenario.empty()) file = step.scenario;
      if (step.question) question = &*step.question;
      if (step.kind != StepKind::run) continue;
      ++asked;
      const auto first = [&](const Scenario& scenario) {
        RunOptions options = options_of(scenario);
        options.replicates = 1;
        RunControl control;
        return run_scenario(scenario, options, control).figures;
      };
      const auto at = static_cast<std::size_t>(chapter.measure);
      const RunFigures what_if = first(edited(firm(file), step.edit));
      const RunFigures baseline = first(load_scenario(firm(file)));
      const auto value = [&](const Figures& figures) { return static_cast<float>(figures[at]); };
      const Finding found{"", value(what_if.first[0]), value(what_if.last[0]), value(baseline.last[0])};
      EXPECT_EQ(truth_of(*question, found), truths.at(file)) << file;
    }
  }
  EXPECT_EQ(asked, truths.size());
}

TEST(TourFacts, EveryFirmOfEveryChapterIsThere) {
  for (const Chapter& chapter : tour_chapters()) {
    EXPECT_FALSE(chapter.steps.front().scenario.empty()) << chapter.title;
    for (const TourStep& step : chapter.steps) {
      EXPECT_TRUE(step.scenario.empty() || fs::exists(firm(step.scenario))) << step.scenario;
    }
  }
  const Scenario any = load_scenario(firm("one-bad-week.toml"));
  EXPECT_EQ(any.imported->people.size(), 49u);
  EXPECT_EQ(any.imported->teams.size(), 7u);
  EXPECT_EQ(any.days, 65);
}

}  // namespace
}  // namespace trust::viz
