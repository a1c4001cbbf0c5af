// People who come and go, and teams that are reorganised, in whole studies: the calibrated rate, plans that cannot
// share a batch, and tables of an organisation that is another one at the end.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <sstream>

#include "models/reorganisation.hpp"
#include "study/compare/compare.hpp"
#include "study/run_writer.hpp"
#include "tests/study/small_scenarios.hpp"

namespace trust {
namespace {

using test::generated_text;
using test::load_text;
using test::TemporaryFolder;
using test::text_of;

const std::string reorganised_on_day_3 = R"(
[[intervention]]
kind = "reorganisation"
from = 3
share = 0.8
)";

Scenario with_reorganisation(const Scenario& scenario, int day = 3) {
  Scenario what_if = scenario;
  Event event;
  event.kind = Event::Kind::reorganise;
  event.name = "new teams";
  event.day = day;
  event.share = 0.8F;
  event.who = {Target{}};
  what_if.plan.events.push_back(event);
  return what_if;
}

RunResult run(const Scenario& scenario, const BatchSink& sink = {}) {
  RunOptions options = options_of(scenario);
  options.threads = 1;
  RunControl control;
  return run_scenario(scenario, options, control, sink);
}

// The base rate that exit.rate is calibrated on; 28 to 35 % a year of the people who are there.
TEST(Turnover, IsThirtyInAHundredAYearAtTheBaseline) {
  Scenario scenario = load_scenario(std::filesystem::path(TRUSTSIM_SOURCE_DIR) / "scenarios/start/first-90-days.toml");
  scenario.plan.interventions.clear();
  scenario.plan.events.clear();
  scenario.days = 260;
  scenario.replicates = 32;
  const RunResult result = run(scenario);
  double exits = 0;
  double people = 0;
  for (std::size_t day = 1; day <= 260; ++day) {
    exits += result.figures.daily_mean[day][static_cast<std::size_t>(Measure::exits)];
    people += result.figures.daily_mean[day][static_cast<std::size_t>(Measure::people)] / 260;
  }
  RecordProperty("turnover", std::to_string(exits / people));
  EXPECT_GT(exits / people, 0.28);
  EXPECT_LT(exits / people, 0.35);
}

TEST(Turnover, PlansThatReorganiseApartAreComparedAllTheSame) {
  const Scenario baseline = load_text(generated_text());
  const Scenario what_if = with_reorganisation(baseline);
  CompareOptions options;
  options.run = options_of(baseline);
  RunControl control;
  const std::vector<Scenario> what_ifs = {what_if};
  const CompareResult result = compare(baseline, what_ifs, options, control);
  const PairedRuns& runs = result.outcomes.front().runs();
  EXPECT_EQ(runs.baseline().hashes, run(baseline).replicate_hashes);
  EXPECT_EQ(runs.what_if().hashes, run(what_if).replicate_hashes);
  EXPECT_NE(runs.what_if().hashes, runs.baseline().hashes);
}

TEST(Turnover, PlansOfDifferentCompanyNeverShareABatch) {
  const Scenario baseline = load_text(generated_text());
  const Scenario early = with_reorganisation(baseline, 2);
  const Scenario late = with_reorganisation(baseline, 4);
  const std::vector<const Plan*> plans = {&baseline.plan, &early.plan, &baseline.plan, &late.plan, &early.plan};
  const std::vector<std::uint32_t> company = company_of(plans);
  EXPECT_EQ(company, (std::vector<std::uint32_t>{0, 1, 0, 2, 1}));
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> times;
  std::uint32_t last = 0;
  for (const PackedBatch& batch : pack_batches(
           5, 40, 5, [](std::uint32_t r) { return r / 16; }, company)) {
    ASSERT_LE(batch.lanes.size(), lanes_of_batch);
    EXPECT_GE(batch.lanes.front().replicate, last);
    last = batch.lanes.front().replicate;
    for (const PackedLane& lane : batch.lanes) {
      EXPECT_EQ(company[lane.plan], company[batch.lanes.front().plan]);
      EXPECT_EQ(lane.replicate / 16, batch.draw);
      ++times[{lane.replicate, lane.plan}];
    }
  }
  EXPECT_EQ(times.size(), 40U * 5);
  for (const auto& [lane, count] : times) EXPECT_EQ(count, 1) << lane.first << " under " << lane.second;
}

TEST(Turnover, EachOrganisationIsReorganisedInItsOwnWay) {
  const Scenario scenario = with_reorganisation(load_text(generated_text()));
  std::vector<std::vector<Seat>> movers;
  run(scenario, [&](const BatchRecord& record) {
    std::vector<Seat> moved;
    for (Seat seat = 0; seat < record.world->seats(); ++seat) {
      if (record.batch.world().team_of()[seat] != record.world->team_of()[seat]) moved.push_back(seat);
    }
    movers.push_back(moved);
  });
  ASSERT_EQ(movers.size(), 3U);
  EXPECT_FALSE(movers[0].empty());
  EXPECT_NE(movers[0], movers[1]);
}

TEST(Turnover, TheTablesShowTheTeamsOfTheLastDay) {
  const Scenario scenario = with_reorganisation(load_text(generated_text()));
  const TemporaryFolder place;
  RunOptions options = options_of(scenario);
  RunControl control;
  RunWriter writer(place / "out");
  std::map<std::string, std::string> team;  // of "draw,id"
  std::size_t ties = 0;
  std::uint32_t draws = 0;
  const RunResult result = run_scenario(scenario, options, control, [&](const BatchRecord& record) {
    writer.take(record);
    const Organisation& now = record.batch.world().organisation();
    for (const Person& person : now.people) {
      team[std::to_string(record.packed->draw) + "," + person.id] = now.teams[person.team].name;
    }
    ties += record.batch.world().graph().ties();
    ++draws;
  });
  writer.finish(scenario, options, result);
  std::istringstream people(text_of(place / "out/people.csv"));
  std::string line;
  std::getline(people, line);
  std::size_t rows = 0;
  while (std::getline(people, line)) {
    std::vector<std::string> cells;
    std::istringstream parts(line);
    for (std::string cell; std::getline(parts, cell, ',');) cells.push_back(cell);
    EXPECT_EQ(cells.at(4), team.at(cells.at(0) + "," + cells.at(1)));
    ++rows;
  }
  EXPECT_EQ(rows, team.size());
  const std::string of_ties = text_of(place / "out/ties.csv");
  EXPECT_EQ(static_cast<std::size_t>(std::count(of_ties.begin(), of_ties.end(), '\n')), 1 + ties);
  EXPECT_EQ(draws, 3U);
}

TEST(Turnover, AReorganisationOfAScenarioFileMovesPeople) {
  const Scenario scenario = load_text(generated_text(reorganised_on_day_3));
  EXPECT_EQ(reorganisations_until(scenario.plan, 6), 1U);
  EXPECT_NE(run(scenario).replicate_hashes, run(load_text(generated_text())).replicate_hashes);
}

}  // namespace
}  // namespace trust
