// Do intervals hold what they promise? Thousands of made-up comparisons whose true effect is known: a 95 % interval has
// to hold it in 92 to 98 % of them. What would break it is tried as well: nested replicates taken for independent ones,
// an interval from the replicates that the search stopped on, bands for one day, the plain interval of the worst of
// many.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iostream>
#include <map>
#include <string>

#include "study/effects/comparison.hpp"
#include "study/effects/sequential_stop.hpp"
#include "study/effects/unit_statistics.hpp"
#include "tests/study/synthetic_luck.hpp"

namespace trust {
namespace {

using test::SyntheticLuck;

constexpr int comparisons = 2000;
constexpr double true_effect = 0.3;

// The share of comparisons in which `covers`, printed.
double share_of(const std::string& what, const std::function<bool(int)>& covers) {
  int count = 0;
  for (int c = 0; c < comparisons; ++c) count += covers(c);
  const double share = static_cast<double>(count) / comparisons;
  std::cout << "covered in " << 100 * share << " %: " << what << std::endl;
  return share;
}

void expect_honest(const std::string& what, const std::function<bool(int)>& covers, double most = 0.98) {
  const double share = share_of(what, covers);
  EXPECT_GE(share, 0.92) << what;
  EXPECT_LE(share, most) << what;
}

bool holds(const Range& interval, double truth) { return interval.low <= truth && truth <= interval.high; }

// Resamples take longer to draw than to use, so comparisons share them.
const Resamples& resamples_of(std::size_t units, int comparison) {
  static std::map<std::pair<std::size_t, int>, Resamples> made;
  const std::pair place{units, comparison % 8};
  if (!is_bootstrapped(units)) return made[{0, 0}];
  if (!made.contains(place)) made[place] = Resamples(static_cast<std::uint64_t>(place.second), units);
  return made[place];
}

using Draw = double (SyntheticLuck::*)();

// Replicates with much luck that both arms share and some that they do not.
class Arms {
 public:
  explicit Arms(std::uint64_t seed) : luck_(seed) {}

  void add(std::uint32_t organisation, double organisations_own, Draw draw) {
    const double shared = luck_.normal();
    sample_.organisation.push_back(organisation);
    sample_.baseline.push_back(shared);
    sample_.what_if.push_back(shared + true_effect + organisations_own + (luck_.*draw)());
  }

  SyntheticLuck& luck() { return luck_; }
  const PairedSample& sample() const { return sample_; }

  PairedEffect effect(int comparison) const {
    const Units units(sample_.organisation);
    return paired_effect(sample_.baseline, sample_.what_if, Better::higher, units,
                         resamples_of(units.count(), comparison));
  }

