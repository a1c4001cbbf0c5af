// What each kind of design promises of its points, as properties of whole designs.
#include "study/design/design.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/random/sobol.hpp>
#include <map>
#include <numeric>
#include <set>

#include "study/design/permutation.hpp"

namespace trust {
namespace {

using Settings = std::vector<std::pair<std::string, std::string>>;

Axis listed(const std::string& name, std::vector<OverrideValue> values) {
  Axis axis;
  axis.name = axis.key = name;
  axis.values = std::move(values);
  return axis;
}

Axis range(const std::string& name, double from, double to, std::uint64_t steps = 0, bool whole = false) {
  Axis axis;
  axis.name = axis.key = name;
  axis.from = from;
  axis.to = to;
  axis.steps = steps;
  axis.whole = whole;
  return axis;
}

std::vector<Axis> unit_cube(std::size_t axes) {
  std::vector<Axis> cube;
  for (std::size_t i = 0; i < axes; ++i) cube.push_back(range("x" + std::to_string(i), 0, 1));
  return cube;
}

double coordinate(const Design& design, std::uint64_t point, std::size_t axis) {
  return std::get<double>(design.point(point).at(axis).value);
}

/// Which of `strata` holds it; a value at a stratum's lower end may have been rounded down.
std::uint64_t stratum_of(double value, std::uint64_t strata) {
  return static_cast<std::uint64_t>(value * static_cast<double>(strata) + 1e-8);
}

TEST(Shuffle, IsOne) {
  for (const std::uint64_t seed : {0u, 1u, 77u}) {
    const CipherKey key = key_of_seed(seed);
    for (std::uint64_t count = 1; count <= 300; ++count)
      for (const std::uint32_t number : {0u, 5u}) {
        std::set<std::uint64_t> seen;
        for (std::uint64_t i = 0; i < count; ++i) {
          seen.insert(shuffled(i, count, key, number));
          ASSERT_LT(*seen.rbegin(), count);
        }
        ASSERT_EQ(seen.size(), count) << "seed " << seed << ", number " << number;
      }
  }
}

TEST(Shuffle, OfMillionsIsOneToo) {
  const CipherKey key = key_of_seed(3);
  constexpr std::uint64_t count = 1'000'003;
  std::vector<bool> seen(count);
  for (std::uint64_t i = 0; i < count; ++i) seen[shuffled(i, count, key, 1)] = true;
  EXPECT_EQ(std::count(seen.begin(), seen.end(), true), static_cast<std::ptrdiff_t>(count));
  EXPECT_LT(shuffled(3'999'999'999u, 4'000'000'000u, key, 1), 4'000'000'000u);
}

// Where five numbers go, over many shuffles: each of the 25 (number, place) pairs as often as any other.
TEST(Shuffle, FavoursNoPlace) {
  constexpr int shuffles = 20'000;
  std::map<std::pair<std::uint64_t, std::uint64_t>, int> times;
  const CipherKey key = key_of_seed(8);
  for (std::uint32_t number = 0; number < shuffles; ++number)
    for (std::uint64_t i = 0; i < 5; ++i) ++times[{i, shuffled(i, 5, key, number)}];
  double squares = 0;
  for (const auto& [pair, count] : times) squares += (count - shuffles / 5.0) * (count - shuffles / 5.0);
  EXPECT_EQ(times.size(), 25u);
  EXPECT_LT(squares / (shuffles / 5.0), 39.3);  // chi-square, 16 degrees of freedom, 0.1 %
}

TEST(Grid, IsEveryCombinationOnceTheLastAxisFastest) {
  const Design design = Design::of_levels(DesignKind::grid, {listed("a", {0.1, 0.2}), range("b", 0, 1, 3),
                                                             listed("c", {std::string("x"), std::string("y")})});
  ASSERT_EQ(design.points(), 12u);
  std::set<Settings> all;
  for (std::uint64_t i = 0; i < design.points(); ++i) all.insert(design.settings(i));
  EXPECT_EQ(all.size(), 12u);
  EXPECT_EQ(design.settings(0), (Settings{{"a", "0.1"}, {"b", "0"}, {"c", "x"}}));
  EXPECT_EQ(design.settings(1), (Settings{{"a", "0.1"}, {"b", "0"}, {"c", "y"}}));
  EXPECT_EQ(design.settings(2), (Settings{{"a", "0.1"}, {"b", "0.5"}, {"c", "x"}}));
  EXPECT_EQ(design.settings(6), (Settings{{"a", "0.2"}, {"b", "0"}, {"c", "x"}}));
  EXPECT_EQ(design.settings(11), (Settings{{"a", "0.2"}, {"b", "1"}, {"c", "y"}}));
}

TEST(Grid, LargerThanAnyNumberIsTheLargest) {
  std::vector<Axis> axes;
  for (int i = 0; i < 12; ++i) axes.push_back(range("x" + std::to_string(i), 0, 1, 1000));
  EXPECT_EQ(Design::of_levels(DesignKind::grid, axes).points(), std::numeric_limits<std::uint64_t>::max());
}

TEST(OneAtATime, IsTheScenarioAndThenEachValueOfEachAxisAlone) {
  const Design design =
      Design::of_levels(DesignKind::one_at_a_time, {listed("a", {0.1, 0.2}), range("b", 0, 1, 3), listed("c", {true})});
  ASSERT_EQ(design.points(), 7u);
  std::vector<Settings> points;
  for (std::uint64_t i = 0; i < design.points(); ++i) points.push_back(design.settings(i));
  EXPECT_THAT(points,
              testing::ElementsAre(Settings{}, Settings{{"a", "0.1"}}, Settings{{"a", "0.2"}}, Settings{{"b", "0"}},
                                   Settings{{"b", "0.5"}}, Settings{{"b", "1"}}, Settings{{"c", "true"}}));
}

TEST(List, IsWhatIsWritten) {
  const Design design = Design::of_list({listed("a", {}), listed("b", {})}, {{0.1, std::nullopt}, {}, {0.3, 2.0}});
  ASSERT_EQ(design.points(), 3u);
  EXPECT_EQ(design.settings(0), (Settings{{"a", "0.1"}}));
  EXPECT_EQ(design.settings(1), Settings{});
  EXPECT_EQ(design.settings(2), (Settings{{"a", "0.3"}, {"b", "2"}}));
}

TEST(LatinHypercube, HasOnePointInEachStratumOfEveryAxis) {
  for (const std::uint64_t points : {1, 2, 3, 7, 16, 97, 1000, 4096, 20'011}) {
    const Design design = Design::of_samples(DesignKind::latin_hypercube, unit_cube(4), points, points);
    for (std::size_t axis = 0; axis < 4; ++axis) {
      std::vector<int> in_stratum(points);
      for (std::uint64_t i = 0; i < points; ++i) ++in_stratum.at(stratum_of(coordinate(design, i, axis), points));
      EXPECT_EQ(std::count(in_stratum.begin(), in_stratum.end(), 1), static_cast<std::ptrdiff_t>(points)) << points;
    }
  }
}

TEST(LatinHypercube, PairsTheAxesByLuck) {
  constexpr std::uint64_t points = 10'000;
  const Design design = Design::of_samples(DesignKind::latin_hypercube, unit_cube(3), points, 5);
  const Design other = Design::of_samples(DesignKind::latin_hypercube, unit_cube(3), points, 6);
  const auto correlation = [](auto x, auto y) {
    double sum = 0;
    for (std::uint64_t i = 0; i < points; ++i) sum += (x(i) - 0.5) * (y(i) - 0.5);
    return 12 * sum / points;
  };
  const auto of = [](const Design& from, std::size_t axis) {
    return [&from, axis](std::uint64_t i) { return coordinate(from, i, axis); };
  };
  constexpr double four_deviations = 0.04;
  EXPECT_NEAR(correlation(of(design, 0), of(design, 1)), 0, four_deviations);
  EXPECT_NEAR(correlation(of(design, 1), of(design, 2)), 0, four_deviations);
  EXPECT_NEAR(correlation(of(design, 0), of(other, 0)), 0, four_deviations);
  EXPECT_NEAR(correlation(of(design, 0), [](std::uint64_t i) { return static_cast<double>(i) / points; }), 0,
              four_deviations);
  double within = 0;  // and lies anywhere within its stratum
  for (std::uint64_t i = 0; i < points; ++i) {
    const double place = coordinate(design, i, 0) * points;
    within += place - std::floor(place + 1e-8);
  }
  EXPECT_NEAR(within / points, 0.5, 0.012);
}

TEST(LatinHypercube, OfTenMillionPointsComputesAnyOfThem) {
  const Design design = Design::of_samples(DesignKind::latin_hypercube, unit_cube(3), most_points_unasked, 1);
  std::set<std::uint64_t> strata;
  for (std::uint64_t i = 0; i < 3000; ++i)
    strata.insert(stratum_of(coordinate(design, i * 3333, 0), most_points_unasked));
  EXPECT_EQ(strata.size(), 3000u);
}

TEST(Sobol, IsBoostsSequenceAfterTheOrigin) {
  constexpr std::size_t axes = 7;
  const Design design = Design::of_samples(DesignKind::sobol, unit_cube(axes), 20'000'000, 0);
  for (std::size_t axis = 0; axis < axes; ++axis) EXPECT_EQ(coordinate(design, 0, axis), 0);
  boost::random::sobol sequence(axes);
  const auto next = [&] { return std::ldexp(static_cast<double>(sequence() >> 11), -53); };
  for (std::uint64_t i = 1; i <= 1000; ++i)
    for (std::size_t axis = 0; axis < axes; ++axis) ASSERT_EQ(coordinate(design, i, axis), next()) << i;
  sequence.discard(axes * (10'000'000 - 1001));
  for (std::size_t axis = 0; axis < axes; ++axis) EXPECT_EQ(coordinate(design, 10'000'000, axis), next());
}

TEST(Sobol, IsBalancedInEveryPowerOfTwo) {
  constexpr std::size_t axes = 10;
  const Design design = Design::of_samples(DesignKind::sobol, unit_cube(axes), 4096, 0);
  for (std::uint64_t points = 1; points <= 4096; points *= 2)
    for (std::size_t axis = 0; axis < axes; ++axis) {
      std::vector<int> in_stratum(points);
      for (std::uint64_t i = 0; i < points; ++i)
        ++in_stratum.at(static_cast<std::size_t>(coordinate(design, i, axis) * static_cast<double>(points)));
      ASSERT_EQ(std::count(in_stratum.begin(), in_stratum.end(), 1), static_cast<std::ptrdiff_t>(points));
    }
}

TEST(Random, PointsStandEachOnTheirOwn) {
  const Design few = Design::of_samples(DesignKind::random, unit_cube(3), 10, 4);
  const Design many = Design::of_samples(DesignKind::random, unit_cube(3), 10'000, 4);
  const Design other = Design::of_samples(DesignKind::random, unit_cube(3), 10, 5);
  std::set<double> all;
  double sum = 0, products = 0;
  for (std::uint64_t i = 0; i < 10'000; ++i) {
    const double x = coordinate(many, i, 0), y = coordinate(many, i, 1);
    if (i < 10) {
      EXPECT_EQ(coordinate(few, i, 0), x);
      EXPECT_NE(coordinate(other, i, 0), x);
    }
    all.insert(x);
    all.insert(y);
    sum += x;
    products += 12 * (x - 0.5) * (y - 0.5);
  }
  EXPECT_GT(all.size(), 19'900u);
  EXPECT_NEAR(sum / 10'000, 0.5, 0.012);
  EXPECT_NEAR(products / 10'000, 0, 0.04);
}

TEST(EveryDesign, GivesTheSamePointWhoeverAsksAndWhenever) {
  const std::vector<Axis> axes{range("a", 2, 4, 5), range("b", 1, 9, 3, true), listed("c", {true, false})};
  std::vector<Design> designs{Design::of_levels(DesignKind::grid, axes),
                              Design::of_levels(DesignKind::one_at_a_time, axes)};
  for (const DesignKind kind : {DesignKind::latin_hypercube, DesignKind::sobol, DesignKind::random})
    designs.push_back(Design::of_samples(kind, axes, 11, 9));
  for (const Design& design : designs) {
    const Design copy = design;
    std::vector<Settings> forwards;
    for (std::uint64_t i = 0; i < design.points(); ++i) forwards.push_back(design.settings(i));
    for (std::uint64_t i = design.points(); i-- > 0;) EXPECT_EQ(copy.settings(i), forwards[i]);
    for (std::uint64_t i = 0; i < design.points(); ++i) {
      const std::vector<Override> point = design.point(i);
      ASSERT_EQ(point.size(), forwards[i].size());
      for (std::size_t p = 0; p < point.size(); ++p) {
        EXPECT_EQ(point[p].key, forwards[i][p].first);
        EXPECT_EQ(to_text(point[p].value), forwards[i][p].second);
      }
    }
  }
}

TEST(Axis, OfWholeNumbersGivesEachItsShare) {
  const Axis axis = range("days", 5, 14, 0, true);
  std::map<std::int64_t, int> times;
  for (int i = 0; i < 1000; ++i) ++times[std::get<std::int64_t>(axis.at(i / 1000.0))];
  EXPECT_EQ(times.size(), 10u);
  for (const auto& [day, count] : times) EXPECT_EQ(count, 100) << day;
  EXPECT_EQ(times.begin()->first, 5);
  const Axis below_zero = range("x", -3, 0, 0, true);
  EXPECT_EQ(to_text(below_zero.at(0)), "-3");
  EXPECT_EQ(to_text(below_zero.at(0.999)), "0");
}

TEST(Axis, LevelsOfARangeHaveBothEndsAndEvenSteps) {
  const auto levels = [](const Axis& axis) {
    std::string text;
    for (std::uint64_t i = 0; i < axis.levels(); ++i) text += to_text(axis.level(i)) + " ";
    return text;
  };
  EXPECT_EQ(levels(range("x", 0, 1, 5)), "0 0.25 0.5 0.75 1 ");
  EXPECT_EQ(levels(range("x", 0.1, 0.7, 2)), "0.1 0.7 ");
  EXPECT_EQ(levels(range("x", 1, 10, 4, true)), "1 4 7 10 ");
  EXPECT_EQ(levels(range("x", 1, 4, 3, true)), "1 3 4 ");
  EXPECT_EQ(levels(range("x", -4, -1, 4, true)), "-4 -3 -2 -1 ");
}

TEST(Axis, WithLevelsGivesEachItsShareOfASample) {
  const Axis axis = listed("rule", {std::string("a"), std::string("b"), std::string("c")});
  std::map<std::string, int> times;
  for (int i = 0; i < 999; ++i) ++times[to_text(axis.at(i / 999.0))];
  EXPECT_EQ(times, (std::map<std::string, int>{{"a", 333}, {"b", 333}, {"c", 333}}));
}

TEST(Axis, OfABeliefHasTheMiddlesOfEqualShares) {
  Axis axis;
  axis.prior = Prior(Prior::Form::uniform, 0, 1);
  axis.steps = 2;
  EXPECT_EQ(to_text(axis.level(0)), "0.25");
  EXPECT_EQ(to_text(axis.level(1)), "0.75");
  axis.steps = 0;
  EXPECT_EQ(to_text(axis.at(0.5)), "0.5");
}

}  // namespace
}  // namespace trust
