#include "study/sweep/sweep.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "study/hex.hpp"
#include "study/run.hpp"
#include "tests/study/sweep/sweep_studies.hpp"

namespace trust {
namespace {

using test::count_of;
using test::dump_of;
using test::lever_grid;
using test::mixed_grid;
using test::partly_impossible;
using test::rows_of;
using test::StudyPlace;
using testing::HasSubstr;
using testing::IsEmpty;

SweepResult sweep(const Study& study, const std::filesystem::path& file, SweepOptions options = {}) {
  Store store = Store::open(file);
  SweepControl control;
  return run_sweep(study, store, options, control);
}

SweepOptions with_threads(int threads) {
  SweepOptions options;
  options.threads = threads;
  return options;
}

SweepOptions going_on() {
  SweepOptions options;
  options.continue_after_failures = true;
  return options;
}

std::vector<std::string> dump_after(const Study& study, const StudyPlace& place, const std::string& name,
                                    const SweepOptions& options = {}) {
  sweep(study, place.folder / name, options);
  return dump_of(place.folder / name);
}

// The engine's own results of every point, run one by one, are what the store holds.
void expect_engine_results(const Study& study, const std::filesystem::path& store) {
  for (std::uint64_t place = 0; place < study.design.points(); ++place) {
    const Scenario scenario = study.scenario_at(place);
    RunControl control;
    const RunResult result = run_scenario(scenario, options_of(scenario), control);
    const std::string point =
        "FROM study_designs JOIN runs USING (design_id) WHERE study_id = (SELECT max(study_id) "
        "FROM studies) AND place = " +
        std::to_string(place) + " ORDER BY replicate";
    std::vector<std::string> hashes;
    for (const std::uint64_t hash : result.replicate_hashes) hashes.push_back(to_hex(hash) + "|");
    EXPECT_EQ(rows_of(store, "SELECT digest " + point), hashes) << "point " << place;
    for (const Measure measure : study.measures) {
      const auto stored =
          rows_of(store, "SELECT value FROM results WHERE study_id = (SELECT max(study_id) FROM studies) AND place = " +
                             std::to_string(place) + " AND day = " + std::to_string(study.days) + " AND name = '" +
                             std::string(measure_row(measure).name) + "' ORDER BY replicate");
      ASSERT_EQ(stored.size(), study.replicates);
      for (std::size_t r = 0; r < stored.size(); ++r) {
        EXPECT_EQ(std::strtod(stored[r].c_str(), nullptr), result.figures.last[r][static_cast<std::size_t>(measure)]);
      }
    }
  }
}

TEST(Sweep, HoldsWhatTheEngineSaysOfEveryPoint) {
  const StudyPlace place;
  for (const std::string& design : {lever_grid, mixed_grid}) {
    const Study study = place.study(design);
    const std::filesystem::path store = place.folder / (design == lever_grid ? "levers.db" : "mixed.db");
    const SweepResult result = sweep(study, store);
    EXPECT_TRUE(result.complete);
    EXPECT_EQ(result.added, study.design.points() * 20);
    expect_engine_results(study, store);
  }
}

// A third of the people change teams on a day that the points differ in, so that points cannot always share a batch.
TEST(Sweep, ReorganisationsAreThoseOfTheEngine) {
  const StudyPlace place;
  std::ofstream(place.folder / "department.toml", std::ios::app)
      << "[[intervention]]\nkind = \"reorganisation\"\nname = \"Reshuffle\"\nfrom = 2\nshare = 0.3\n";
  const Study study = place.study(R"(
[design]
kind = "grid"
[[axis]]
intervention = "Reshuffle"
field = "from"
values = [2, 4]
[[axis]]
lever = "recognition.propensity"
values = [0.1, 0.4]
)");
  sweep(study, place.folder / "store.db");
  expect_engine_results(study, place.folder / "store.db");
}

TEST(Sweep, RecordsTheDaysAndMeasuresThatAreAskedFor) {
  const StudyPlace place;
  const Study study =
      place.study(lever_grid, "replicates = 3\nrecord_days = [0, 2, 6]\nmeasures = [\"trust\", \"stress\"]");
  sweep(study, place.folder / "store.db");
  EXPECT_EQ(count_of(place.folder / "store.db", "measures"), std::to_string(5 * 3 * 3 * 2) + "|");
  EXPECT_EQ(rows_of(place.folder / "store.db", "SELECT DISTINCT day FROM measures ORDER BY day"),
            (std::vector<std::string>{"0|", "2|", "6|"}));
}

TEST(Sweep, ThreadsAndInstructionSetsChangeNothing) {
  const StudyPlace place;
  for (const std::string& design : {lever_grid, mixed_grid}) {
    const Study study = place.study(design);
    const std::string name = design == lever_grid ? "levers" : "mixed";
    const auto one = dump_after(study, place, name + "1", with_threads(1));
    for (const int threads : {2, 3, 8, 64})
      EXPECT_EQ(dump_after(study, place, name + std::to_string(threads), with_threads(threads)), one) << threads;
    SweepOptions portable;
    portable.instruction_set = InstructionSet::portable;
    EXPECT_EQ(dump_after(study, place, name + "portable", portable), one);
  }
}

TEST(Sweep, ASecondTimeFindsEverything) {
  const StudyPlace place;
  const Study study = place.study(mixed_grid);
  const auto before = dump_after(study, place, "store.db");
  const SweepResult again = sweep(study, place.folder / "store.db");
  EXPECT_EQ(again.added, 0u);
  EXPECT_EQ(again.already_there, 6u * 20);
  EXPECT_TRUE(again.complete);
  EXPECT_EQ(dump_of(place.folder / "store.db"), before);
}

// Stops once `enough` replicate-days are done, as Ctrl-C does. Adds to `days` those that were run.
SweepResult sweep_until(const Study& study, const std::filesystem::path& file, std::uint64_t enough, int threads,
                        std::uint64_t& days) {
  Store store = Store::open(file);
  SweepControl control;
  std::atomic<bool> over{false};
  std::thread watcher([&] {
    while (!over && control.replicate_days < enough) std::this_thread::yield();
    control.stop = true;
  });
  const SweepResult result = run_sweep(study, store, with_threads(threads), control);
  over = true;
  watcher.join();
  days += control.replicate_days;
  return result;
}

TEST(Sweep, CutShortAndTakenUpAgainLeavesTheSameRows) {
  const StudyPlace place;
  constexpr std::uint64_t runs = 6 * 300;
  const Study study = place.study(mixed_grid, "replicates = 300");
  const auto whole = dump_after(study, place, "whole.db");
  for (const int threads : {1, 4}) {
    const std::filesystem::path store = place.folder / ("pieces" + std::to_string(threads));
    std::uint64_t added = 0;
    std::uint64_t parts = 0;
    std::uint64_t days = 0;
    for (bool complete = false; !complete; ++parts) {
      const SweepResult result = sweep_until(study, store, 200 * 6, threads, days);
      EXPECT_LE(result.already_there, added);
      EXPECT_GT(result.added, 0u);
      added += result.added;
      complete = result.complete;
      ASSERT_EQ(complete, added == runs);
    }
    EXPECT_GT(parts, 1u);
    EXPECT_EQ(days, runs * 6);  // nothing was run twice
    EXPECT_EQ(dump_of(store), whole);
  }
}

TEST(Sweep, StopBeforeItBeginsRunsNothing) {
  const StudyPlace place;
  const Study study = place.study(lever_grid);
  Store store = Store::open(place.folder / "store.db");
  SweepControl control;
  control.stop = true;
  const SweepResult result = run_sweep(study, store, {}, control);
  EXPECT_FALSE(result.complete);
  EXPECT_EQ(result.added, 0u);
}

TEST(Sweep, MoreReplicatesReuseThoseThatAreThere) {
  const StudyPlace place;
  sweep(place.study(lever_grid, "replicates = 5"), place.folder / "store.db");
  const Study larger = place.study(lever_grid, "replicates = 20");
  const SweepResult result = sweep(larger, place.folder / "store.db");
  EXPECT_EQ(result.already_there, 25u);
  EXPECT_EQ(result.added, 75u);
  expect_engine_results(larger, place.folder / "store.db");
}

TEST(Sweep, MorePointsReuseThoseThatAreThere) {
  const StudyPlace place;
  const std::string fewer =
      "[design]\nkind = \"grid\"\n[[axis]]\nlever = \"recognition.propensity\"\nvalues = [0.4, 0.2]\n";
  sweep(place.study(fewer), place.folder / "store.db");
  const SweepResult result = sweep(place.study(lever_grid), place.folder / "store.db");
  EXPECT_EQ(result.already_there, 40u);
  EXPECT_EQ(result.added, 60u);
  EXPECT_EQ(count_of(place.folder / "store.db", "designs"), "5|");
  EXPECT_EQ(count_of(place.folder / "store.db", "studies"), "2|");
  expect_engine_results(place.study(lever_grid), place.folder / "store.db");
}

TEST(Sweep, WhatIsAskedInAnotherWayIsAnotherRun) {
  const StudyPlace place;
  const std::filesystem::path store = place.folder / "store.db";
  sweep(place.study(lever_grid, "replicates = 2"), store);
  std::uint64_t designs = 5;
  for (const std::string keys : {"seed = 8", "days = 5", "measures = [\"trust\"]", "record_days = [0, 6]"}) {
    const SweepResult result = sweep(place.study(lever_grid, "replicates = 2\n" + keys), store);
    EXPECT_EQ(result.added, 10u) << keys;
    EXPECT_EQ(count_of(store, "designs"), std::to_string(designs += 5) + "|") << keys;
  }
}

// A shorter run ends in another state, even where the same days of it are recorded.
TEST(Sweep, FewerDaysAreAnotherRun) {
  const StudyPlace place;
  const std::filesystem::path store = place.folder / "store.db";
  sweep(place.study(lever_grid, "replicates = 2\nrecord_days = [0, 3]"), store);
  EXPECT_EQ(sweep(place.study(lever_grid, "replicates = 2\nrecord_days = [0, 3]\ndays = 5"), store).added, 10u);
}

TEST(Sweep, ADesignThatIsTwoPointsIsRunOnce) {
  const StudyPlace place;
  const std::string twice = R"(
[design]
kind = "list"
[[axis]]
lever = "recognition.propensity"
[[point]]
recognition.propensity = 0.1
[[point]]
recognition.propensity = 0.2
[[point]]
recognition.propensity = 0.1
)";
  for (const int threads : {1, 4}) {
    const std::filesystem::path store = place.folder / ("store" + std::to_string(threads));
    const SweepOutlook outlook = look_ahead(place.study(twice), Store::open(store));
    EXPECT_EQ(outlook.already_there, 20u);
    const SweepResult result = sweep(place.study(twice), store, with_threads(threads));
    EXPECT_EQ(result.added, 40u);
    EXPECT_EQ(result.already_there, 20u);
    EXPECT_EQ(count_of(store, "study_designs"), "3|");
    EXPECT_EQ(count_of(store, "designs"), "2|");
  }
}

TEST(Sweep, LooksAhead) {
  const StudyPlace place;
  const Study study = place.study(mixed_grid);
  const std::filesystem::path store = place.folder / "store.db";
  const SweepOutlook nothing = look_ahead(study, Store::open(store));
  EXPECT_EQ(nothing.points, 6u);
  EXPECT_EQ(nothing.runs, 120u);
  EXPECT_EQ(nothing.already_there, 0u);
  sweep(place.study(mixed_grid, "replicates = 7"), store);
  EXPECT_EQ(look_ahead(study, Store::open(store)).already_there, 42u);
  EXPECT_EQ(count_of(store, "studies"), "1|");  // looking adds nothing
}

// Points of `partly_impossible` that cannot be read.
std::vector<std::uint64_t> impossible_points(const Study& study) {
  std::vector<std::uint64_t> found;
  for (std::uint64_t place = 0; place < study.design.points(); ++place) {
    try {
      study.scenario_at(place);
    } catch (const InputError&) {
      found.push_back(place);
    }
  }
  return found;
}

TEST(SweepFailures, ContinueRunsAllOthersAndListsThem) {
  const StudyPlace place;
  const Study study = place.study(partly_impossible);
  const auto impossible = impossible_points(study);
  ASSERT_GT(impossible.size(), 1u);
  ASSERT_LT(impossible.size(), 11u);
  const std::filesystem::path store = place.folder / "store.db";
  const SweepResult result = sweep(study, store, going_on());
  EXPECT_TRUE(result.complete);
  EXPECT_EQ(result.failed, impossible.size() * 20);
  EXPECT_EQ(result.added + result.already_there, (12 - impossible.size()) * 20);
  EXPECT_THAT(result.first_failure, HasSubstr("before from"));
  std::vector<std::string> expected;
  for (const std::uint64_t point : impossible) expected.push_back(std::to_string(point) + "|");
  EXPECT_EQ(rows_of(store, "SELECT place FROM failures ORDER BY failure_id"), expected);

  const auto before = dump_of(store);
  EXPECT_EQ(sweep(study, store, going_on()).failed, result.failed);
  EXPECT_EQ(dump_of(store), before);  // tried again, listed once
}

TEST(SweepFailures, StopEndsAtTheFirstAndContinueGoesOn) {
  const StudyPlace place;
  const Study study = place.study(partly_impossible);
  const auto whole = dump_after(study, place, "whole.db", going_on());
  std::vector<std::string> stopped;
  for (const int threads : {1, 2, 8}) {
    const std::filesystem::path store = place.folder / ("stopped" + std::to_string(threads));
    const SweepResult result = sweep(study, store, with_threads(threads));
    EXPECT_TRUE(result.stopped_by_failure);
    EXPECT_FALSE(result.complete);
    EXPECT_GE(rows_of(store, "SELECT * FROM failures").size(), 1u);
    if (stopped.empty()) stopped = dump_of(store);
    EXPECT_EQ(dump_of(store), stopped) << threads;  // what else was running leaves nothing
    sweep(study, store, going_on());
    EXPECT_EQ(dump_of(store), whole) << threads;
  }
}

TEST(Sweep, AnErrorOfTheStoreEndsItAndKeepsTheRest) {
  const StudyPlace place;
  const Study smaller = place.study(mixed_grid, "replicates = 2");
  const Study study = place.study(mixed_grid);
  const std::filesystem::path file = place.folder / "store.db";
  sweep(smaller, place.folder / "whole.db");
  const auto whole = dump_after(study, place, "whole.db");
  sweep(smaller, file);
  {
    Store store = Store::open(file);
    store.connection().exec(
        "CREATE TEMP TRIGGER full BEFORE INSERT ON runs WHEN (SELECT count(*) FROM runs) > 50 "
        "BEGIN SELECT RAISE(ABORT, 'no room'); END");
    SweepControl control;
    EXPECT_THROW(run_sweep(study, store, {}, control), StoreError);
  }
  const std::uint64_t kept = std::stoull(count_of(file, "runs"));
  EXPECT_GE(kept, 12u);
  EXPECT_LE(kept, 51u);
  sweep(study, file);
  EXPECT_EQ(dump_of(file), whole);
}

TEST(Sweep, SecondWriterIsRefusedWhileTheFirstRuns) {
  const StudyPlace place;
  const Study study = place.study(lever_grid);
  Store first = Store::open(place.folder / "store.db");
  EXPECT_THROW(Store::open(place.folder / "store.db"), StoreRefused);
  SweepControl control;
  EXPECT_TRUE(run_sweep(study, first, {}, control).complete);
}

TEST(Sweep, CountsItsProgress) {
  const StudyPlace place;
  const Study study = place.study(partly_impossible);
  sweep(place.study(partly_impossible, "replicates = 3"), place.folder / "store.db", going_on());
  Store store = Store::open(place.folder / "store.db");
  SweepControl control;
  const SweepResult result = run_sweep(study, store, going_on(), control);
  EXPECT_EQ(control.replicate_days, result.added * 6);
  EXPECT_EQ(control.replicate_days_total, result.added * 6);
  EXPECT_EQ(control.runs_added, result.added);
  EXPECT_EQ(control.runs_failed, result.failed);
  EXPECT_EQ(result.added + result.already_there + result.failed, 12u * 20);
}

}  // namespace
}  // namespace trust
