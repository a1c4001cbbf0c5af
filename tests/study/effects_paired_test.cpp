// Effects against published figures, against the same interval worked out the long way, and what must hold for any
// data.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "study/effects/comparison.hpp"
#include "tests/study/synthetic_luck.hpp"

namespace trust {
namespace {

using test::SyntheticLuck;
using testing::ElementsAre;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

PairedSample replicates_of_one_organisation(std::vector<double> baseline, std::vector<double> what_if) {
  std::vector<std::uint32_t> organisation(baseline.size(), 0);
  return {std::move(baseline), std::move(what_if), std::move(organisation)};
}

PairedSample skewed_sample(std::size_t count, std::uint64_t seed) {
  SyntheticLuck luck(seed);
  PairedSample sample;
  for (std::size_t r = 0; r < count; ++r) {
    sample.baseline.push_back(0.5 + luck.normal());
    sample.what_if.push_back(sample.baseline.back() + 0.2 * luck.skewed());
    sample.organisation.push_back(0);
  }
  return sample;
}

PairedEffect effect_of(const PairedSample& sample) { return paired_effect(sample, Better::higher, 5); }

template <class Value>
std::vector<Value> picked(const std::vector<Value>& values, const std::vector<std::size_t>& order) {
  std::vector<Value> result;
  for (const std::size_t place : order) result.push_back(values[place]);
  return result;
}

PairedSample reversed_and_turned(const PairedSample& sample) {
  std::vector<std::size_t> order(sample.baseline.size());
  std::iota(order.begin(), order.end(), 0);
  std::reverse(order.begin(), order.end());
  std::rotate(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(order.size() / 3), order.end());
  return {picked(sample.baseline, order), picked(sample.what_if, order), picked(sample.organisation, order)};
}

PairedSample transformed(PairedSample sample, double factor, double shift) {
  for (double& value : sample.baseline) value = factor * value;
  for (double& value : sample.what_if) value = factor * value + shift;
  return sample;
}

// The sleep data of Cushny & Peebles (1905) that Student used; the figures are those on the help page of R's t.test().
TEST(PairedEffect, AgreesWithStudentsSleepData) {
  const PairedEffect effect = effect_of(replicates_of_one_organisation(
      {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4}, {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0}));
  EXPECT_NEAR(effect.difference, -1.58, 1e-12);
  EXPECT_NEAR(effect.interval.low, -2.4598858, 5e-8);
  EXPECT_NEAR(effect.interval.high, -0.7001142, 5e-8);
  EXPECT_STREQ(effect.method, "t");
  EXPECT_EQ(effect.units, 10U);
  EXPECT_FALSE(effect.organisations_vary);
  EXPECT_EQ(effect.share_better, 0);
  // Variances 4.009 and 3.200556 of the groups, 1.512889 of the differences.
  EXPECT_NEAR(effect.pairing_gain, (4.009 + 3.2005556) / 1.5128889, 1e-6);
}

// Efron's interval as his paper writes it, with a jackknife and a normal distribution by other means.
class LongWay {
 public:
  static double below(double deviate) { return std::erfc(-deviate / std::sqrt(2.0)) / 2; }

  static double deviate_of(double share) {
    double low = -40;
    double high = 40;
    for (int step = 0; step < 200; ++step) (below((low + high) / 2) < share ? low : high) = (low + high) / 2;
    return low;
  }

  LongWay(std::vector<double> values, std::uint64_t seed) : values_(std::move(values)) {
    std::sort(values_.begin(), values_.end());  // places of a resample are those of the sorted values
    const auto count = static_cast<std::uint32_t>(values_.size());
    centre_ = average(values_);
    for (std::uint32_t resample = 0; resample < 2000; ++resample) {
      std::vector<double> again;
      for (std::uint32_t place = 0; place < count; ++place) {
        const double share = uniform(key_of_seed(seed), {resample, count, 0, 220}, place);
        again.push_back(values_[static_cast<std::size_t>(share * count)]);
      }
      means_.push_back(average(again));
    }
  }

  Range interval(double t_quantile) const {
    const auto n = static_cast<double>(values_.size());
    const double reach = t_quantile * std::sqrt(n / (n - 1));
    return {limit(-reach), limit(reach)};
  }

 private:
  static double average(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
  }

  double jackknife_acceleration() const {
    std::vector<double> without;
    for (std::size_t left_out = 0; left_out < values_.size(); ++left_out) {
      std::vector<double> rest = values_;
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(left_out));
      without.push_back(average(rest));
    }
    const double middle = average(without);
    double cubes = 0;
    double squares = 0;
    for (const double value : without) {
      cubes += std::pow(middle - value, 3);
      squares += std::pow(middle - value, 2);
    }
    return cubes / (6 * std::pow(squares, 1.5));
  }

