#include "study/run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "study/batch_runner.hpp"
#include "study/world_cache.hpp"
#include "tests/study/small_scenarios.hpp"

namespace trust {
namespace {

using test::generated_text;
using test::imported_text;
using test::load_text;

RunResult run(const Scenario& scenario, RunOptions options, int threads = 1, const BatchSink& sink = {}) {
  options.threads = threads;
  RunControl control;
  return run_scenario(scenario, options, control, sink);
}

RunOptions replicates(const Scenario& scenario, std::uint32_t first, std::uint32_t count) {
  RunOptions options = options_of(scenario);
  options.first_replicate = first;
  options.replicates = count;
  return options;
}

void expect_same(const RunResult& a, const RunResult& b) {
  EXPECT_EQ(a.state_hash, b.state_hash);
  EXPECT_EQ(a.replicate_hashes, b.replicate_hashes);
  EXPECT_EQ(a.figures.first, b.figures.first);
  EXPECT_EQ(a.figures.last, b.figures.last);
  EXPECT_EQ(a.figures.daily_mean, b.figures.daily_mean);
}

TEST(Run, TakesDaysAndReplicatesFromTheScenario) {
  const Scenario scenario = load_text(generated_text());
  const RunResult result = run(scenario, options_of(scenario));
  EXPECT_EQ(result.replicate_hashes.size(), 12u);
  EXPECT_EQ(result.figures.first.size(), 12u);
  EXPECT_EQ(result.figures.daily_mean.size(), 7u);
  EXPECT_EQ(result.organisations, 3u);
  EXPECT_EQ(result.people, scenario.organisation(0)->people.size());
  EXPECT_EQ(result.ties, scenario.organisation(0)->ties.size());
}

TEST(Run, ThreadsChangeNothing) {
  for (const std::string& text : {generated_text(), imported_text()}) {
    const Scenario scenario = load_text(text);
    const RunResult one = run(scenario, options_of(scenario), 1);
    for (const int threads : {2, 3, 4, 16, 0}) {
      SCOPED_TRACE(threads);
      expect_same(one, run(scenario, options_of(scenario), threads));
    }
  }
}

TEST(Run, EveryReplicateIsTheSameAlone) {
  for (const std::string& text : {generated_text(), imported_text()}) {
    const Scenario scenario = load_text(text);
    const RunResult all = run(scenario, replicates(scenario, 0, 20));
    for (const std::uint32_t number : {0u, 1u, 5u, 8u, 15u, 19u}) {
      const RunResult alone = run(scenario, replicates(scenario, number, 1));
      ASSERT_EQ(alone.replicate_hashes.size(), 1u);
      EXPECT_EQ(alone.replicate_hashes[0], all.replicate_hashes[number]);
      EXPECT_EQ(alone.figures.last[0], all.figures.last[number]);
    }
  }
}

TEST(Run, ReplicatesDiffer) {
  const Scenario scenario = load_text(imported_text());
  std::vector<std::uint64_t> hashes = run(scenario, replicates(scenario, 0, 20)).replicate_hashes;
  std::sort(hashes.begin(), hashes.end());
  EXPECT_EQ(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

TEST(Run, FiguresAreThoseOfTheModel) {
  const Scenario scenario = load_text(imported_text());
  const RunResult result = run(scenario, replicates(scenario, 3, 2));
  BatchOptions options;
  options.seed = scenario.seed;
  const std::vector<LanePlan> lane = {{4, &scenario.plan}};
  Batch batch(std::make_shared<const World>(scenario.organisation(0)), lane, options);
  EXPECT_EQ(result.figures.first[1], batch.figures(0));
  for (int day = 0; day < scenario.days; ++day) batch.step();
  EXPECT_EQ(result.figures.last[1], batch.figures(0));
  EXPECT_EQ(result.replicate_hashes[1], batch.lane_hash(0));
}

TEST(Run, TheDailyMeanIsOverReplicates) {
  const Scenario scenario = load_text(generated_text());
  std::vector<double> sums(7, 0);
  const auto add = [&](const BatchRecord& record) {
    for (int day = 0; day <= 6; ++day) {
      for (int lane = 0; lane < record.lanes(); ++lane)
        sums[static_cast<std::size_t>(day)] += record.figures(day, lane)[0];
    }
  };
  const RunResult result = run(scenario, options_of(scenario), 2, add);
  for (std::size_t day = 0; day <= 6; ++day) EXPECT_NEAR(result.figures.daily_mean[day][0], sums[day] / 12, 1e-12);
  const MeasureSummary summary = summarise(result.figures, Measure::trust);
  EXPECT_NEAR(summary.first, result.figures.daily_mean[0][0], 1e-12);
  EXPECT_NEAR(summary.last, result.figures.daily_mean[6][0], 1e-12);
  EXPECT_LE(summary.last_range.low, summary.last);
  EXPECT_GE(summary.last_range.high, summary.last);
  EXPECT_EQ(summary.path.size(), 7u);
}

TEST(Run, BatchesComeInOrderOneAtATime) {
  const Scenario scenario = load_text(generated_text());
  std::vector<std::uint32_t> order;
  std::atomic<int> inside{0};
  const auto sink = [&](const BatchRecord& record) {
    EXPECT_EQ(++inside, 1);
    for (const PackedLane& lane : record.packed->lanes) order.push_back(lane.replicate);
    --inside;
  };
  run(scenario, replicates(scenario, 0, 64), 4, sink);
  std::vector<std::uint32_t> expected(64);
  std::iota(expected.begin(), expected.end(), 0u);
  EXPECT_EQ(order, expected);
}

TEST(Run, ColumnHashesAreRecordedWhereAskedFor) {
  const Scenario scenario = load_text(imported_text());
  RunOptions options = replicates(scenario, 0, 3);
  run(scenario, options, 1, [](const BatchRecord& record) { EXPECT_TRUE(record.column_hashes.empty()); });
  options.column_hashes = true;
  run(scenario, options, 1, [](const BatchRecord& record) {
    ASSERT_EQ(record.column_hashes.size(), 6u);
    EXPECT_EQ(record.column_hashes[5][2][0], record.batch.column_hash(Column::trust, 2));
    EXPECT_NE(record.column_hashes[5][2][0], record.column_hashes[4][2][0]);
  });
}

TEST(Run, StopsBeforeItStarts) {
  const Scenario scenario = load_text(generated_text());
  RunControl control;
  control.stop = true;
  EXPECT_THROW(run_scenario(scenario, options_of(scenario), control), Interrupted);
  EXPECT_EQ(control.replicate_days, 0u);
}

TEST(Run, StopsHalfWay) {
  const Scenario scenario = load_text(generated_text());
  for (const int threads : {1, 4}) {
    RunControl control;
    RunOptions options = replicates(scenario, 0, 400);
    options.threads = threads;
    int batches = 0;
    const auto sink = [&](const BatchRecord&) {
      ++batches;
      control.stop = true;
    };
    EXPECT_THROW(run_scenario(scenario, options, control, sink), Interrupted);
    EXPECT_LT(batches, 100);
    EXPECT_LT(control.replicate_days, 400u * 6);
  }
}

TEST(Run, PassesOnWhatTheSinkThrows) {
  const Scenario scenario = load_text(generated_text());
  for (const int threads : {1, 2, 4}) {
    const auto sink = [](const BatchRecord&) { throw std::domain_error("disk full"); };
    EXPECT_THROW(run(scenario, replicates(scenario, 0, 100), threads, sink), std::domain_error);
  }
}

TEST(Run, CountsItsProgress) {
  const Scenario scenario = load_text(generated_text());
  RunControl control;
  EXPECT_EQ(fraction_done(control), 0);
  run_scenario(scenario, options_of(scenario), control);
  EXPECT_EQ(control.replicate_days, 12u * 6);
  EXPECT_EQ(control.replicate_days_total, 12u * 6);
  EXPECT_EQ(fraction_done(control), 1);
}

TEST(Run, TheStateHashCoversSeedAndOrder) {
  const std::vector<std::uint64_t> hashes = {1, 2, 3};
  const std::vector<std::uint64_t> swapped = {2, 1, 3};
  const std::vector<std::uint64_t> longer = {1, 2, 3, 0};
  EXPECT_EQ(state_hash(5, hashes), state_hash(5, hashes));
  EXPECT_NE(state_hash(5, hashes), state_hash(6, hashes));
  EXPECT_NE(state_hash(5, hashes), state_hash(5, swapped));
  EXPECT_NE(state_hash(5, hashes), state_hash(5, longer));
}

TEST(Run, AnotherSeedIsAnotherRun) {
  Scenario scenario = load_text(imported_text());
  const RunResult first = run(scenario, options_of(scenario));
  ++scenario.seed;
  const RunResult second = run(scenario, options_of(scenario));
  EXPECT_NE(first.replicate_hashes, second.replicate_hashes);
}

TEST(WorldCache, SharesAWorldWhileItIsNeeded) {
  const Scenario scenario = load_text(generated_text());
  const auto draw_of = [&](std::uint32_t replicate) { return replicate / 40; };
  const auto batches = pack_batches(0, 80, 1, draw_of);  // three batches in draw 0, then three in draw 1
  WorldCache worlds(scenario, batches);
  std::weak_ptr<const World> seen;
  {
    const auto looked = worlds.look(0);
    const auto first = worlds.take(0);
    EXPECT_EQ(looked, first);
    EXPECT_EQ(worlds.take(0), first);
    EXPECT_NE(worlds.take(1), first);
    EXPECT_EQ(worlds.take(0), first);
    seen = first;
  }
  EXPECT_TRUE(seen.expired());
}

}  // namespace
}  // namespace trust
