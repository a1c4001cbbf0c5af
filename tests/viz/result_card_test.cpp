// The card says of a comparison what the figures say, in whole sentences, and admits what nobody can tell.
#include "viz/session/result_card.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "study/compare/what_if.hpp"
#include "study/readable.hpp"
#include "tests/viz/example.hpp"
#include "viz/session/refiner.hpp"
#include "viz/session/result_table.hpp"

namespace trust::viz {
namespace {

using Mood = CardLine::Mood;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

Scenario small(int days = 20) {
  Scenario scenario = example_scenario(days);
  scenario.generator->roles = {{"rep", 16}, {"marketer", 10}};
  scenario.generator->ties_per_person = 8;
  return scenario;
}

Scenario with(const Scenario& baseline, const std::string& words) {
  return read_what_if(words, baseline, 0, load_scenario);
}

CompareResult compared(const Scenario& baseline, const Scenario& what_if, std::uint32_t replicates,
                       bool uncertain = false) {
  CompareOptions options;
  options.run = options_of(baseline);
  options.run.replicates = replicates;
  options.uncertain = uncertain;
  RunControl control;
  return compare(baseline, {&what_if, 1}, options, control);
}

std::vector<CardLine> card_of(const std::string& words, std::uint32_t replicates, bool uncertain = false) {
  const Scenario baseline = small();
  return result_card(compared(baseline, with(baseline, words), replicates, uncertain), baseline.days);
}

const CardLine* line_with(const std::vector<CardLine>& card, const std::string& text) {
  for (const CardLine& line : card)
    if (line.text.find(text) != std::string::npos) return &line;
  return nullptr;
}

// Two arms made by hand: of each replicate one figure of trust, and the same for every day and team.
CompareResult by_hand(const Scenario& baseline, const std::vector<double>& trust_baseline,
                      const std::vector<double>& trust_what_if, Measure measure = Measure::trust) {
  Arms arms;
  arms.scenario = &baseline;
  arms.plans = {&baseline.plan, &baseline.plan};
  arms.days = 2;
  const ReplicateBlock block{0, static_cast<std::uint32_t>(trust_baseline.size())};
  auto collector = std::make_shared<ArmCollector>(arms, block);
  for (std::uint32_t r = 0; r < block.count; ++r) {
    for (const std::size_t arm : {0U, 1U}) {
      LaneFigures lane;
      lane.hash = arm;
      lane.days.resize(3, Figures{});
      const double value = (arm == 0 ? trust_baseline : trust_what_if)[r];
      lane.days.back()[static_cast<std::size_t>(measure)] = value;
      lane.teams.resize(3, TeamFigures{});
      collector->take(arm, r, lane);
    }
  }
  collector->set_world(std::make_shared<const World>(baseline.organisation(0)));
  return judge_runs(baseline, block, collector, nullptr, nullptr);
}

TEST(ResultCard, BeginsWithTrustAndItsInterval) {
  const Scenario baseline = small();
  const CompareResult result = compared(baseline, with(baseline, "recognition_programme:from=2"), 16);
  const JudgedEffect judged = result.outcomes.front().judge(Measure::trust, Span::last_day);
  ASSERT_GT(judged.interval().low, 0);
  const std::vector<CardLine> card = result_card(result, baseline.days);
  EXPECT_EQ(card.front().text, "Trust on day 20 is higher by " + readable_change(judged.difference()).substr(1) +
                                   " (95 %: " + readable_change(judged.interval().low).substr(1) + " to " +
                                   readable_change(judged.interval().high).substr(1) + ").");
  EXPECT_EQ(card.front().mood, Mood::better);
  const DailyBand band = result.outcomes.front().runs().daily(Measure::trust);
  EXPECT_NE(line_with(card, "It shows"), nullptr);
  EXPECT_NE(line_with(card, "day " + std::to_string(*band.first_day)), nullptr);
  EXPECT_NE(line_with(card, "Better in 16 of 16 replicates."), nullptr);
}

TEST(ResultCard, OfAFallRunsAlongIt) {
  const CompareResult result = by_hand(small(), {0.5, 0.6, 0.7, 0.55}, {0.4, 0.51, 0.59, 0.44});
  const std::vector<CardLine> card = result_card(result, 2);
  EXPECT_THAT(card.front().text, StartsWith("Trust on day 2 is lower by 0."));
  EXPECT_EQ(card.front().mood, Mood::worse);
  const Range interval = result.outcomes.front().judge(Measure::trust, Span::last_day).interval();
  EXPECT_THAT(card.front().text, HasSubstr("(95 %: " + readable_change(interval.high).substr(1) + " to " +
                                           readable_change(interval.low).substr(1) + ")"));
  EXPECT_THAT(card.front().text, Not(HasSubstr("-0")));
  EXPECT_NE(line_with(card, "Better in 0 of 4 replicates."), nullptr);
}

TEST(ResultCard, SaysThatNothingChangesOnlyOfExactlyNothing) {
  const Scenario baseline = small();
  const std::vector<CardLine> same = result_card(compared(baseline, baseline, 8), baseline.days);
  ASSERT_EQ(same.size(), 2U);
  EXPECT_THAT(same.front().text, StartsWith("Nothing changes: in 8 replicates"));
  EXPECT_EQ(same.front().mood, Mood::plain);
  const std::vector<CardLine> tiny = result_card(by_hand(baseline, {0.5, 0.6}, {0.5 + 1e-12, 0.6 + 1e-12}), 2);
  EXPECT_EQ(line_with(tiny, "Nothing changes"), nullptr);
  // Trust is the same and something else is not.
  const std::vector<CardLine> other = result_card(by_hand(baseline, {1, 2, 3}, {4, 3, 5}, Measure::stress), 2);
  EXPECT_EQ(other.front().text, "Trust on day 2 is the same in 3 replicates.");
  EXPECT_EQ(line_with(other, "Nothing changes"), nullptr);
}

TEST(ResultCard, AdmitsThatNobodyCanTell) {
  const std::vector<CardLine> card = result_card(by_hand(small(), {0.5, 0.5, 0.5}, {0.6, 0.45, 0.5}), 2);
  EXPECT_THAT(card.front().text, StartsWith("Trust on day 2: nobody can tell yet. After 3 replicates the difference"));
  EXPECT_THAT(card.front().text, HasSubstr("(95 %: -"));
  EXPECT_EQ(card.front().mood, Mood::unsure);
  EXPECT_NE(line_with(card, "Better in 1 of 3 replicates, the same in 1."), nullptr);
  EXPECT_EQ(line_with(card, "It shows"), nullptr);
}

TEST(ResultCard, OfOneReplicateHasNoInterval) {
  const std::vector<CardLine> card = result_card(by_hand(small(), {0.5}, {0.6}), 2);
  EXPECT_EQ(card.front().text, "Trust on day 2 is higher by 0.1000, but one replicate has no interval.");
  EXPECT_EQ(card.front().mood, Mood::unsure);
  EXPECT_THAT(card.back().text, StartsWith("1 replicate: the 95 % would know luck alone"));
}

TEST(ResultCard, NamesTheHardestHitTeam) {
  const Scenario baseline = small();
  const Scenario what_if = with(baseline, "broken_promise:from=3,who=everyone");
  const CompareResult result = compared(baseline, what_if, 16);
  const auto worst = result.outcomes.front().runs().worst_team(TeamMeasure::trust_received);
  ASSERT_TRUE(worst);
  ASSERT_LT(worst->effect.shrunk, 0);
  const CardLine* line = line_with(result_card(result, baseline.days), "Hardest hit");
  ASSERT_NE(line, nullptr);
  const std::vector<CardLine> card = result_card(result, baseline.days);
  line = line_with(card, "Hardest hit");
  EXPECT_THAT(line->text, HasSubstr(worst->team));
  EXPECT_THAT(line->text, HasSubstr(readable_change(worst->effect.shrunk)));
  EXPECT_EQ(line->mood, worst->effect.interval.high < 0 ? Mood::worse : Mood::unsure);
}

TEST(ResultCard, SaysThatNoTeamIsWorseOff) {
  const std::vector<CardLine> card = card_of("recognition_programme:from=2", 16);
  EXPECT_NE(line_with(card, "No team is "), nullptr);
  EXPECT_EQ(line_with(card, "Hardest hit"), nullptr);
}

TEST(ResultCard, TellsMoneyAndThePrice) {
  const Scenario baseline = small();
  const CompareResult result = compared(baseline, with(baseline, "recognition_programme:from=2"), 16);
  const std::vector<CardLine> card = result_card(result, baseline.days);
  const JudgedEffect money = result.outcomes.front().judge_net_money();
  const CardLine* line = line_with(card, "Money: ");
  ASSERT_NE(line, nullptr);
  EXPECT_THAT(line->text, HasSubstr(readable_change(money.difference()) + " over the run"));
  EXPECT_EQ(line->mood == Mood::unsure, holds_zero(money.interval()));
  EXPECT_NE(line_with(card, "It takes "), nullptr);
}

TEST(ResultCard, NamesWhatIsNotSure) {
  const Scenario baseline = small();
  const CompareResult result = compared(baseline, with(baseline, "recognition_programme:from=2"), 8);
  const std::vector<CardLine> card = result_card(result, baseline.days);
  bool any = false;
  for (const ResultRow& row : result_rows(result)) {
    if (!row.measure || row.mood != Mood::unsure || *row.measure == Measure::trust) continue;
    any = true;
    std::string label = row.label;
    label.front() = static_cast<char>(std::tolower(label.front()));
    const CardLine* line = line_with(card, "Not sure: ");
    ASSERT_NE(line, nullptr);
    EXPECT_THAT(line->text, HasSubstr(label));
  }
  EXPECT_EQ(line_with(card, "Not sure: ") != nullptr, any);
}

TEST(ResultCard, WarnsOfFewEvents) {
  const CompareResult rare =
      by_hand(small(), {0, 0, 0, 0, 0, 0, 0, 0}, {0, 0, 1, 0, 0, 0, 0, 0}, Measure::exits);
  const std::vector<CardLine> card = result_card(rare, 2);
  const CardLine* line = line_with(card, "~ Rests on few events: exits.");
  ASSERT_NE(line, nullptr);
  EXPECT_EQ(line->mood, Mood::warning);
  EXPECT_EQ(line_with(card_of("recognition_programme:from=2", 16), "few events: trust"), nullptr);
}

TEST(ResultCard, SaysWhatTheIntervalKnows) {
  const std::vector<CardLine> luck = card_of("recognition_programme:from=2", 16);
  EXPECT_EQ(luck.back().text,
            "16 replicates: the 95 % know luck alone, not how far the parameters are off, nor whether the model's rules "
            "hold.");
  const std::vector<CardLine> organisations = card_of("recognition_programme:from=2", 32);
  EXPECT_THAT(organisations.back().text, HasSubstr("luck and the people and ties of 2 organisations, not"));
  const std::vector<CardLine> drawn = card_of("recognition_programme:from=2", 16, true);
  EXPECT_THAT(drawn.back().text, HasSubstr("luck and the spread of "));
  EXPECT_THAT(drawn.back().text, HasSubstr("parameters, not whether the model's rules hold."));
  EXPECT_TRUE(line_with(drawn, "hangs on") || line_with(drawn, "No single parameter stands out"));
}

TEST(ResultCard, WithDrawnParametersSaysWhichIntervalItIs) {
  const Scenario baseline = small();
  const CompareResult result = compared(baseline, with(baseline, "recognition_programme:from=2"), 16, true);
  const std::vector<CardLine> card = result_card(result, baseline.days);
  const bool wider = result.outcomes.front().judge(Measure::trust, Span::last_day).parameters_are_wider();
  EXPECT_EQ(card.front().text.find("95 % of parameter draws") != std::string::npos, wider);
  EXPECT_TRUE(wider);
}

TEST(ResultCard, IsMadeOfWholeSentences) {
  for (const char* words : {"recognition_programme:from=2", "layoff:from=5,share=0.2", "offsite:from=3",
                            "bad_quarter:from=4", "broken_promise:from=3,who=everyone"}) {
    for (const bool uncertain : {false, true}) {
      for (const CardLine& line : card_of(words, 8, uncertain)) {
        EXPECT_TRUE(line.text.ends_with(".")) << line.text;
        EXPECT_EQ(line.text.find("  "), std::string::npos) << line.text;
        EXPECT_EQ(line.text.find("nan"), std::string::npos) << line.text;
        EXPECT_EQ(line.text.find("--"), std::string::npos) << line.text;
      }
    }
  }
}

TEST(ResultRows, HaveTheMoodOfTheMeasure) {
  const Range up{0.1, 0.3}, down{-0.3, -0.1}, across{-0.1, 0.2}, none{0, 0};
  EXPECT_EQ(mood_of(0.2, up, Better::higher), Mood::better);
  EXPECT_EQ(mood_of(0.2, up, Better::lower), Mood::worse);
  EXPECT_EQ(mood_of(-0.2, down, Better::lower), Mood::better);
  EXPECT_EQ(mood_of(-0.2, down, Better::higher), Mood::worse);
  EXPECT_EQ(mood_of(0.05, across, Better::higher), Mood::unsure);
  EXPECT_EQ(mood_of(0, none, Better::higher), Mood::plain);
  EXPECT_EQ(mood_of(0, across, Better::higher), Mood::unsure);
  EXPECT_EQ(mood_of(0.1, {std::nan(""), std::nan("")}, Better::higher), Mood::unsure);
}

TEST(ResultRows, AsCsvHaveTheirNumbersInFull) {
  const Scenario baseline = small();
  const CompareResult result = compared(baseline, with(baseline, "recognition_programme:from=2"), 8);
  const std::vector<ResultRow> rows = result_rows(result);
  const std::string csv = table_as_csv(rows);
  EXPECT_THAT(csv, StartsWith("measure,span,unit,baseline,what_if,difference,low,high,interval_of,better_in,same_in\n"));
  EXPECT_EQ(static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\n')), rows.size() + 1);
  const std::size_t at = csv.find("\ntrust,last_day,0 to 1,");
  ASSERT_NE(at, std::string::npos);
  std::size_t comma = at;
  for (int i = 0; i < 5; ++i) comma = csv.find(',', comma + 1);
  EXPECT_EQ(std::stod(csv.substr(comma + 1)), rows.front().difference) << "read back to the bit";
  EXPECT_THAT(csv, HasSubstr("\nnet_money,whole_run,money,"));
}

TEST(ResultRows, AsTextCarryTheCardAndTheTable) {
  Refinement refinement;
  refinement.card = {{Mood::better, "Trust is higher.", ""}};
  refinement.rows = {{Measure::trust, "Trust", false, 0.5, 0.55, 0.05, 0.04, 0.06, false, 8, 0, true, Mood::better}};
  const std::string text = result_as_text("One against the other", refinement);
  EXPECT_THAT(text, StartsWith("One against the other\n\nTrust is higher.\n"));
  EXPECT_THAT(text, HasSubstr("+0.0500   +0.0400 to +0.0600 ~\n"));
}

}  // namespace
}  // namespace trust::viz
