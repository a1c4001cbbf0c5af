// M6: opinions that average only with those near their own (Hegselmann & Krause 2002).
#include <algorithm>
#include <cmath>

#include "sim/draws.hpp"
#include "study/verification/estimate.hpp"
#include "study/verification/families.hpp"
#include "study/verification/opinions.hpp"
#include "study/verification/small_worlds.hpp"

namespace trust::verification {
namespace {

Circle bounded(std::vector<float> opinions, double bound) {
  Circle circle{.opinions = std::move(opinions)};
  circle.trusts = all_alike(circle.opinions.size());
  circle.levers = {{Lever::gossip_bound, static_cast<float>(bound)}};
  circle.rule = GossipRule::bounded;
  return circle;
}

Check opinion(const std::string& id, const std::string& what, const Circle& circle, int rounds, std::size_t talker,
              double expected) {
  return {"M6." + id, what,
          [=](Laboratory& l) { return exactly(expected, opinions_after(l, circle, rounds)[talker]); }};
}

std::vector<float> random_opinions(std::size_t talkers, std::uint32_t number) {
  std::vector<float> opinions;
  opinions.reserve(talkers);
  for (std::uint32_t i = 0; i < talkers; ++i) {
    opinions.push_back(static_cast<float>(uniform(key_of_seed(6), {.first = i, .purpose = 205}, number)));
  }
  std::ranges::sort(opinions);
  return opinions;
}

constexpr double bound = 0.15;
constexpr int until_frozen = 40;

std::vector<double> ended(const Laboratory& laboratory, std::uint32_t number, int rounds = until_frozen) {
  return opinions_after(laboratory, bounded(random_opinions(20, number), bound), rounds);
}

// Over ten random starts of 20 talkers, sorted: how often a neighbour got ahead.
double order_broken(Laboratory& laboratory) {
  double count = 0;
  for (std::uint32_t number = 0; number < 10; ++number) {
    const std::vector<double> opinions = ended(laboratory, number, 3);
    count += std::ranges::is_sorted(opinions, {}, [](double x) { return std::round(x * 1e6); }) ? 0 : 1;
  }
  return count;
}

// Neighbours in the end that differ, but by less than the bound.
double clusters_too_near(Laboratory& laboratory) {
  double count = 0;
  for (std::uint32_t number = 0; number < 10; ++number) {
    const std::vector<double> opinions = ended(laboratory, number);
    for (std::size_t i = 1; i < opinions.size(); ++i) {
      const double gap = opinions[i] - opinions[i - 1];
      count += gap > 1e-4 && gap <= bound ? 1 : 0;
    }
  }
  return count;
}

// The largest change of an opinion once all should be frozen.
double thaw(Laboratory& laboratory) {
  const std::vector<double> before = ended(laboratory, 3);
  const std::vector<double> after = ended(laboratory, 3, until_frozen + 5);
  double largest = 0;
  for (std::size_t i = 0; i < before.size(); ++i) largest = std::max(largest, std::abs(after[i] - before[i]));
  return largest;
}

using Opinions = std::vector<double>;

// Opinions in the end of so many talkers, sorted, each lane from a random start of its own. They share a function,
// whose drift (half-life 26,000 days) moves nothing that could be seen here.
std::vector<Opinions> settled(const Laboratory& laboratory, Seat talkers, double epsilon, int rounds) {
  std::vector<Tie> ties = all_ties(talkers, 1.0F);
  for (Seat i = 0; i < talkers; ++i) ties.push_back({i, talkers, 0.5F});
  Trial trial = laboratory.start({.world = world_of(people_together(talkers + 1, ties)),
                                  .levers = with(nothing_happens(), {{Lever::gossip_bound, static_cast<float>(epsilon)},
                                                                     {Lever::gossip_frozen, 1.0F},
                                                                     {Lever::gossip_about, 0.0F},
                                                                     {Lever::trust_reciprocity, 0.0F}}),
                                  .options = {.seed = 1, .rules = {.gossip = GossipRule::bounded}},
                                  .settings = {{person(talkers), Lever::gossip_about, 1.0F}}});
  Batch& batch = trial.batch();
  const auto opinion_of = [&](Seat i, int lane) -> float& {
    return batch.state()[Column::trust].at(batch.world().graph().find(i, talkers), lane);
  };
  for (int lane = 0; lane < lane_columns; ++lane) {
    const std::vector<float> start = random_opinions(talkers, 100 + static_cast<std::uint32_t>(lane));
    for (Seat i = 0; i < talkers; ++i) opinion_of(i, lane) = start[i];
  }
  batch.complete_state();
  trial.run(days_of_rounds(rounds));
  std::vector<Opinions> found(lane_columns);
  for (int lane = 0; lane < lane_columns; ++lane) {
    Opinions& opinions = found[static_cast<std::size_t>(lane)];
    for (Seat i = 0; i < talkers; ++i) opinions.push_back(opinion_of(i, lane));
    std::ranges::sort(opinions);
  }
  return found;
}

double clusters(const Opinions& sorted) {
  double count = 1;
  for (std::size_t i = 1; i < sorted.size(); ++i) count += sorted[i] - sorted[i - 1] > 0.001 ? 1 : 0;
  return count;
}

// The number of clusters of each of 16 starts of 300, with which checks of their mean and of consensus both begin.
const std::vector<double>& cluster_counts(Laboratory& laboratory, double epsilon) {
  return laboratory.once<std::vector<double>>("clusters " + std::to_string(epsilon), [&] {
    std::vector<double> counts;
    for (const Opinions& opinions : settled(laboratory, 300, epsilon, 20)) counts.push_back(clusters(opinions));
    return counts;
  });
}

// `expected` was itself found by simulating: by `theirs` starts, it is as uncertain as our 16 by a factor
// sqrt(16 / theirs). Where all of ours agree, their error is taken as `least`.
Finding beside_starts(double expected, int theirs, Estimate found, double least = 0.05) {
  found.error = std::max(found.error, least) * std::sqrt(1 + 16.0 / theirs);
  return within_four_errors(expected, found);
}

Check cluster_count(const std::string& name, double epsilon, double expected) {
  return {"M6.clusters." + name, "mean number of clusters of 300 uniform starts, epsilon = " + name + " (of 40 starts)",
          [=](Laboratory& l) { return beside_starts(expected, 40, estimate(cluster_counts(l, epsilon))); }};
}

Check consensus(const std::string& name, double epsilon, double expected) {
  return {"M6.consensus." + name, "share of 300 uniform starts that end in one cluster, epsilon = " + name,
          [=](Laboratory& l) {
            std::vector<double> agreed;
            for (const double count : cluster_counts(l, epsilon)) agreed.push_back(count == 1 ? 1 : 0);
            return beside_starts(expected, 40, estimate(agreed), std::sqrt(expected * (1 - expected) / 16));
          }};
}

// The paper's own setting.
Check of_625(const std::string& name, double epsilon, int rounds, double expected) {
  return {"M6.paper." + name, "mean number of clusters of 625 uniform starts, epsilon = " + name + " (of 10 starts)",
          [=](Laboratory& l) {
            std::vector<double> counts;
            for (const Opinions& opinions : settled(l, 625, epsilon, rounds)) counts.push_back(clusters(opinions));
            return beside_starts(expected, 10, estimate(counts));
          }};
}

}  // namespace

Family bounded_checks() {
  Family family{"M6", "bounded confidence (Hegselmann & Krause 2002)", {}};
  const Circle small = bounded({0.1F, 0.25F, 0.9F}, 0.2);
  const Circle chain = bounded({0.1F, 0.25F, 0.4F}, 0.2);
  family.checks = {
      opinion("near", "(.1, .25, .9), epsilon = .2: the first two meet half-way", small, 1, 0, 0.175),
      opinion("far", "... and the third hears nobody", small, 1, 2, 0.9),
      opinion("chain.1", "(.1, .25, .4), epsilon = .2: the first hears the second", chain, 1, 0, 0.175),
      opinion("chain.2", "... the second hears both", chain, 1, 1, 0.25),
      opinion("chain.end", "... and all agree in the end", chain, 5, 2, 0.25),
      {"M6.order", "random starts of 20, of 10, in which somebody overtook a neighbour",
       [](Laboratory& l) { return never(order_broken(l)); }},
      {"M6.apart", "clusters in the end that are within epsilon of each other",
       [](Laboratory& l) { return never(clusters_too_near(l)); }},
      {"M6.frozen", "largest change once opinions are frozen", [](Laboratory& l) { return exactly(0, thaw(l)); }},
      cluster_count("0.05", 0.05, 8.0),
      cluster_count("0.10", 0.10, 3.9),
      cluster_count("0.15", 0.15, 2.7),
      cluster_count("0.20", 0.20, 1.93),
      cluster_count("0.25", 0.25, 1.18),
      cluster_count("0.30", 0.30, 1.0),
      consensus("0.20", 0.20, 0.10),
      consensus("0.25", 0.25, 0.83),
      consensus("0.30", 0.30, 1.0),
      of_625("0.01", 0.01, 40, 39),
      of_625("0.25", 0.25, 20, 1)};
  return family;
}

}  // namespace trust::verification
