// Common luck, end to end: on the scenarios that ship, what a plan does not touch stays as it was to the last bit.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "study/batch_runner.hpp"

namespace trust {
namespace {

constexpr int day_of_change = 60;

std::filesystem::path source(const std::string& file) { return std::filesystem::path(TRUSTSIM_SOURCE_DIR) / file; }

Intervention on_one_team(const Scenario& scenario, float strength) {
  Intervention one;
  one.name = "on one team";
  one.first_day = day_of_change;
  one.last_day = Scenario::most_days;
  one.who = {{Target::Kind::team, scenario.organisation(0)->teams[1].name}};
  one.strength = strength;
  one.hours_per_day = 0.5F;
  one.money_per_day = 100;
  one.changes = {{LeverChange::How::add, Lever::recognition_propensity, 0.3F},
                 {LeverChange::How::set, Lever::transparency_propensity, 0.9F}};
  return one;
}

// Calls `look(record, lane of the baseline, lane of the what-if)` for every replicate of every batch that has both.
void run_side_by_side(const Scenario& scenario, const Plan& what_if, int days,
                      const std::function<void(const BatchRecord&, int, int)>& look) {
  BatchJob job;
  job.scenario = &scenario;
  job.plans = {&scenario.plan, &what_if};
  job.batches = pack_batches(0, 8, 2, [&](std::uint32_t replicate) { return scenario.organisation_draw(replicate); });
  job.days = days;
  job.column_hashes = true;
  RunControl control;
  run_batches(job, control, [&](const BatchRecord& record) {
    const int replicates = static_cast<int>(record.packed->replicates);
    for (int lane = 0; lane < replicates; ++lane) look(record, lane, lane + replicates);
  });
}

struct Case {
  std::string name;
  std::string file;
  Rules rules;
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

class Luck : public testing::TestWithParam<Case> {
 protected:
  Luck() : scenario_(load_scenario(source(GetParam().file))) { scenario_.rules = GetParam().rules; }

  Scenario scenario_;
};

TEST_P(Luck, WhatDoesNothingGivesExactlyNothing) {
  Plan what_if = scenario_.plan;
  what_if.interventions.push_back(on_one_team(scenario_, 0));
  Intervention empty = on_one_team(scenario_, 1);
  empty.first_day = 1;
  empty.hours_per_day = empty.money_per_day = 0;
  empty.changes = {{LeverChange::How::add, Lever::recognition_propensity, 0}};
  what_if.interventions.push_back(empty);
  run_side_by_side(scenario_, what_if, 80, [](const BatchRecord& record, int baseline, int changed) {
    for (int day = 0; day <= 80; ++day) {
      for (std::size_t m = 0; m < measure_count; ++m) {
        ASSERT_EQ(record.figures(day, changed)[m] - record.figures(day, baseline)[m], 0.0)
            << measures()[m].name << " on day " << day;
      }
    }
    ASSERT_EQ(record.batch.lane_hash(changed), record.batch.lane_hash(baseline));
  });
}

TEST_P(Luck, OneTeamOnDaySixtyLeavesEveryStateBeforeItAlone) {
  Plan what_if = scenario_.plan;
  what_if.interventions.push_back(on_one_team(scenario_, 1));
  run_side_by_side(scenario_, what_if, 65, [](const BatchRecord& record, int baseline, int changed) {
    const auto hashes = [&](int day, int lane) {
      return record.column_hashes[static_cast<std::size_t>(day)][static_cast<std::size_t>(lane)];
    };
    for (int day = 0; day < day_of_change; ++day) {
      ASSERT_EQ(hashes(day, changed), hashes(day, baseline)) << "day " << day;
      ASSERT_EQ(record.figures(day, changed), record.figures(day, baseline)) << "day " << day;
    }
    ASSERT_NE(hashes(day_of_change, changed), hashes(day_of_change, baseline));
    ASSERT_NE(record.figures(day_of_change, changed), record.figures(day_of_change, baseline));
  });
}

INSTANTIATE_TEST_SUITE_P(
    OfScenarios, Luck,
    testing::Values(
        Case{"first_90_days", "scenarios/start/first-90-days.toml", {TrustRule::asymmetric, GossipRule::none}},
        Case{"opinions_and_gossip",
             "scenarios/start/first-90-days.toml",
             {TrustRule::subjective_logic, GossipRule::friedkin_johnsen}},
        Case{"turbulence", "tests/system/turbulence.toml", {TrustRule::beta, GossipRule::transfer}},
        Case{"turbulence_with_echoes", "tests/system/turbulence.toml", {TrustRule::abi, GossipRule::echo}}),
    [](const auto& instance) { return instance.param.name; });

}  // namespace
}  // namespace trust
