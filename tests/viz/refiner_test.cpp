// Replicates in the background say what `trustsim compare` says, to the bit, and stop when they are told to.
#include "viz/session/refiner.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "models/batch.hpp"
#include "study/batch_memory.hpp"
#include "study/compare/growing_comparison.hpp"
#include "study/compare/what_if.hpp"
#include "tests/viz/chooser.hpp"
#include "tests/viz/example.hpp"
#include "viz/session/refine_budget.hpp"
#include "viz/session/result_table.hpp"

namespace trust::viz {
namespace {

// Small enough to run by the hundred; organisations change after four replicates.
Scenario small(int days = 6) {
  Scenario scenario = example_scenario(days);
  scenario.generator->roles = {{"rep", 16}, {"marketer", 10}};
  scenario.generator->ties_per_person = 8;
  scenario.replicates_per_organisation = 4;
  return scenario;
}

RefineJob job_of(const Scenario& baseline, const std::string& words = "recognition_programme:from=2",
                 std::uint64_t edition = 1) {
  RefineJob job;
  job.edition = edition;
  job.baseline = std::make_shared<const Scenario>(baseline);
  job.what_if = words.empty() ? job.baseline
                              : std::make_shared<const Scenario>(read_what_if(words, *job.baseline, 0, load_scenario));
  job.watched = {Measure::trust, Measure::revenue};
  return job;
}

CompareResult compared(const RefineJob& job, std::uint32_t replicates) {
  CompareOptions options;
  options.run = options_of(*job.baseline);
  options.run.replicates = replicates;
  options.uncertain = job.uncertain;
  RunControl control;
  return compare(*job.baseline, {job.what_if.get(), 1}, options, control);
}

bool same_bits(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

void expect_same(const JudgedEffect& a, const JudgedEffect& b, const std::string& what) {
  EXPECT_TRUE(same_bits(a.difference(), b.difference())) << what;
  EXPECT_TRUE(same_bits(a.interval().low, b.interval().low)) << what;
  EXPECT_TRUE(same_bits(a.interval().high, b.interval().high)) << what;
  EXPECT_EQ(a.effect.share_better, b.effect.share_better) << what;
  ASSERT_EQ(a.plausible.has_value(), b.plausible.has_value()) << what;
  if (!a.plausible) return;
  EXPECT_TRUE(same_bits(a.plausible->low, b.plausible->low)) << what;
  EXPECT_TRUE(same_bits(a.plausible->high, b.plausible->high)) << what;
  EXPECT_TRUE(same_bits(a.by_luck->difference, b.by_luck->difference)) << what;
}

// Everything that is said of the what-if.
void expect_same_result(const CompareResult& a, const CompareResult& b) {
  ASSERT_EQ(a.outcomes.size(), b.outcomes.size());
  EXPECT_EQ(a.replicates.count, b.replicates.count);
  EXPECT_EQ(a.organisations, b.organisations);
  EXPECT_EQ(a.people, b.people);
  EXPECT_EQ(a.ties, b.ties);
  EXPECT_EQ(a.draws != nullptr, b.draws != nullptr);
  const Outcome& one = a.outcomes.front();
  const Outcome& other = b.outcomes.front();
  EXPECT_EQ(one.runs().baseline().hashes, other.runs().baseline().hashes);
  EXPECT_EQ(one.runs().what_if().hashes, other.runs().what_if().hashes);
  for (const MeasureRow& row : measures()) {
    const std::string name(row.name);
    for (const Span span : {Span::last_day, Span::whole_run})
      expect_same(one.judge(row.id, span), other.judge(row.id, span), name);
    const DailyBand x = one.runs().daily(row.id);
    const DailyBand y = other.runs().daily(row.id);
    EXPECT_EQ(x.difference, y.difference) << name;
    EXPECT_EQ(x.first_day, y.first_day) << name;
    EXPECT_EQ(x.critical_value, y.critical_value) << name;
  }
  expect_same(one.judge_net_money(), other.judge_net_money(), "money");
  const auto worst = one.runs().worst_team(TeamMeasure::trust_received);
  const auto as_bad = other.runs().worst_team(TeamMeasure::trust_received);
  ASSERT_EQ(worst.has_value(), as_bad.has_value());
  if (worst) {
    EXPECT_EQ(worst->team, as_bad->team);
    EXPECT_TRUE(same_bits(worst->effect.shrunk, as_bad->effect.shrunk));
  }
}

// A curve against what a comparison says, day by day.
void expect_curve_of(const EffectCurve& curve, const CompareResult& result, Measure measure) {
  const Outcome& outcome = result.outcomes.front();
  const DailyBand band = (outcome.by_luck() ? *outcome.by_luck() : outcome.runs()).daily(measure);
  ASSERT_EQ(curve.difference.size(), band.difference.size());
  EXPECT_EQ(curve.first_day, band.first_day);
  for (std::size_t day = 0; day < band.difference.size(); ++day) {
    EXPECT_EQ(curve.difference[day], static_cast<float>(band.difference[day]));
    EXPECT_EQ(curve.luck_low[day], static_cast<float>(band.band[day].low));
    EXPECT_EQ(curve.luck_high[day], static_cast<float>(band.band[day].high));
  }
  const auto last = [&](const ArmFigures& arm) { return figures_of(arm, measure, Span::last_day); };
  const PairedRuns& runs = outcome.by_luck() ? *outcome.by_luck() : outcome.runs();
  EXPECT_EQ(curve.baseline.back(), static_cast<float>(mean(last(runs.baseline()))));
  EXPECT_EQ(curve.what_if.back(), static_cast<float>(mean(last(runs.what_if()))));
  EXPECT_EQ(curve.baseline_low.back(), static_cast<float>(middle_90(last(runs.baseline())).low));
  EXPECT_EQ(curve.what_if_high.back(), static_cast<float>(middle_90(last(runs.what_if())).high));
  EXPECT_EQ(curve.parameters_low.empty(), result.draws == nullptr);
  if (!result.draws) return;
  const trust::Range plausible = plausible_range(outcome.runs().differences(measure, Span::last_day));
  EXPECT_EQ(curve.parameters_low.back(), static_cast<float>(plausible.low));
  EXPECT_EQ(curve.parameters_high.back(), static_cast<float>(plausible.high));
}

void expect_rows_of(const std::vector<ResultRow>& rows, const CompareResult& result) {
  ASSERT_EQ(rows.size(), headline_measures().size() + 1);
  for (const ResultRow& row : rows) {
    const JudgedEffect judged =
        row.measure ? result.outcomes.front().judge(*row.measure, natural_span(measure_row(*row.measure)))
                    : result.outcomes.front().judge_net_money();
    EXPECT_TRUE(same_bits(row.difference, judged.difference())) << row.label;
    EXPECT_TRUE(same_bits(row.low, judged.interval().low)) << row.label;
    EXPECT_TRUE(same_bits(row.high, judged.interval().high)) << row.label;
    EXPECT_NEAR(row.what_if - row.baseline, row.difference, 1e-9 * (1 + std::abs(row.baseline))) << row.label;
  }
}

// Notes what the Refiner says, and waits for it.
class Listener {
 public:
  Listener() : refiner([this] { hear(); }) {}

  std::shared_ptr<const Refinement> wait_for(const std::function<bool(const Refinement&)>& wanted) {
    std::unique_lock lock(mutex);
    for (;;) {
      const std::uint64_t heard_before = heard;
      lock.unlock();
      auto latest = refiner.latest();
      lock.lock();
      if (latest && wanted(*latest)) return latest;
      news.wait(lock, [&] { return heard != heard_before; });
    }
  }

  std::shared_ptr<const Refinement> wait_for(std::uint64_t edition, int replicates) {
    return wait_for([&](const Refinement& r) { return r.edition == edition && r.replicates == replicates; });
  }

  void hear() {
    const std::lock_guard lock(mutex);
    ++heard;
    news.notify_all();
  }

  std::mutex mutex;
  std::condition_variable news;
  std::uint64_t heard = 0;
  Refiner refiner;  // last: it calls hear()
};

TEST(GrowingComparison, SaysWhatCompareSaysAtEveryStage) {
  const RefineJob job = job_of(small());
  GrowingComparison growing(*job.baseline, job.what_if.get(), 1);
  RunControl control;
  for (const std::uint32_t replicates : {3U, 8U, 16U, 64U})
    expect_same_result(growing.up_to(replicates, false, control), compared(job, replicates));
  // Fewer than are there are answered without a run.
  const std::uint64_t days = control.replicate_days;
  EXPECT_EQ(days, 2U * 64U * 6U);
  expect_same_result(growing.up_to(8, false, control), compared(job, 8));
  EXPECT_EQ(control.replicate_days, days);
}

TEST(GrowingComparison, TakesTheBaselineOfAnother) {
  const RefineJob first = job_of(small());
  RefineJob second = first;
  second.what_if =
      std::make_shared<const Scenario>(read_what_if("layoff:from=3,share=0.2", *first.baseline, 0, load_scenario));
  RunControl control;
  GrowingComparison alone(*first.baseline, nullptr, 1);
  EXPECT_TRUE(alone.up_to(16, false, control).outcomes.empty());
  GrowingComparison growing(*second.baseline, second.what_if.get(), 1);
  growing.take_baseline_of(alone);
  const std::uint64_t before = control.replicate_days;
  expect_same_result(growing.up_to(8, false, control), compared(second, 8));
  EXPECT_EQ(control.replicate_days - before, 8U * 6U);
  expect_same_result(growing.up_to(64, false, control), compared(second, 64));
}

TEST(GrowingComparison, GoesOnAfterItWasStopped) {
  const RefineJob job = job_of(small());
  GrowingComparison growing(*job.baseline, job.what_if.get(), 1);
  RunControl stopped;
  growing.up_to(8, true, stopped);
  stopped.stop = true;
  EXPECT_THROW(growing.up_to(64, true, stopped), Interrupted);
  RunControl control;
  RefineJob uncertain = job;
  uncertain.uncertain = true;
  expect_same_result(growing.up_to(16, true, control), compared(uncertain, 16));
}

TEST(GrowingComparison, TakesPlansThatReorganise) {
  const RefineJob job = job_of(small(), "reorganisation:from=3");
  GrowingComparison growing(*job.baseline, job.what_if.get(), 1);
  RunControl control;
  expect_same_result(growing.up_to(8, false, control), compared(job, 8));
  expect_same_result(growing.up_to(16, false, control), compared(job, 16));
}

TEST(Refining, IsWhatCompareSaysWithAsManyReplicates) {
  const RefineJob job = job_of(small());
  Listener listener;
  for (const std::uint32_t replicates : {8U, 16U, 64U}) {
    const Refinement at_once = refine_at_once(job, static_cast<int>(replicates));
    EXPECT_EQ(at_once.problem, "");
    const CompareResult result = compared(job, replicates);
    expect_curve_of(*at_once.of(Measure::trust), result, Measure::trust);
    expect_curve_of(*at_once.of(Measure::revenue), result, Measure::revenue);
    expect_rows_of(at_once.rows, result);
    EXPECT_EQ(at_once.of(Measure::stress), nullptr);
  }
  listener.refiner.start(job);
  const auto last = listener.wait_for(1, 64);
  EXPECT_EQ(last->wanted, 64);
  expect_curve_of(*last->of(Measure::trust), compared(job, 64), Measure::trust);
  expect_rows_of(last->rows, compared(job, 64));
}

TEST(Refining, GoesThroughAllStagesInTurn) {
  std::mutex mutex;
  std::vector<int> seen;
  std::condition_variable done;
  Refiner* told = nullptr;
  Refiner refiner([&] {
    const std::lock_guard lock(mutex);
    const auto latest = told->latest();
    if (latest && (seen.empty() || seen.back() != latest->replicates)) seen.push_back(latest->replicates);
    done.notify_all();
  });
  {
    const std::lock_guard lock(mutex);
    told = &refiner;
  }
  EXPECT_EQ(refiner.latest(), nullptr);
  refiner.start(job_of(small()));
  std::unique_lock lock(mutex);
  done.wait(lock, [&] { return !seen.empty() && seen.back() == 64 && !refiner.busy(); });
  EXPECT_EQ(seen, (std::vector<int>{8, 16, 64}));
}

TEST(Refining, WithDrawnParametersNamesBothBands) {
  RefineJob job = job_of(small());
  job.uncertain = true;
  const Refinement refined = refine_at_once(job, 16);
  const CompareResult result = compared(job, 16);
  EXPECT_TRUE(refined.uncertain);
  expect_curve_of(*refined.of(Measure::trust), result, Measure::trust);
  expect_rows_of(refined.rows, result);
  ASSERT_EQ(refined.of(Measure::trust)->parameters_low.size(), 7U);
  EXPECT_LT(refined.of(Measure::trust)->parameters_low.back(), refined.of(Measure::trust)->parameters_high.back());

  // Beside a result that is there, only the draws are run.
  Listener listener;
  job.uncertain = false;
  listener.refiner.start(job);
  listener.wait_for(1, 64);
  job.uncertain = true;
  listener.refiner.start(job);
  const auto last = listener.wait_for([](const Refinement& r) { return r.uncertain && r.replicates == 64; });
  expect_curve_of(*last->of(Measure::trust), compared(job, 64), Measure::trust);
}

TEST(Refining, OfNothingEditedHasTheBaselineAlone) {
  const RefineJob job = job_of(small(), "");
  const Refinement refined = refine_at_once(job, 16);
  EXPECT_EQ(refined.problem, "");
  EXPECT_TRUE(refined.card.empty());
  EXPECT_TRUE(refined.rows.empty());
  const EffectCurve& curve = *refined.of(Measure::trust);
  EXPECT_EQ(curve.baseline.size(), 7U);
  EXPECT_EQ(curve.baseline_high.size(), 7U);
  EXPECT_TRUE(curve.what_if.empty());
  EXPECT_TRUE(curve.difference.empty());
  EXPECT_TRUE(curve.luck_low.empty());
  const Refinement edited = refine_at_once(job_of(small()), 16);
  EXPECT_EQ(curve.baseline, edited.of(Measure::trust)->baseline);
}

TEST(Refining, TakesOrdersInAnyOrderWhileItWorks) {
  const RefineJob first = job_of(small(3), "recognition_programme:from=2", 1000);
  const std::array jobs = {first, job_of(small(3), "layoff:from=2,share=0.2"), job_of(small(3), "")};
  const std::array watched = {Measure::trust, Measure::stress, Measure::engagement};
  Chooser choose(4);
  Listener listener;
  for (std::uint64_t edition = 1; edition <= 300; ++edition) {
    RefineJob job = jobs[static_cast<std::size_t>(choose.below(3))];
    job.edition = edition;
    job.uncertain = choose.below(4) == 0;
    switch (choose.below(30)) {
      case 0:
        listener.refiner.stop();
        break;
      case 1:
        listener.refiner.start(job);
        break;
      default:
        listener.refiner.watch({watched[static_cast<std::size_t>(choose.below(3))]});
    }
    if (choose.below(4) == 0) std::this_thread::sleep_for(std::chrono::microseconds(choose.below(15000)));
  }
  listener.refiner.start(first);
  listener.refiner.watch({Measure::stress});
  const auto last = listener.wait_for(
      [&](const Refinement& r) { return r.edition == first.edition && !r.uncertain && r.replicates == 64; });
  expect_curve_of(*last->of(Measure::stress), compared(first, 64), Measure::stress);
  expect_rows_of(last->rows, compared(first, 64));
}

TEST(Refining, AnotherMeasureNeedsNoOtherRun) {
  const RefineJob job = job_of(small());
  Listener listener;
  listener.refiner.start(job);
  const auto before = listener.wait_for(1, 64);
  while (listener.refiner.busy()) std::this_thread::yield();
  EXPECT_EQ(before->of(Measure::stress), nullptr);
  listener.refiner.watch({Measure::stress, Measure::trust});
  const auto after = listener.refiner.latest();
  ASSERT_NE(after->of(Measure::stress), nullptr);
  EXPECT_EQ(after->of(Measure::trust), before->of(Measure::trust)) << "the same curve, not another one";
  EXPECT_EQ(after->of(Measure::revenue), nullptr);
  EXPECT_EQ(after->replicates, 64);
  EXPECT_EQ(after->card.size(), before->card.size());
  expect_curve_of(*after->of(Measure::stress), compared(job, 64), Measure::stress);
  EXPECT_FALSE(listener.refiner.busy());
}

TEST(Refining, AnotherJobTakesOverAndTheOldResultStaysMeanwhile) {
  Listener listener;
  listener.refiner.start(job_of(small()));
  listener.wait_for(1, 64);
  RefineJob slow = job_of(small(3000), "recognition_programme:from=2", 2);
  listener.refiner.start(slow);
  EXPECT_EQ(listener.refiner.latest()->edition, 1U) << "stale, and still there";
  EXPECT_TRUE(listener.refiner.busy());
  listener.refiner.watch({Measure::engagement});
  EXPECT_NE(listener.refiner.latest()->of(Measure::engagement), nullptr);
  const RefineJob next = job_of(small(), "layoff:from=3,share=0.2", 3);
  listener.refiner.start(next);
  const auto last = listener.wait_for(3, 64);
  expect_rows_of(last->rows, compared(next, 64));
}

TEST(Refining, AnEditRunsTheWhatIfAlone) {
  const RefineJob first = job_of(small());
  RefineJob second = first;
  second.edition = 2;
  second.what_if =
      std::make_shared<const Scenario>(read_what_if("layoff:from=3,share=0.2", *first.baseline, 0, load_scenario));
  Listener listener;
  listener.refiner.start(first);
  listener.wait_for(1, 64);
  listener.refiner.start(second);
  const auto last = listener.wait_for(2, 64);
  expect_rows_of(last->rows, compared(second, 64));
  expect_curve_of(*last->of(Measure::trust), compared(second, 64), Measure::trust);
  EXPECT_EQ(refine_at_once(second, 64).of(Measure::trust)->what_if, last->of(Measure::trust)->what_if);
}

TEST(Refining, StopsAndKeepsWhatItFound) {
  Listener listener;
  listener.refiner.start(job_of(small()));
  listener.wait_for(1, 64);
  listener.refiner.start(job_of(example_scenario(Scenario::most_days), "recognition_programme:from=2", 2));
  listener.refiner.stop();
  EXPECT_FALSE(listener.refiner.busy());
  EXPECT_EQ(listener.refiner.latest()->edition, 1U);
  listener.refiner.start(job_of(small(), "", 3));
  EXPECT_EQ(listener.wait_for(3, 64)->rows.size(), 0U);
}

TEST(Refining, EndsInTheMiddleOfARun) {
  for (int i = 0; i < 3; ++i) {
    Refiner refiner({});
    refiner.start(job_of(small(2000)));
    if (i > 0) refiner.start(job_of(small(2000), "layoff:from=3,share=0.2", 2));
    if (i > 1) refiner.stop();
  }
  SUCCEED();
}

TEST(Refining, AnOrganisationThatCannotBeMadeIsAProblem) {
  RefineJob job = job_of(small());
  auto twice = std::make_shared<Organisation>(*job.baseline->organisation(0));
  twice->ties.push_back(twice->ties.back());
  auto impossible = std::make_shared<Scenario>(*job.baseline);
  impossible->generator.reset();
  impossible->imported = twice;
  job.baseline = impossible;
  const Refinement refined = refine_at_once(job, 8);
  EXPECT_NE(refined.problem, "");
  EXPECT_EQ(refined.replicates, 0);
  Listener listener;
  listener.refiner.start(job);
  const auto said = listener.wait_for([](const Refinement& r) { return !r.problem.empty(); });
  EXPECT_EQ(said->problem, refined.problem);
  EXPECT_EQ(said->edition, 1U);
  // ... and the next job is answered as ever.
  listener.refiner.start(job_of(small(), "layoff:from=3,share=0.2", 2));
  EXPECT_EQ(listener.wait_for(2, 8)->problem, "");
}

TEST(Refining, TooLargeSaysWhatToTypeInstead) {
  RefineJob job = job_of(small());
  auto baseline = std::make_shared<Scenario>(*job.baseline);
  baseline->file = "my plans/large.toml";
  auto what_if = std::make_shared<Scenario>(*job.what_if);
  what_if->file = "changed.toml";
  job.baseline = baseline;
  job.what_if = what_if;
  const auto world = world_of(job);
  const std::uint64_t batch = bytes_of_batch(*world, job.baseline->rules);
  EXPECT_EQ(threads_for(job, *world, batch + (std::uint64_t{1} << 24)), 1);
  try {
    threads_for(job, *world, batch);
    FAIL() << "not refused";
  } catch (const std::exception& error) {
    const std::string said = error.what();
    EXPECT_NE(said.find("too"), std::string::npos) << said;
    EXPECT_NE(said.find("trustsim compare 'my plans/large.toml' --what-if changed.toml --replicates 64"),
              std::string::npos)
        << said;
  }
  job.uncertain = true;
  EXPECT_NE(command_for(job).find("--uncertain"), std::string::npos);
  job.what_if = job.baseline;
  EXPECT_EQ(command_for(job), "trustsim run 'my plans/large.toml' --replicates 64");
}

TEST(BatchMemory, CountsEveryColumnOfTheState) {
  const RefineJob job = job_of(small());
  const auto world = world_of(job);
  const LanePlan lane{0, &job.baseline->plan};
  BatchOptions options;
  options.rules = job.baseline->rules;
  const Batch batch(world, {&lane, 1}, options);
  std::uint64_t bytes = 0;
  for (std::size_t c = 0; c < column_count; ++c)
    bytes += batch.state()[static_cast<Column>(c)].rows() * 16 * sizeof(float);
  EXPECT_GE(bytes_of_batch(*world, job.baseline->rules), bytes);
  EXPECT_LT(bytes_of_batch(*world, job.baseline->rules), 3 * bytes);
}

}  // namespace
}  // namespace trust::viz
