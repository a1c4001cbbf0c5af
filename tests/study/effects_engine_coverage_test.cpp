// Do intervals hold what they promise on what the model itself puts out? A small department under two plans, very
// often; blocks of its replicates are compared as a user would, and the intervals have to hold the mean of all
// replicates in 92 to 98 % of them. The environment variable TRUSTSIM_TRUTH says how many replicates that is.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <iostream>

#include "models/measures.hpp"
#include "study/batch_runner.hpp"
#include "study/effects/comparison.hpp"
#include "study/effects/sequential_stop.hpp"
#include "tests/study/small_scenarios.hpp"

namespace trust {
namespace {

constexpr int days = 10;
constexpr std::array measures_looked_at = {Measure::trust, Measure::stress, Measure::engagement, Measure::output};

// Some days that are alike, then recognition: at first the plans do not differ at all.
std::string department(const std::string& replicates_per_organisation, const std::string& plan) {
  return R"([scenario]
name = "Small"
story = "Fifteen people."
days = 10
seed = 21
replicates_per_organisation = )" +
         replicates_per_organisation + R"(
[organisation]
generate = { roles = { rep = 8, marketer = 4, leader = 3 }, team_size = 6, ties_per_person = 6 }
)" + plan;
}

const std::string recognition = R"(
[[intervention]]
name = "Recognition"
from = 4
who = "everyone"
add = { "recognition.propensity" = 0.3 }
)";

std::uint32_t replicates_of_truth() {
  const char* asked = std::getenv("TRUSTSIM_TRUTH");
  return asked == nullptr ? 10'000 : static_cast<std::uint32_t>(std::stoul(asked));
}

// The figures of every replicate under both plans.
class Replicates {
 public:
  Replicates(const std::string& replicates_per_organisation, std::uint32_t count)
      : baseline_(measures_looked_at.size(), std::vector<double>(count)),
        what_if_(baseline_),
        trust_(count, days + 1),
        organisation_(count) {
    const Scenario baseline = test::load_text(department(replicates_per_organisation, ""));
    const Scenario what_if = test::load_text(department(replicates_per_organisation, recognition));
    BatchJob job;
    job.scenario = &baseline;
    job.plans = {&baseline.plan, &what_if.plan};
    job.batches = pack_batches(0, count, 2, [&](std::uint32_t r) { return baseline.organisation_draw(r); });
    job.days = days;
    RunControl control;
    run_batches(job, control, [&](const BatchRecord& record) { take(record); });
  }

  std::uint32_t count() const { return static_cast<std::uint32_t>(organisation_.size()); }

  Comparison comparison(ReplicateBlock block) const {
    return Comparison(std::span(organisation_).subspan(block.first, block.count), block.first);
  }

  PairedEffect effect(const Comparison& comparison, ReplicateBlock block, std::size_t measure) const {
    return comparison.effect(std::span(baseline_[measure]).subspan(block.first, block.count),
                             std::span(what_if_[measure]).subspan(block.first, block.count), Better::higher);
  }

  Table trust_by_day(ReplicateBlock block) const {
    Table result(block.count, days + 1);
    for (std::uint32_t r = 0; r < block.count; ++r) {
      std::copy_n(trust_.row(block.first + r).begin(), days + 1, result.row(r).begin());
    }
    return result;
  }

  double true_effect(std::size_t measure) const { return mean(what_if_[measure]) - mean(baseline_[measure]); }
  double true_trust(std::size_t day) const { return mean(trust_.column(day)); }

 private:
  void take(const BatchRecord& record) {
    const int pairs = record.lanes() / 2;
    for (int lane = 0; lane < pairs; ++lane) {
      const std::uint32_t replicate = record.packed->lanes[static_cast<std::size_t>(lane)].replicate;
      organisation_[replicate] = record.packed->draw;
      for (std::size_t m = 0; m < measures_looked_at.size(); ++m) {
        const auto measure = static_cast<std::size_t>(measures_looked_at[m]);
        baseline_[m][replicate] = record.figures(days, lane)[measure];
        what_if_[m][replicate] = record.figures(days, lane + pairs)[measure];
      }
      for (int day = 0; day <= days; ++day) {
        trust_.row(replicate)[static_cast<std::size_t>(day)] =
            record.figures(day, lane + pairs)[static_cast<std::size_t>(Measure::trust)] -
            record.figures(day, lane)[static_cast<std::size_t>(Measure::trust)];
      }
    }
  }

  std::vector<std::vector<double>> baseline_;  // [measure][replicate]
  std::vector<std::vector<double>> what_if_;
  Table trust_;  // [replicate][day], what-if minus baseline
  std::vector<std::uint32_t> organisation_;
};

