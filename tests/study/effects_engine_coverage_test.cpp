// Do intervals hold what they promise on what the model itself puts out? A small department under two plans, very
// often; blocks of its replicates are compared as a user would, and the intervals have to hold the mean of all
// replicates in 92 to 98 % of them.
//
// No interval holds what its replicates have not seen: a measure whose differences are all but nothing, and large once
// in some hundred replicates (somebody leaves under one plan alone), takes more replicates. Such measures are told
// apart by the truth itself, and their shares printed.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iostream>

#include "models/measures.hpp"
#include "study/batch_runner.hpp"
#include "study/effects/comparison.hpp"
#include "study/effects/sequential_stop.hpp"
#include "tests/study/small_scenarios.hpp"

namespace trust {
namespace {

constexpr int days = 10;
constexpr std::uint32_t replicates_of_truth = 100'000;

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

// The figures of every replicate under both plans.
class Replicates {
 public:
  explicit Replicates(const std::string& replicates_per_organisation)
      : baseline_(measure_count, std::vector<double>(replicates_of_truth)),
        what_if_(baseline_),
        trust_(replicates_of_truth, days + 1),
        organisation_(replicates_of_truth) {
    const Scenario baseline = test::load_text(department(replicates_per_organisation, ""));
    const Scenario what_if = test::load_text(department(replicates_per_organisation, recognition));
    BatchJob job;
    job.scenario = &baseline;
    job.plans = {&baseline.plan, &what_if.plan};
    job.batches = pack_batches(0, count(), 2, [&](std::uint32_t r) { return baseline.organisation_draw(r); });
    job.days = days;
    RunControl control;
    run_batches(job, control, [&](const BatchRecord& record) { take(record); });
  }

  std::uint32_t count() const { return static_cast<std::uint32_t>(organisation_.size()); }

  Comparison comparison(ReplicateBlock block) const {
    return Comparison(std::span(organisation_).subspan(block.first, block.count), block.first);
  }

  PairedEffect effect(const Comparison& comparison, ReplicateBlock block, Measure measure) const {
    const auto m = static_cast<std::size_t>(measure);
    return comparison.effect(std::span(baseline_[m]).subspan(block.first, block.count),
                             std::span(what_if_[m]).subspan(block.first, block.count), Better::higher);
  }

  Table trust_by_day(ReplicateBlock block) const {
    Table result(block.count, days + 1);
    for (std::uint32_t r = 0; r < block.count; ++r) {
      std::copy_n(trust_.row(block.first + r).begin(), days + 1, result.row(r).begin());
    }
    return result;
  }

  std::vector<double> differences(Measure measure) const {
    const auto m = static_cast<std::size_t>(measure);
    std::vector<double> result;
    for (std::uint32_t r = 0; r < count(); ++r) result.push_back(what_if_[m][r] - baseline_[m][r]);
    return result;
  }

  double true_effect(Measure measure) const { return mean(differences(measure)); }
  double true_trust(std::size_t day) const { return mean(trust_.column(day)); }

