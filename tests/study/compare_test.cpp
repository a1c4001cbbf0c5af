#include "study/compare/compare.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "study/compare/comparable.hpp"
#include "study/compare/what_if.hpp"
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

CompareOptions options_for(const Scenario& baseline, std::uint32_t first, std::uint32_t count, int threads = 1) {
  CompareOptions options;
  options.run = options_of(baseline);
  options.run.first_replicate = first;
  options.run.replicates = count;
  options.run.threads = threads;
  return options;
}

CompareResult compare_all(const Scenario& baseline, const std::vector<Scenario>& what_ifs,
                          const CompareOptions& options) {
  RunControl control;
  return compare(baseline, what_ifs, options, control);
}

CompareResult compare_two(const Scenario& baseline, const Scenario& what_if, std::uint32_t first, std::uint32_t count,
                          int threads = 1) {
  return compare_all(baseline, {what_if}, options_for(baseline, first, count, threads));
}

Scenario with(const Scenario& baseline, const std::string& words) {
  return read_what_if(words, baseline, 0, [](const std::filesystem::path& file) { return load_scenario(file); });
}

bool same_bits(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

// Everything that is said of a what-if is the same, to the bit.
void expect_same_outcome(const Outcome& one, const Outcome& other) {
  for (const MeasureRow& row : measures()) {
    for (const Span span : {Span::last_day, Span::whole_run}) {
      const JudgedEffect a = one.judge(row.id, span);
      const JudgedEffect b = other.judge(row.id, span);
      EXPECT_TRUE(same_bits(a.difference(), b.difference())) << row.name;
      EXPECT_TRUE(same_bits(a.interval().low, b.interval().low)) << row.name;
      EXPECT_TRUE(same_bits(a.interval().high, b.interval().high)) << row.name;
      EXPECT_EQ(a.effect.share_better, b.effect.share_better) << row.name;
    }
    const DailyBand a = one.runs().daily(row.id);
    const DailyBand b = other.runs().daily(row.id);
    EXPECT_EQ(a.difference, b.difference) << row.name;
    EXPECT_EQ(a.first_day, b.first_day) << row.name;
  }
  EXPECT_EQ(one.runs().what_if().hashes, other.runs().what_if().hashes);
  EXPECT_TRUE(same_bits(one.judge_net_money().difference(), other.judge_net_money().difference()));
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
  Scenario nothing = with(scenario, "recognition_programme:strength=0,from=2");
  nothing.plan.interventions.front().hours_per_day = 0;
  for (const Scenario& what_if : {scenario, nothing}) {
    const CompareResult result = compare_two(scenario, what_if, 0, 12);
    const Outcome& outcome = result.outcomes.front();
    EXPECT_EQ(outcome.runs().baseline().hashes, outcome.runs().what_if().hashes);
    for (const MeasureRow& row : measures()) {
      for (const Span span : {Span::last_day, Span::whole_run}) {
        const PairedEffect effect = outcome.runs().effect(row.id, span);
        EXPECT_EQ(effect.difference, 0) << row.name;
        EXPECT_EQ(effect.interval.low, 0) << row.name;
        EXPECT_EQ(effect.interval.high, 0) << row.name;
        EXPECT_EQ(effect.share_better, 0) << row.name;
        EXPECT_FALSE(std::signbit(effect.difference)) << row.name;
      }
      const DailyBand band = outcome.runs().daily(row.id);
      ASSERT_EQ(band.difference.size(), 7U);
      for (std::size_t day = 0; day < band.difference.size(); ++day) {
        EXPECT_EQ(band.difference[day], 0) << row.name << " on day " << day;
        EXPECT_EQ(band.band[day].low, 0) << row.name << " on day " << day;
        EXPECT_EQ(band.band[day].high, 0) << row.name << " on day " << day;
      }
      EXPECT_FALSE(band.first_day) << row.name;
    }
    EXPECT_EQ(outcome.judge_net_money().difference(), 0);
    EXPECT_TRUE(what_moved_most(outcome, {}).empty());
    for (const TeamMeasureRow& row : team_measures()) EXPECT_FALSE(outcome.runs().worst_team(row.id)) << row.name;
  }
}

TEST(Compare, NothingHappensBeforeAnInterventionBegins) {
  Scenario baseline = load_text(generated_text("", "steps_per_day = 2\n"));
  baseline.days = 64;
  const std::string team = baseline.organisation(0)->teams.back().name;
  const Scenario what_if = with(baseline, "recognition_programme:from=60,who=team:" + team);
  BatchJob job;
  job.scenario = &baseline;
  job.plans = {&baseline.plan, &what_if.plan};
  job.batches = pack_batches(0, 8, 2, [&](std::uint32_t r) { return baseline.organisation_draw(r); });
  job.days = baseline.days;
  job.column_hashes = true;
  RunControl control;
  std::size_t pairs = 0;
  run_batches(job, control, [&](const BatchRecord& record) {
    const auto half = static_cast<std::size_t>(record.lanes()) / 2;
    for (std::size_t lane = 0; lane < half; ++lane) {
      for (std::size_t day = 0; day < 60; ++day)
        EXPECT_EQ(record.column_hashes[day][lane], record.column_hashes[day][lane + half]) << "day " << day;
      EXPECT_NE(record.column_hashes[60][lane], record.column_hashes[60][lane + half]);
      ++pairs;
    }
  });
  EXPECT_EQ(pairs, 8U);
  const CompareResult result = compare_two(baseline, what_if, 0, 24);
  const PairedRuns& runs = result.outcomes.front().runs();
  EXPECT_EQ(runs.daily(Measure::programme_hours).first_day, 60);
  for (const MeasureRow& row : measures()) {
    const DailyBand band = runs.daily(row.id);
    for (std::size_t day = 0; day < 60; ++day) {
      EXPECT_EQ(band.difference[day], 0) << row.name;
      EXPECT_EQ(band.band[day].high, 0) << row.name;
    }
  }
}

TEST(Compare, EachSideIsWhatItIsAlone) {
  const Scenario baseline = load_text(generated_text());
  const Scenario what_if = load_text(generated_text(more_recognition));
  const CompareResult result = compare_two(baseline, what_if, 0, 12);
  const Outcome& outcome = result.outcomes.front();
  RunControl control;
  const RunResult alone = run_scenario(baseline, options_of(baseline), control);
  const RunResult changed = run_scenario(what_if, options_of(what_if), control);
  EXPECT_EQ(outcome.runs().baseline().hashes, alone.replicate_hashes);
  EXPECT_EQ(outcome.runs().what_if().hashes, changed.replicate_hashes);
  EXPECT_NE(alone.state_hash, changed.state_hash);
  const PairedEffect effect = outcome.runs().effect(Measure::trust, Span::last_day);
  EXPECT_NEAR(effect.difference,
              summarise(changed.figures, Measure::trust).last - summarise(alone.figures, Measure::trust).last, 1e-12);
  EXPECT_NEAR(effect.what_if - effect.baseline, effect.difference, 1e-12);
  const DailyBand band = outcome.runs().daily(Measure::trust);
  for (std::size_t day = 0; day <= 6; ++day) {
    const auto trust_on = [&](const RunResult& run) { return run.figures.daily_mean[day][0]; };
    EXPECT_NEAR(band.difference[day], trust_on(changed) - trust_on(alone), 1e-12) << "day " << day;
  }
}

TEST(Compare, TheWholeRunIsTheSumOfItsDays) {
  const Scenario baseline = load_text(generated_text());
  const CompareResult result = compare_two(baseline, with(baseline, "training_event:from=2"), 0, 12);
  const Outcome& outcome = result.outcomes.front();
  for (const Measure measure : {Measure::revenue, Measure::exits, Measure::programme_money}) {
    const std::vector<double> days = outcome.runs().daily(measure).difference;
    double sum = 0;
    for (std::size_t day = 1; day < days.size(); ++day) sum += days[day];
    EXPECT_NEAR(outcome.runs().effect(measure, Span::whole_run).difference, sum, 1e-6 * (1 + std::abs(sum)));
  }
  RunControl control;
  double revenue = 0;  // of the baseline alone, without day 0, on which nobody has worked
  const RunResult alone = run_scenario(baseline, options_of(baseline), control);
  for (std::size_t day = 1; day <= 6; ++day)
    revenue += alone.figures.daily_mean[day][static_cast<std::size_t>(Measure::revenue)];
  EXPECT_NEAR(outcome.runs().effect(Measure::revenue, Span::whole_run).baseline, revenue, 1e-6 * revenue);
  const auto total = [&](Measure measure) { return outcome.runs().effect(measure, Span::whole_run).difference; };
  EXPECT_NEAR(outcome.judge_net_money().difference(),
              total(Measure::revenue) - total(Measure::exit_cost) - total(Measure::programme_money), 1e-6);
}

TEST(Compare, PackingAndThreadsChangeNothing) {
  const Scenario baseline = load_text(imported_text());
  const Scenario what_if = load_text(imported_text(more_recognition));
  const CompareResult all = compare_two(baseline, what_if, 0, 20);
  expect_same_outcome(compare_two(baseline, what_if, 0, 20, 4).outcomes[0], all.outcomes[0]);
  for (const std::uint32_t first : {3u, 8u, 13u}) {
    const CompareResult some = compare_two(baseline, what_if, first, 5);
    for (std::uint32_t r = 0; r < 5; ++r) {
      for (const std::size_t arm : {0U, 1U})
        EXPECT_EQ(some.runs->arms()[arm].hashes[r], all.runs->arms()[arm].hashes[first + r]);
    }
  }
}

TEST(Compare, TheOrderAndNumberOfWhatIfsChangesNoFigure) {
  const Scenario baseline = load_text(generated_text());
  const std::vector<Scenario> plans = {with(baseline, "recognition_programme:from=2"),
                                       with(baseline, "reorganisation:from=3,share=0.8"),
                                       load_text(generated_text(more_recognition)), with(baseline, "poster:from=4")};
  for (const bool uncertain : {false, true}) {
    CompareOptions options = options_for(baseline, 0, 12);
    options.uncertain = uncertain;
    const CompareResult together = compare_all(baseline, plans, options);
    const CompareResult turned = compare_all(baseline, {plans[3], plans[2], plans[1], plans[0]}, options);
    for (std::size_t w = 0; w < plans.size(); ++w) {
      const CompareResult alone = compare_all(baseline, {plans[w]}, options);
      expect_same_outcome(together.outcomes[w], alone.outcomes[0]);
      expect_same_outcome(turned.outcomes[plans.size() - 1 - w], alone.outcomes[0]);
    }
  }
}

TEST(Compare, TheUnitIsTheOrganisationWhereThereAreSeveral) {
  const Scenario baseline = load_text(generated_text());
  const Scenario what_if = load_text(generated_text(more_recognition));
  const CompareResult result = compare_two(baseline, what_if, 0, 12);  // four in each of three organisations
  const PairedEffect effect = result.outcomes[0].runs().effect(Measure::trust, Span::last_day);
  EXPECT_EQ(result.organisations, 3U);
  EXPECT_TRUE(effect.organisations_vary);
  EXPECT_EQ(effect.units, 3U);
  EXPECT_EQ(result.runs->rows().count(), 3U);  // the course of the days counts organisations too
  std::vector<double> of_organisation(3);
  const std::vector<double> differences = result.outcomes[0].runs().differences(Measure::trust, Span::last_day);
  for (std::size_t r = 0; r < 12; ++r) of_organisation[r / 4] += differences[r] / 4;
  const MeanWithInterval by_hand = mean_with_interval(of_organisation);
  EXPECT_NEAR(effect.interval.low, by_hand.interval.low, 1e-12);
  EXPECT_NEAR(effect.interval.high, by_hand.interval.high, 1e-12);
  const CompareResult one = compare_two(baseline, what_if, 4, 4);
  EXPECT_EQ(one.organisations, 1U);
  EXPECT_EQ(one.outcomes[0].runs().effect(Measure::trust, Span::last_day).units, 4U);
}

TEST(Compare, ManyReplicatesShareRowsOfDaysEvenly) {
  std::vector<std::uint32_t> unit_of;
  for (std::uint32_t organisation = 5; organisation < 5 + 700; ++organisation) {
    for (int r = 0; r < 3; ++r) unit_of.push_back(organisation);
  }
  const DayRows rows(unit_of);
  ASSERT_EQ(rows.count(), DayRows::most);
  double replicates = 0;
  for (std::size_t row = 0; row < rows.count(); ++row) {
    EXPECT_GE(rows.size(row), 6);
    EXPECT_LE(rows.size(row), 9);
    replicates += rows.size(row);
  }
  EXPECT_EQ(replicates, 2100);
  for (std::size_t r = 1; r < unit_of.size(); ++r) {
    EXPECT_GE(rows.row_of(r), rows.row_of(r - 1));
    if (unit_of[r] == unit_of[r - 1]) {
      EXPECT_EQ(rows.row_of(r), rows.row_of(r - 1));
    }
  }
}

TEST(Compare, OneReplicateHasNoInterval) {
  const Scenario scenario = load_text(imported_text());
  const CompareResult result = compare_two(scenario, scenario, 0, 1);
  const PairedEffect effect = result.outcomes[0].runs().effect(Measure::trust, Span::last_day);
  EXPECT_EQ(effect.difference, 0);
  EXPECT_TRUE(std::isnan(effect.interval.low));
}

TEST(Compare, StopsWhereTheIntervalIsNarrowEnoughAndReportsFreshReplicates) {
  const Scenario baseline = load_text(imported_text());
  const Scenario what_if = load_text(imported_text(more_recognition));
  CompareOptions options = options_for(baseline, 7, 1);
  options.until_half_width = 10.0;
  const CompareResult wide = compare_all(baseline, {what_if}, options);
  EXPECT_TRUE(wide.narrow_enough);
  EXPECT_EQ(wide.searched, (ReplicateBlock{7, 64}));
  EXPECT_EQ(wide.replicates, (ReplicateBlock{71, 64}));
  expect_same_outcome(wide.outcomes[0], compare_two(baseline, what_if, 71, 64).outcomes[0]);
  const double half = half_width(wide.outcomes[0].runs().effect(Measure::trust, Span::last_day).interval);
  options.until_half_width = half / 1.6;
  const CompareResult narrow = compare_all(baseline, {what_if}, options);
  EXPECT_GT(narrow.replicates.count, 64U);
  EXPECT_EQ(narrow.replicates.first, 7 + narrow.searched->count);
  // Every plan must be known as well as that, whichever comes last.
  const CompareResult both = compare_all(baseline, {what_if, baseline}, options);
  EXPECT_EQ(both.replicates, narrow.replicates);
}

// Of those whom the first day had in the team, whatever became of its seats.
TEST(Compare, TeamsAreMeansOfTheirPeopleWhoAreThere) {
  Scenario scenario = with(load_text(generated_text()), "reorganisation:from=3,share=0.8");
  scenario.days = 40;
  BatchJob job;
  job.scenario = &scenario;
  job.plans = {&scenario.plan};
  job.batches = pack_batches(0, 8, 1, [&](std::uint32_t r) { return scenario.organisation_draw(r); });
  job.days = scenario.days;
  RunControl control;
  run_batches(job, control, [&](const BatchRecord& record) {
    const auto teams = team_figures(record);
    ASSERT_EQ(teams.size(), static_cast<std::size_t>(record.lanes()));
    for (int lane = 0; lane < record.lanes(); ++lane) {
      // Weighted by people, the teams' means are the organisation's.
      std::map<std::uint32_t, double> present;
      double stress = 0, people = 0;
      const auto& seats = record.world->organisation().people;
      for (Seat seat = 0; seat < seats.size(); ++seat)
        present[seats[seat].team] += static_cast<double>(record.batch.state()[Column::present].at(seat, lane));
      for (const auto& [team, count] : present) {
        if (count == 0) continue;
        stress += count * teams[static_cast<std::size_t>(lane)][team][static_cast<std::size_t>(TeamMeasure::stress)];
        people += count;
      }
      EXPECT_NEAR(stress / people, record.figures(40, lane)[static_cast<std::size_t>(Measure::stress)], 1e-4);
    }
  });
}

TEST(Compare, FindsTheTeamThatIsHitAlone) {
  Scenario baseline = load_text(generated_text());
  baseline.days = 30;
  const std::string team = baseline.organisation(0)->teams[1].name;
  const Scenario what_if = with(baseline, "add_reporting:who=team:" + team);
  const CompareResult result = compare_two(baseline, what_if, 0, 24);
  const auto worst = result.outcomes[0].runs().worst_team(TeamMeasure::stress);
  ASSERT_TRUE(worst);
  EXPECT_EQ(worst->team, team);
  EXPECT_GT(worst->effect.shrunk, worst->mean_of_teams);
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