 private:
  SyntheticLuck luck_;
  PairedSample sample_;
};

Arms plain_arms(int comparison, int count, Draw draw) {
  Arms arms(static_cast<std::uint64_t>(comparison));
  for (int r = 0; r < count; ++r) arms.add(0, 0, draw);
  return arms;
}

TEST(Coverage, OfStudentsInterval) {
  for (const int count : {2, 8, 16, 49}) {
    expect_honest("t, normal, " + std::to_string(count) + " replicates", [&](int c) {
      return holds(plain_arms(c, count, &SyntheticLuck::normal).effect(c).interval, true_effect);
    });
  }
  expect_honest("t, skewed, 40 replicates", [&](int c) {
    return holds(plain_arms(c, 40, &SyntheticLuck::skewed).effect(c).interval, true_effect);
  });
}

TEST(Coverage, OfTheBootstrap) {
  for (const int count : {50, 64, 128}) {
    expect_honest("BCa, normal, " + std::to_string(count) + " replicates", [&](int c) {
      return holds(plain_arms(c, count, &SyntheticLuck::normal).effect(c).interval, true_effect);
    });
    expect_honest("BCa, skewed, " + std::to_string(count) + " replicates", [&](int c) {
      return holds(plain_arms(c, count, &SyntheticLuck::skewed).effect(c).interval, true_effect);
    });
  }
}

// The bootstrap is there for the skew: each end is missed about as often, where Student's misses all on one side.
TEST(Coverage, TheBootstrapMissesOnBothSides) {
  int above = 0;
  int below = 0;
  int above_student = 0;
  for (int c = 0; c < comparisons; ++c) {
    const Arms arms = plain_arms(c, 64, &SyntheticLuck::skewed);
    const PairedEffect effect = arms.effect(c);
    above += true_effect > effect.interval.high;
    below += true_effect < effect.interval.low;
    std::vector<double> differences;
    for (std::size_t r = 0; r < 64; ++r) differences.push_back(arms.sample().what_if[r] - arms.sample().baseline[r]);
    above_student += true_effect > mean_with_interval(differences).interval.high;
  }
  std::cout << "skewed, 64 replicates: too low " << above << ", too high " << below << "; by t too low "
            << above_student << " of " << comparisons << std::endl;
  EXPECT_LT(above, above_student * 9 / 10);
}

// `sizes`: replicates of each organisation. Organisations differ in what the plan does to them.
Arms nested_arms(int comparison, const std::vector<int>& sizes) {
  Arms arms(static_cast<std::uint64_t>(comparison) + 10'000);
  for (std::uint32_t organisation = 0; organisation < sizes.size(); ++organisation) {
    const double own = arms.luck().normal();
    for (int r = 0; r < sizes[organisation]; ++r) arms.add(organisation, own, &SyntheticLuck::normal);
  }
  return arms;
}

TEST(Coverage, OfNestedOrganisations) {
  const std::map<std::string, std::vector<int>> cases = {
      {"2 organisations of 8", {8, 8}},
      {"12 organisations of 4", std::vector<int>(12, 4)},
      {"64 organisations of 4 (BCa)", std::vector<int>(64, 4)},
      {"two organisations of 16 and 1 of a third", {16, 16, 1}},
      {"6 organisations of 1 to 8", {1, 8, 3, 5, 8, 2}},
  };
  for (const auto& [name, sizes] : cases) {
    expect_honest(name,
                  [&sizes = sizes](int c) { return holds(nested_arms(c, sizes).effect(c).interval, true_effect); });
  }
}

TEST(Coverage, NestedReplicatesAreNotIndependent) {
  const double share = share_of("12 organisations of 4, replicates taken for independent", [](int c) {
    PairedSample sample = nested_arms(c, std::vector<int>(12, 4)).sample();
    std::fill(sample.organisation.begin(), sample.organisation.end(), 0);
    return holds(paired_effect(sample, Better::higher, 1).interval, true_effect);
  });
  EXPECT_LT(share, 0.85);
}

// One search to its end: what the interval reported, and the one of the replicates that the search stopped on, hold.
struct SearchEnd {
  bool reported = false;
  bool stopped_on = false;
};

SearchEnd search(int comparison, double half_width_asked, std::uint32_t per_organisation, Draw draw) {
  StopRule rule;
  rule.half_width = half_width_asked;
  rule.replicates_per_organisation = per_organisation;
  SequentialStop stop(rule);
  Arms searched(static_cast<std::uint64_t>(comparison) + 20'000);
  Arms confirming(static_cast<std::uint64_t>(comparison) + 30'000);
  while (!stop.done()) {
    Arms& arms = stop.is_confirming() ? confirming : searched;
    const ReplicateBlock block = stop.next();
    double own = 0;
    for (std::uint32_t r = block.first; r < block.first + block.count; ++r) {
      if (per_organisation > 0 && r % per_organisation == 0) own = 0.5 * arms.luck().normal();
      arms.add(per_organisation > 0 ? r / per_organisation : 0, own, draw);
    }
    stop.report(half_width(arms.effect(comparison).interval));
  }
  EXPECT_EQ(stop.result().count, confirming.sample().baseline.size());
  return {holds(confirming.effect(comparison).interval, true_effect),
          holds(searched.effect(comparison).interval, true_effect)};
}

void expect_honest_search(const std::string& what, double half_width_asked, std::uint32_t per_organisation, Draw draw) {
  std::vector<SearchEnd> ends;
  for (int c = 0; c < comparisons; ++c) ends.push_back(search(c, half_width_asked, per_organisation, draw));
  expect_honest(what, [&](int c) { return ends[static_cast<std::size_t>(c)].reported; });
  share_of(what + ", had the search's own replicates been reported",
           [&](int c) { return ends[static_cast<std::size_t>(c)].stopped_on; });
}

TEST(Coverage, OfSequentialStopping) {
  expect_honest_search("until +-0.18, normal", 0.18, 0, &SyntheticLuck::normal);
  expect_honest_search("until +-0.18, skewed", 0.18, 0, &SyntheticLuck::skewed);
  expect_honest_search("until +-0.3, organisations of 8", 0.3, 8, &SyntheticLuck::normal);
}

TEST(Coverage, ReportingTheSearchItselfWouldNotBeHonest) {
  // Stopping at the first of many looks at which the interval is narrow: the variance is then too small by luck.
  const double share = share_of("organisations of 16, stopped at the first narrow look",
                                [](int c) { return search(c, 0.25, 16, &SyntheticLuck::normal).stopped_on; });
  const double fresh = share_of("organisations of 16, from the confirming block",
                                [](int c) { return search(c, 0.25, 16, &SyntheticLuck::normal).reported; });
  EXPECT_LT(share, fresh);
}

// Each unit's path wanders, after some days on which nothing differs yet; the true path climbs.
double true_path(std::size_t day) { return day < 5 ? 0 : 0.1 * static_cast<double>(day - 5); }

Table wandering_paths(int comparison, std::size_t units, std::size_t days, double memory, Draw draw) {
  SyntheticLuck luck(static_cast<std::uint64_t>(comparison) + 40'000);
  Table table(units, days);
  for (std::size_t u = 0; u < units; ++u) {
    double place = 0;
    for (std::size_t d = 5; d < days; ++d) {
      place = memory * place + (luck.*draw)();
      table.row(u)[d] = true_path(d) + place;
    }
  }
  return table;
}

bool holds_every_day(const DailyBand& band) {
  bool all = true;
  for (std::size_t d = 0; d < band.band.size(); ++d) all = all && holds(band.band[d], true_path(d));
  return all;
}

TEST(Coverage, OfTheBandOnAllDaysAtOnce) {
  const auto band_of = [](int c, std::size_t units, double memory, Draw draw) {
    return daily_band(wandering_paths(c, units, 30, memory, draw), static_cast<std::uint64_t>(c));
  };
  for (const std::size_t units : {4U, 6U, 16U, 64U}) {
    for (const double memory : {1.0, 0.5}) {
      const std::string what = std::to_string(units) + " units, memory " + std::to_string(memory).substr(0, 3);
      expect_honest("band, normal, " + what,
                    [&](int c) { return holds_every_day(band_of(c, units, memory, &SyntheticLuck::normal)); });
    }
  }
  expect_honest("band, skewed, 64 units, memory 1",
                [&](int c) { return holds_every_day(band_of(c, 64, 1, &SyntheticLuck::skewed)); });
}

TEST(Coverage, ManyUnitsInGroups) {
  int count = 0;
  constexpr int few = 400;
  for (int c = 0; c < few; ++c) {
    count += holds_every_day(daily_band(wandering_paths(c, 400, 20, 0.8, &SyntheticLuck::normal), 1));
  }
  std::cout << "covered in " << 100.0 * count / few << " %: band, 400 units in groups (" << few << " comparisons)\n";
  EXPECT_GE(count, few * 92 / 100);
  EXPECT_LE(count, few * 98 / 100);
}

TEST(Coverage, DayByDayIntervalsWouldNotDo) {
  const double share = share_of("day-by-day intervals on all days, 16 units", [](int c) {
    const Table paths = wandering_paths(c, 16, 30, 0.5, &SyntheticLuck::normal);
    bool all = true;
    for (std::size_t d = 5; d < 30; ++d) all = all && holds(mean_with_interval(paths.column(d)).interval, true_path(d));
    return all;
  });
  EXPECT_LT(share, 0.7);
}

// No plan has a first day more often than in 5 % of comparisons in which it does nothing but shuffle luck.
TEST(Coverage, AFirstDayIsSeldomSeenWhereThereIsNone) {
  const double share = share_of("no first day where luck alone differs, 16 units", [](int c) {
    Table paths = wandering_paths(c, 16, 30, 0.9, &SyntheticLuck::normal);
    for (std::size_t u = 0; u < 16; ++u) {
      for (std::size_t d = 0; d < 30; ++d) paths.row(u)[d] -= true_path(d);
    }
    return !daily_band(paths, 1).first_day;
  });
  EXPECT_GE(share, 0.92);
}

// Teams whose true effects spread by `between`; units differ by luck that teams share and by their own.
struct Teams {
  Table differences;
  std::vector<double> truth;
};

Teams draw_teams(int comparison, std::size_t units, std::size_t teams, double between) {
  SyntheticLuck luck(static_cast<std::uint64_t>(comparison) + 50'000);
  Teams result{Table(units, teams), {}};
  for (std::size_t t = 0; t < teams; ++t) result.truth.push_back(true_effect + between * luck.normal());
  for (std::size_t u = 0; u < units; ++u) {
    const double shared = 0.5 * luck.normal();
    for (std::size_t t = 0; t < teams; ++t) result.differences.row(u)[t] = result.truth[t] + shared + luck.normal();
  }
  return result;
}

TEST(Coverage, OfTheWorstHitTeam) {
  for (const std::size_t units : {8U, 64U}) {
    for (const std::size_t teams : {2U, 5U, 20U}) {
      for (const double between : {0.0, 0.3, 3.0}) {
        const std::string what = std::to_string(teams) + " teams that differ by " +
                                 std::to_string(between).substr(0, 3) + ", " + std::to_string(units) + " units";
        // Neither level nor far apart: few of the teams that are corrected for could have been the worst.
        const double most = between == 0.3 ? 0.99 : 0.98;
        const auto covers = [&](int c) {
          const Teams drawn = draw_teams(c, units, teams, between);
          const TeamEffect worst = *worst_hit_team(drawn.differences, Better::higher);
          return holds(worst.interval, drawn.truth[worst.team]);
        };
        expect_honest("worst-hit team of " + what, covers, most);
      }
    }
  }
}

TEST(Coverage, ThePlainIntervalOfTheWorstOfManyWouldNotDo) {
  const double share = share_of("plain interval of the worst of 20 teams, 64 units", [](int c) {
    const Teams drawn = draw_teams(c, 64, 20, 0);
    const TeamEffect worst = *worst_hit_team(drawn.differences, Better::higher);
    return holds(mean_with_interval(drawn.differences.column(worst.team)).interval, drawn.truth[worst.team]);
  });
  EXPECT_LT(share, 0.8);
}

TEST(Coverage, ShrinkingComesCloserToTheTruth) {
  double raw = 0;
  double shrunk = 0;
  for (int c = 0; c < comparisons; ++c) {
    const Teams drawn = draw_teams(c, 16, 12, 0.2);
    const TeamEffect worst = *worst_hit_team(drawn.differences, Better::higher);
    raw += std::pow(worst.difference - drawn.truth[worst.team], 2);
    shrunk += std::pow(worst.shrunk - drawn.truth[worst.team], 2);
  }
  std::cout << "worst of 12 teams: squared error " << raw / comparisons << " as measured, " << shrunk / comparisons
            << " shrunk" << std::endl;
  EXPECT_LT(shrunk, 0.6 * raw);
}

}  // namespace
}  // namespace trust