 private:
  void take(const BatchRecord& record) {
    const int pairs = record.lanes() / 2;
    for (int lane = 0; lane < pairs; ++lane) {
      const std::uint32_t replicate = record.packed->lanes[static_cast<std::size_t>(lane)].replicate;
      organisation_[replicate] = record.packed->draw;
      for (std::size_t m = 0; m < measure_count; ++m) {
        baseline_[m][replicate] = record.figures(days, lane)[m];
        what_if_[m][replicate] = record.figures(days, lane + pairs)[m];
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

// How much of the variance lies in the one replicate of a hundred that is farthest from the mean: 0.085 for normal
// differences, not a number where all are the same.
double share_of_rare_events(const std::vector<double>& differences) {
  const double centre = mean(differences);
  std::vector<double> squares;
  for (const double difference : differences) squares.push_back((difference - centre) * (difference - centre));
  std::sort(squares.rbegin(), squares.rend());
  const double all = mean(squares) * static_cast<double>(squares.size());
  return mean(std::span(squares).first(squares.size() / 100)) * static_cast<double>(squares.size() / 100) / all;
}

struct Share {
  int covered = 0;
  int comparisons = 0;
};

std::string text_of(const Share& share) {
  return std::to_string(100.0 * share.covered / share.comparisons).substr(0, 5) + " % of " +
         std::to_string(share.comparisons);
}

void expect_honest(const std::string& what, const Share& share) {
  std::cout << "covered in " << text_of(share) << ": " << what << std::endl;
  EXPECT_GE(share.comparisons, 500) << what;
  EXPECT_GE(share.covered, 0.92 * share.comparisons) << what;
  EXPECT_LE(share.covered, 0.98 * share.comparisons) << what;
}

// Of blocks of `size` replicates, one share a measure.
std::vector<Share> covered_shares(const Replicates& all, const std::vector<Measure>& measures, std::uint32_t size) {
  std::vector<double> truth;
  for (const Measure measure : measures) truth.push_back(all.true_effect(measure));
  std::vector<Share> shares(measures.size());
  for (std::uint32_t first = 0; first + size <= all.count(); first += size) {
    const Comparison comparison = all.comparison({first, size});
    for (std::size_t m = 0; m < measures.size(); ++m) {
      shares[m].covered += holds(all.effect(comparison, {first, size}, measures[m]).interval, truth[m]);
      ++shares[m].comparisons;
    }
  }
  return shares;
}

// Measures whose differences vary, apart by whether rare events make up a third of the variance.
struct Kinds {
  std::vector<Measure> ordinary;
  std::vector<Measure> rare;
};

Kinds kinds_of(const Replicates& all) {
  Kinds kinds;
  for (const MeasureRow& row : measures()) {
    const double share = share_of_rare_events(all.differences(row.id));
    if (!std::isnan(share)) (share < 1.0 / 3 ? kinds.ordinary : kinds.rare).push_back(row.id);
  }
  return kinds;
}

void check_intervals(const Replicates& all, const Kinds& kinds, std::uint32_t size) {
  EXPECT_GE(kinds.ordinary.size(), 8U);
  const std::vector<Share> shares = covered_shares(all, kinds.ordinary, size);
  for (std::size_t m = 0; m < shares.size(); ++m) {
    expect_honest(std::string(measure_row(kinds.ordinary[m]).name) + ", blocks of " + std::to_string(size), shares[m]);
  }
}

void print_rare(const Replicates& all, const Kinds& kinds, std::uint32_t size) {
  const std::vector<Share> shares = covered_shares(all, kinds.rare, size);
  for (std::size_t m = 0; m < shares.size(); ++m) {
    std::cout << "rests on rare events, covered in " << text_of(shares[m]) << ": " << measure_row(kinds.rare[m]).name
              << std::endl;
  }
}

void check_band(const Replicates& all, std::uint32_t size) {
  std::vector<double> truth;
  for (std::size_t day = 0; day <= days; ++day) truth.push_back(all.true_trust(day));
  Share share;
  for (std::uint32_t first = 0; first + size <= all.count(); first += size) {
    const DailyBand band = all.comparison({first, size}).band(all.trust_by_day({first, size}));
    bool every_day = true;
    for (std::size_t day = 0; day <= days; ++day) every_day = every_day && holds(band.band[day], truth[day]);
    share.covered += every_day;
    ++share.comparisons;
    ASSERT_FALSE(band.first_day && *band.first_day < 4) << "the plan begins on day 4";
  }
  expect_honest("trust on all days at once, blocks of " + std::to_string(size), share);
}

double half_width_over(const Replicates& all, ReplicateBlock block) {
  return half_width(all.effect(all.comparison(block), block, Measure::trust).interval);
}

// Searches one after another, each on replicates that no other has seen.
void check_stopping(const Replicates& all, std::uint32_t per_organisation) {
  const double truth = all.true_effect(Measure::trust);
  StopRule rule;
  rule.replicates_per_organisation = per_organisation;
  // What 64 replicates reach or miss by luck: some searches end at 64, most of the others at 128.
  rule.half_width = half_width_over(all, {0, all.count()}) * std::sqrt(all.count() / 64.0);
  Share share;
  while (rule.first_replicate + 512 <= all.count()) {
    SequentialStop stop(rule);
    while (!stop.done()) stop.report(half_width_over(all, stop.is_confirming() ? stop.next() : stop.searched()));
    share.covered += holds(all.effect(all.comparison(stop.result()), stop.result(), Measure::trust).interval, truth);
    ++share.comparisons;
    rule.first_replicate = stop.result().first + stop.result().count;
  }
  expect_honest("trust, stopped when narrow", share);
}

// Why baseline and what-if share their luck.
void check_pairing(const Replicates& all) {
  const ReplicateBlock every{0, all.count()};
  const double gain = all.effect(all.comparison(every), every, Measure::trust).pairing_gain;
  std::cout << "independent seeds would take " << gain << " times the units" << std::endl;
  EXPECT_GT(gain, 10);
}

TEST(EngineCoverage, OfOneOrganisation) {
  const Replicates all("1000000");
  const Kinds kinds = kinds_of(all);
  check_intervals(all, kinds, 16);
  check_intervals(all, kinds, 64);
  print_rare(all, kinds, 16);
  check_band(all, 16);
  check_stopping(all, 0);
  check_pairing(all);
}

TEST(EngineCoverage, OfManyOrganisations) {
  const Replicates all("4");
  const Kinds kinds = kinds_of(all);
  check_intervals(all, kinds, 32);
  print_rare(all, kinds, 32);
  check_band(all, 64);
  check_stopping(all, 4);
  check_pairing(all);
}

}  // namespace
}  // namespace trust