bool holds(const Range& interval, double truth) { return interval.low <= truth && truth <= interval.high; }

void expect_honest(const std::string& what, int covered, int comparisons) {
  const double share = static_cast<double>(covered) / comparisons;
  std::cout << "covered in " << 100 * share << " % of " << comparisons << ": " << what << std::endl;
  // With few comparisons, luck adds to what is allowed: three standard errors of the share beyond 500 comparisons'
  // none.
  const double slack = comparisons >= 500 ? 0 : 3 * std::sqrt(0.95 * 0.05 / comparisons);
  EXPECT_GE(share, 0.92 - slack) << what;
  EXPECT_LE(share, 0.98 + slack) << what;
}

void check_intervals(const Replicates& all, const std::string& world, std::uint32_t size) {
  const int blocks = static_cast<int>(all.count() / size);
  std::vector<int> covered(measures_looked_at.size());
  double gain = 0;
  for (int b = 0; b < blocks; ++b) {
    const ReplicateBlock block{static_cast<std::uint32_t>(b) * size, size};
    const Comparison comparison = all.comparison(block);
    for (std::size_t m = 0; m < covered.size(); ++m) {
      const PairedEffect effect = all.effect(comparison, block, m);
      covered[m] += holds(effect.interval, all.true_effect(m));
      if (m == 0) gain += effect.pairing_gain / blocks;
    }
  }
  const std::string size_text = ", blocks of " + std::to_string(size);
  for (std::size_t m = 0; m < covered.size(); ++m) {
    expect_honest(world + ", " + std::string(measure_row(measures_looked_at[m]).name) + size_text, covered[m], blocks);
  }
  std::cout << "pairing saves " << gain << " times the replicates for trust: " << world << size_text << std::endl;
  EXPECT_GT(gain, 1);
}

void check_bands(const Replicates& all, const std::string& world, std::uint32_t size) {
  std::vector<double> truth;
  for (std::size_t day = 0; day <= days; ++day) truth.push_back(all.true_trust(day));
  const int blocks = static_cast<int>(all.count() / size);
  int covered = 0;
  for (int b = 0; b < blocks; ++b) {
    const ReplicateBlock block{static_cast<std::uint32_t>(b) * size, size};
    const DailyBand band = all.comparison(block).band(all.trust_by_day(block));
    bool every_day = true;
    for (std::size_t day = 0; day <= days; ++day) every_day = every_day && holds(band.band[day], truth[day]);
    covered += every_day;
    EXPECT_FALSE(band.first_day && *band.first_day < 4) << "the plan begins on day 4";
  }
  expect_honest(world + ", trust on all days at once, blocks of " + std::to_string(size), covered, blocks);
}

// Searches one after another, each on replicates that no other has seen.
void check_stopping(const Replicates& all, const std::string& world, std::uint32_t per_organisation) {
  // What 90 replicates reach on average: some searches end at 64, most at 128, some later.
  const ReplicateBlock every{0, all.count()};
  StopRule rule;
  rule.replicates_per_organisation = per_organisation;
  rule.half_width = half_width(all.effect(all.comparison(every), every, 0).interval) * std::sqrt(all.count() / 90.0);
  int searches = 0;
  int covered = 0;
  std::uint32_t next = 0;
  while (next + 2 * 512 <= all.count()) {
    rule.first_replicate = next;
    SequentialStop stop(rule);
    while (!stop.done()) {
      const ReplicateBlock block = stop.is_confirming() ? stop.next() : stop.searched();
      stop.report(half_width(all.effect(all.comparison(block), block, 0).interval));
    }
    covered += holds(all.effect(all.comparison(stop.result()), stop.result(), 0).interval, all.true_effect(0));
    ++searches;
    next = stop.result().first + stop.result().count;
  }
  expect_honest(world + ", trust, stopped when narrow", covered, searches);
}

TEST(EngineCoverage, OfOneOrganisation) {
  const Replicates all("1000000", replicates_of_truth());
  const std::string world = "one organisation";
  check_intervals(all, world, 16);
  check_intervals(all, world, 64);
  check_bands(all, world, 16);
  check_stopping(all, world, 0);
}

TEST(EngineCoverage, OfManyOrganisations) {
  const Replicates all("4", replicates_of_truth());
  const std::string world = "organisations of 4 replicates";
  check_intervals(all, world, 32);
  check_bands(all, world, 64);
  check_stopping(all, world, 4);
}

}  // namespace
}  // namespace trust