  double limit(double deviate) const {
    const auto less = std::count_if(means_.begin(), means_.end(), [&](double value) { return value < centre_; });
    const double correction = deviate_of(static_cast<double>(less) / static_cast<double>(means_.size()));
    const double shifted = correction + deviate;
    return percentile(means_, below(correction + shifted / (1 - jackknife_acceleration() * shifted)));
  }

  std::vector<double> values_;
  std::vector<double> means_;
  double centre_ = 0;
};

TEST(PairedEffect, BootstrapsAsTheLongWayDoes) {
  for (const auto& [count, quantile] : {std::pair{50, 2.0095752}, {64, 1.9983405}, {101, 1.9839715}}) {
    const PairedSample sample = skewed_sample(static_cast<std::size_t>(count), 3);
    std::vector<double> differences;
    for (std::size_t r = 0; r < sample.baseline.size(); ++r) {
      differences.push_back(sample.what_if[r] - sample.baseline[r]);
    }
    const PairedEffect effect = effect_of(sample);
    const Range expected = LongWay(differences, 5).interval(quantile);
    EXPECT_STREQ(effect.method, "BCa");
    EXPECT_NEAR(effect.interval.low, expected.low, 1e-7);
    EXPECT_NEAR(effect.interval.high, expected.high, 1e-7);
    // A skew to the right stretches the interval to the right.
    EXPECT_GT(effect.interval.high - effect.difference, effect.difference - effect.interval.low);
  }
}

TEST(PairedEffect, IsBootstrappedFromFiftyUnitsOn) {
  EXPECT_STREQ(effect_of(skewed_sample(49, 1)).method, "t");
  EXPECT_STREQ(effect_of(skewed_sample(50, 1)).method, "BCa");
  EXPECT_STREQ(effect_of(skewed_sample(4096, 1)).method, "BCa");
  EXPECT_STREQ(effect_of(skewed_sample(4097, 1)).method, "t");
}

TEST(PairedEffect, TheMethodsMeetWhereUnitsAreMany) {
  const PairedEffect bootstrapped = effect_of(skewed_sample(4096, 2));
  PairedSample sample = skewed_sample(4096, 2);
  for (auto* values : {&sample.baseline, &sample.what_if})
    values->insert(values->end(), values->begin(), values->end());
  sample.organisation.assign(sample.baseline.size(), 0);
  const PairedEffect student = effect_of(sample);
  EXPECT_NEAR(half_width(bootstrapped.interval) / half_width(student.interval), std::sqrt(2.0), 0.06);
}

TEST(PairedEffect, NothingIsExactlyNothing) {
  for (const std::size_t count : {2U, 16U, 64U}) {
    PairedSample sample = skewed_sample(count, 4);
    sample.what_if = sample.baseline;
    const PairedEffect effect = effect_of(sample);
    for (const double zero : {effect.difference, effect.interval.low, effect.interval.high, effect.share_better}) {
      EXPECT_EQ(zero, 0);
      EXPECT_FALSE(std::signbit(zero));
    }
    EXPECT_EQ(effect.pairing_gain, std::numeric_limits<double>::infinity());
  }
}

TEST(PairedEffect, TheSameEverywhereIsKnownExactly) {
  for (const std::size_t count : {2U, 10U, 70U}) {
    const PairedEffect effect =
        effect_of(replicates_of_one_organisation(std::vector<double>(count, 0), std::vector<double>(count, 0.1)));
    EXPECT_EQ(effect.difference, 0.1);
    EXPECT_EQ(effect.interval.low, 0.1);
    EXPECT_EQ(effect.interval.high, 0.1);
    EXPECT_EQ(effect.share_better, 1);
    EXPECT_TRUE(std::isnan(effect.pairing_gain));  // nothing varies, so there is no luck to pair
  }
}

TEST(PairedEffect, OneReplicateHasNoInterval) {
  const PairedEffect effect = effect_of(replicates_of_one_organisation({1}, {3}));
  EXPECT_EQ(effect.difference, 2);
  EXPECT_EQ(effect.units, 1U);
  EXPECT_TRUE(std::isnan(effect.interval.low));
  EXPECT_TRUE(std::isnan(effect.interval.high));
  EXPECT_TRUE(std::isnan(effect.pairing_gain));
}

TEST(PairedEffect, NoReplicatesAreNoNumbers) {
  const PairedEffect effect = effect_of({});
  EXPECT_EQ(effect.units, 0U);
  for (const double value : {effect.baseline, effect.difference, effect.interval.low, effect.share_better}) {
    EXPECT_TRUE(std::isnan(value));
  }
}

TEST(PairedEffect, NothingThatIsNotANumberIsDropped) {
  for (const double odd : {nan, std::numeric_limits<double>::infinity()}) {
    for (const bool in_baseline : {true, false}) {
      for (const std::size_t count : {16U, 64U}) {
        PairedSample sample = skewed_sample(count, 6);
        (in_baseline ? sample.baseline : sample.what_if)[count / 2] = odd;
        const PairedEffect effect = effect_of(sample);
        EXPECT_TRUE(std::isnan(effect.difference));
        EXPECT_TRUE(std::isnan(effect.interval.low));
        EXPECT_TRUE(std::isnan(effect.interval.high));
        EXPECT_TRUE(std::isnan(effect.share_better));
        EXPECT_TRUE(std::isnan(effect.pairing_gain));
        EXPECT_EQ(std::isnan(effect.baseline), in_baseline);
        EXPECT_EQ(std::isnan(effect.what_if), !in_baseline);
      }
    }
  }
}

TEST(PairedEffect, CountsWhatIsBetterByTheMeasuresOwnDirection) {
  const PairedSample sample = replicates_of_one_organisation({0, 0, 0, 0}, {1, 1, -1, 0});
  EXPECT_EQ(paired_effect(sample, Better::higher, 1).share_better, 0.5);
  EXPECT_EQ(paired_effect(sample, Better::lower, 1).share_better, 0.25);
}

TEST(PairedEffect, NoOrderOfReplicatesChangesABit) {
  for (const std::size_t count : {9U, 64U, 200U}) {
    for (const std::uint32_t per_organisation : {1000U, 3U, 2U}) {
      PairedSample sample = skewed_sample(count, 7);
      for (std::uint32_t r = 0; r < count; ++r) sample.organisation[r] = r / per_organisation;
      const PairedEffect one = effect_of(sample);
      const PairedEffect other = effect_of(reversed_and_turned(sample));
      EXPECT_EQ(one.baseline, other.baseline);
      EXPECT_EQ(one.difference, other.difference);
      EXPECT_EQ(one.interval.low, other.interval.low);
      EXPECT_EQ(one.interval.high, other.interval.high);
      EXPECT_EQ(one.pairing_gain, other.pairing_gain);
    }
  }
}

TEST(PairedEffect, FollowsTheUnitOfMeasurement) {
  for (const std::size_t count : {12U, 64U}) {
    const PairedSample sample = skewed_sample(count, 8);
    const PairedEffect one = effect_of(sample);
    const PairedEffect doubled = effect_of(transformed(sample, 4, 0));
    EXPECT_EQ(doubled.interval.low, 4 * one.interval.low);  // powers of two lose no bit
    EXPECT_EQ(doubled.interval.high, 4 * one.interval.high);
    EXPECT_EQ(doubled.pairing_gain, one.pairing_gain);
    const PairedEffect moved = effect_of(transformed(sample, 1, 3));
    EXPECT_NEAR(moved.interval.low, one.interval.low + 3, 1e-12);
    EXPECT_NEAR(moved.interval.high, one.interval.high + 3, 1e-12);
  }
}

TEST(PairedEffect, SwappingTheArmsTurnsTheSign) {
  const PairedSample sample = skewed_sample(20, 9);
  const PairedEffect one = effect_of(sample);
  const PairedEffect other = effect_of({sample.what_if, sample.baseline, sample.organisation});
  EXPECT_NEAR(other.interval.low, -one.interval.high, 1e-14);
  EXPECT_NEAR(other.interval.high, -one.interval.low, 1e-14);
  EXPECT_EQ(other.pairing_gain, one.pairing_gain);
}

TEST(PairedEffect, AnotherSeedMovesABootstrappedIntervalALittle) {
  const PairedSample sample = skewed_sample(64, 10);
  const Range one = paired_effect(sample, Better::higher, 1).interval;
  const Range other = paired_effect(sample, Better::higher, 2).interval;
  EXPECT_NE(one.low, other.low);
  EXPECT_NEAR(one.low, other.low, 0.2 * half_width(one));
  EXPECT_EQ(one.low, paired_effect(sample, Better::higher, 1).interval.low);
}

TEST(PairedEffect, CountsTheUnitsThatDiffer) {
  PairedSample sample = replicates_of_one_organisation({1, 1, 1, 1, 1, 1}, {1, 1, 2, 0, 1, 1});
  EXPECT_EQ(effect_of(sample).units_that_differ, 2U);
  sample.organisation = {0, 0, 1, 1, 2, 2};  // within the second, one makes up for the other
  EXPECT_EQ(effect_of(sample).units_that_differ, 0U);
  EXPECT_EQ(effect_of(skewed_sample(64, 1)).units_that_differ, 64U);
}

TEST(PairedEffect, TheRuleOfThree) {
  // 0.95^59 < 0.05: the 59 that are asked for to see what happens to one in twenty.
  EXPECT_GT(unseen_share(58), 0.05);
  EXPECT_LT(unseen_share(59), 0.05);
  EXPECT_NEAR(unseen_share(1000), 0.003, 1e-4);
  EXPECT_NEAR(unseen_share(1), 0.95, 1e-12);
}

TEST(Units, AreReplicatesInOneOrganisationAndDrawsInSeveral) {
  EXPECT_EQ(Units(std::vector<std::uint32_t>{7, 7, 7}).count(), 3U);
  EXPECT_FALSE(Units(std::vector<std::uint32_t>{7, 7, 7}).organisations_vary());
  EXPECT_EQ(Units(std::vector<std::uint32_t>{7, 7, 8}).count(), 2U);
  const Units units(std::vector<std::uint32_t>{7, 2, 7, 9, 2});
  EXPECT_TRUE(units.organisations_vary());
  EXPECT_EQ(units.replicates(), 5U);
  EXPECT_THAT(units.means(std::vector<double>{1, 10, 2, 30, 20}), ElementsAre(15, 1.5, 30));
  Table days(5, 2);
  for (std::size_t r = 0; r < 5; ++r) days.row(r)[1] = static_cast<double>(r);
  EXPECT_THAT(units.means(days).column(1), ElementsAre(2.5, 1, 3));
  EXPECT_THAT(units.means(days).column(0), ElementsAre(0, 0, 0));
}

TEST(PairedEffect, OrganisationsAreTheUnitsWhereTheyVary) {
  PairedSample sample = replicates_of_one_organisation({0, 0, 0, 0, 0, 0}, {1, 3, 4, 6, 9, 9});
  sample.organisation = {0, 0, 1, 1, 2, 2};
  const PairedEffect nested = effect_of(sample);
  const PairedEffect means = effect_of(replicates_of_one_organisation({0, 0, 0}, {2, 5, 9}));
  EXPECT_EQ(nested.units, 3U);
  EXPECT_TRUE(nested.organisations_vary);
  EXPECT_EQ(nested.difference, means.difference);
  EXPECT_EQ(nested.interval.low, means.interval.low);
  EXPECT_EQ(nested.interval.high, means.interval.high);
  EXPECT_EQ(nested.pairing_gain, means.pairing_gain);
}

TEST(PairedEffect, AnOrganisationThatIsCutShortWeighsLikeTheOthers) {
  PairedSample sample = replicates_of_one_organisation({0, 0, 0, 0, 0}, {1, 3, 4, 6, 9});
  sample.organisation = {0, 0, 1, 1, 2};
  const PairedEffect effect = effect_of(sample);
  EXPECT_NEAR(effect.difference, 16.0 / 3, 1e-15);
  EXPECT_NEAR(effect.what_if - effect.baseline, effect.difference, 1e-15);
  // t(2) = 4.302653 times the standard error of 2, 5 and 9.
  EXPECT_NEAR(effect.interval.high - effect.difference, 4.3026527 * std::sqrt(37.0 / 9), 1e-6);
}

TEST(Comparison, SharesItsLuckButChangesNoFigure) {
  PairedSample sample = skewed_sample(180, 11);
  for (std::uint32_t r = 0; r < 180; ++r) sample.organisation[r] = r / 3;
  const Comparison comparison(sample.organisation, 5);
  const PairedEffect shared = comparison.effect(sample.baseline, sample.what_if, Better::higher);
  const PairedEffect alone = effect_of(sample);
  EXPECT_EQ(shared.units, 60U);
  EXPECT_STREQ(shared.method, "BCa");
  EXPECT_EQ(shared.interval.low, alone.interval.low);
  EXPECT_EQ(shared.interval.high, alone.interval.high);
  Table days(180, 1);
  for (std::size_t r = 0; r < 180; ++r) days.row(r)[0] = sample.what_if[r] - sample.baseline[r];
  EXPECT_EQ(comparison.band(days).difference[0], alone.difference);
  EXPECT_FALSE(comparison.worst_team(days, Better::higher));
}

TEST(Range, TheWiderOfTwo) {
  const Range narrow{1, 2};
  const Range wide{0, 4};
  const Range none{nan, nan};
  EXPECT_EQ(half_width(wide), 2);
  EXPECT_EQ(&wider_of(narrow, wide), &wide);
  EXPECT_EQ(&wider_of(wide, narrow), &wide);
  EXPECT_EQ(&wider_of(none, wide), &none);
  EXPECT_EQ(&wider_of(wide, none), &none);
}

}  // namespace
}  // namespace trust
