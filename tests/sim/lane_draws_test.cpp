// Draws of all lanes at once against one draw at a time, for whatever replicates the lanes hold and on every path; and
// chances against the number of bit patterns that fulfil them.
#include "sim/lane_draws.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <string>
#include <vector>

#include "sim/columns.hpp"
#include "tests/sim/lane_probe.hpp"
#include "tests/sim/random_arcs.hpp"

namespace trust::test {
namespace {

using Replicates = std::array<std::uint32_t, lane_count>;

struct Packing {
  const char* name;
  Replicates replicates;
};

Replicates counting_from(std::uint32_t low, std::uint32_t high) {
  Replicates replicates{};
  std::iota(replicates.begin(), replicates.begin() + 8, low);
  std::iota(replicates.begin() + 8, replicates.end(), high);
  return replicates;
}

Replicates shuffled(Replicates replicates, std::uint64_t seed) {
  oracle::SplitMix random(seed);
  std::vector<std::uint32_t> order(replicates.begin(), replicates.end());
  oracle::shuffle(order, random);
  std::ranges::copy(order, replicates.begin());
  return replicates;
}

Replicates one_of_each_block(std::uint32_t stride) {
  Replicates replicates{};
  for (std::uint32_t l = 0; l < lane_count; ++l) replicates[l] = l * stride + l % 5;
  return replicates;
}

Replicates all_equal(std::uint32_t replicate) {
  Replicates replicates{};
  replicates.fill(replicate);
  return replicates;
}

std::vector<Packing> packings() {
  std::vector<Packing> all = {
      {"in order", counting_from(0, 8)},
      {"in order, further on", counting_from(48, 56)},
      {"the same half twice", counting_from(0, 0)},
      {"the same later half twice", counting_from(24, 24)},
      {"halves in order, exchanged", counting_from(8, 0)},
      {"halves in order, far apart", counting_from(800, 16)},
      {"off by one", counting_from(1, 9)},
      {"off by four", counting_from(4, 12)},
      {"one half off by four", counting_from(0, 12)},
      {"second half off by one", counting_from(0, 9)},
      {"first half off by one", counting_from(1, 8)},
      {"shuffled", shuffled(counting_from(0, 8), 1)},
      {"shuffled, four blocks", shuffled(counting_from(3, 21), 2)},
      {"all equal", all_equal(37)},
      {"all zero", all_equal(0)},
      {"sixteen blocks", one_of_each_block(8)},
      {"sixteen blocks, far apart", one_of_each_block(1'000'003)},
      {"sixteen blocks, shuffled", shuffled(one_of_each_block(40), 3)},
      {"the last replicates", counting_from(0xFFFFFFF0u, 0xFFFFFFF8u)},
  };
  Replicates backwards = counting_from(0, 8);
  std::ranges::reverse(backwards);
  all.push_back({"backwards", backwards});
  oracle::SplitMix random(4);
  for (int i = 0; i < 200; ++i) {
    Replicates any{};
    const std::uint32_t limit = 1u << random.below(32);
    for (auto& replicate : any) replicate = random.below(limit);
    all.push_back({"any", any});
  }
  return all;
}

std::uint32_t bits_at(const LaneColumn& column, std::size_t row, int lane) {
  return std::bit_cast<std::uint32_t>(column.at(row, lane));
}

DrawAddress any_address(oracle::SplitMix& random) {
  const auto any = [&] { return static_cast<std::uint32_t>(random.next()); };
  return {any(), any(), any() >> 8, static_cast<std::uint8_t>(any())};
}

class LaneDraws : public testing::TestWithParam<InstructionSet> {};

TEST_P(LaneDraws, OfTiesEqualOneDrawAtATime) {
  oracle::SplitMix random(50);
  for (const Packing& packing : packings()) {
    const std::uint64_t seed = random.next();
    const LaneLuck luck = make_lane_luck(seed, packing.replicates);
    for (const int count : {1, 2, 4}) {
      DrawAddress at = any_address(random);
      std::array<std::uint32_t, 4> sources{};
      for (auto& source : sources) source = random.below(1000);
      LaneColumn draws(4);
      lane_probe(GetParam()).draw16_ties(luck, sources.data(), count, at, draws.row(0));
      for (std::size_t t = 0; t < static_cast<std::size_t>(count); ++t) {
        at.first = sources[t];
        for (int l = 0; l < lane_count; ++l) {
          const std::uint32_t replicate = packing.replicates[static_cast<std::size_t>(l)];
          ASSERT_EQ(bits_at(draws, t, l), draw16(key_of_seed(seed), at, replicate)) << packing.name << ", lane " << l;
        }
      }
    }
  }
}

TEST_P(LaneDraws, OfSeatsEqualOneDrawAtATime) {
  oracle::SplitMix random(51);
  for (const Packing& packing : packings()) {
    const std::uint64_t seed = random.next();
    const LaneLuck luck = make_lane_luck(seed, packing.replicates);
    const DrawAddress at = any_address(random);
    LaneColumn draws(1);
    lane_probe(GetParam()).draw32(luck, at, draws.row(0));
    for (int l = 0; l < lane_count; ++l) {
      const std::uint32_t replicate = packing.replicates[static_cast<std::size_t>(l)];
      ASSERT_EQ(bits_at(draws, 0, l), draw32(key_of_seed(seed), at, replicate)) << packing.name << ", lane " << l;
    }
  }
}

// ---- chances

// Whether each of `bits` makes an event of probability p happen.
std::vector<bool> happening(InstructionSet set, const std::vector<std::uint32_t>& bits, float p) {
  const std::size_t rows = (bits.size() + lane_columns - 1) / lane_columns;
  LaneColumn draws(rows), chance(rows), out(rows);
  for (std::size_t i = 0; i < bits.size(); ++i) draws.row(0)[i] = std::bit_cast<float>(bits[i]);
  std::fill_n(chance.row(0), rows * lane_columns, p);
  operation(set, "happens(i, b)")(draws.row(0), chance.row(0), chance.row(0), out.row(0), rows);
  std::vector<bool> found;
  for (std::size_t i = 0; i < bits.size(); ++i) {
    const auto mask = std::bit_cast<std::uint32_t>(out.row(0)[i]);
    if (mask != 0 && mask != 0xFFFFFFFFu) ADD_FAILURE() << "not a mask: " << mask;
    found.push_back(mask != 0);
  }
  return found;
}

// The number of the 2^32 bit patterns with which the event happens: they are the lowest ones.
std::uint64_t patterns_that_happen(InstructionSet set, float p) {
  std::uint64_t low = 0, high = std::uint64_t{1} << 32;  // all below low happen, none from high on does
  while (low < high) {
    const std::uint64_t middle = (low + high) / 2;
    if (happening(set, {static_cast<std::uint32_t>(middle)}, p).front()) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

std::vector<float> asked_chances() {
  std::vector<float> all = {0.0F,    1e-6F,       2.5e-6F, 1e-5F,       1e-4F,       0.001F,    0.01F, 0.05F,
                            0.1F,    1.0F / 3.0F, 0.5F,    0.50000006F, 0.6180340F,  0.9F,      0.99F, 0.999F,
                            0x1p-8F, 0x1p-16F,    0x1p-9F, 0.9999F,     0.99999994F, 1 - 1e-6F, 1.0F};
  for (int i = 1; i < 40; ++i) all.push_back(static_cast<float>(std::pow(0.7, i)));
  return all;
}

TEST_P(LaneDraws, MakeThingsHappenAsOftenAsAsked) {
  for (const float p : asked_chances()) {
    const double asked = static_cast<double>(p) * 0x1p32;
    EXPECT_LT(std::abs(static_cast<double>(patterns_that_happen(GetParam(), p)) - asked), 1) << "p = " << p;
  }
}

TEST_P(LaneDraws, MakeThingsHappenForTheLowestPatterns) {
  // What the count above leans on: sweep all patterns in steps, and one by one around the limit.
  for (const float p : asked_chances()) {
    const std::uint64_t limit = patterns_that_happen(GetParam(), p);
    std::vector<std::uint32_t> patterns;
    for (std::uint64_t u = 0; u < (std::uint64_t{1} << 32); u += 65'521 * 17)
      patterns.push_back(static_cast<std::uint32_t>(u));
    for (std::int64_t by = -70'000; by <= 70'000; by += by < -40 || by > 40 ? 997 : 1) {
      const std::int64_t u = static_cast<std::int64_t>(limit) + by;
      if (u >= 0 && u < (std::int64_t{1} << 32)) patterns.push_back(static_cast<std::uint32_t>(u));
    }
    const std::vector<bool> found = happening(GetParam(), patterns, p);
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      ASSERT_EQ(found[i], patterns[i] < limit) << "pattern " << patterns[i] << ", p = " << p;
    }
  }
}

TEST_P(LaneDraws, AreCertainOrImpossibleAtTheEnds) {
  const std::vector<std::uint32_t> patterns = {0, 1, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFF0000, 0xFFFFFFFF};
  for (const float never : {0.0F, -0.0F, -1e-7F, -0.5F, -1.0F, 1e-40F}) {
    for (const bool found : happening(GetParam(), patterns, never)) EXPECT_FALSE(found) << never;
  }
  for (const float always : {1.0F, 1.0000001F, 2.0F}) {
    for (const bool found : happening(GetParam(), patterns, always)) EXPECT_TRUE(found) << always;
  }
}

TEST_P(LaneDraws, CountAsOftenAsAskedAlongRealDraws) {
  const LaneLuck luck = make_lane_luck(8, counting_from(0, 8));
  for (const float p : {0.0005F, 0.03F, 0.4F}) {
    constexpr std::size_t rows = 40'000;
    LaneColumn draws(rows), chance(rows), out(rows);
    std::fill_n(chance.row(0), rows * lane_columns, p);
    for (std::size_t r = 0; r < rows; ++r) {
      lane_probe(GetParam()).draw32(luck, {.first = static_cast<std::uint32_t>(r), .purpose = 1}, draws.row(r));
    }
    operation(GetParam(), "happens(i, b)")(draws.row(0), chance.row(0), chance.row(0), out.row(0), rows);
    double count = 0;
    for (std::size_t i = 0; i < rows * lane_columns; ++i) count += std::bit_cast<std::uint32_t>(out.row(0)[i]) != 0;
    const double all = rows * lane_columns;
    EXPECT_NEAR(count, all * p, 5 * std::sqrt(all * p * (1 - p))) << p;
  }
}

TEST_P(LaneDraws, HaveThresholdsNearestToTheChance) {
  std::vector<float> chances = asked_chances();
  for (int i = 0; i <= 65'536; i += 7) chances.push_back(static_cast<float>(i) / 65536.0F);
  for (const float p : chances) {
    LaneColumn chance(1), out(1);
    chance.fill_row(0, p);
    operation(GetParam(), "threshold16(a)")(chance.row(0), chance.row(0), chance.row(0), out.row(0), 1);
    for (int l = 0; l < lane_count; ++l) {
      const auto threshold = std::bit_cast<std::int32_t>(out.at(0, l));
      ASSERT_LE(std::abs(threshold - p * 65536.0), 0.5) << p;
    }
  }
}

TEST_P(LaneDraws, HaveThresholdsThatAreCertainOrImpossibleAtTheEnds) {
  LaneColumn chance(1), out(1);
  for (int l = 0; l < lane_count; ++l) chance.at(0, l) = l % 2 == 0 ? 0.0F : 1.0F;
  operation(GetParam(), "threshold16(a)")(chance.row(0), chance.row(0), chance.row(0), out.row(0), 1);
  for (int l = 0; l < lane_count; ++l) EXPECT_EQ(bits_at(out, 0, l), l % 2 == 0 ? 0u : 65536u);
}

INSTANTIATE_TEST_SUITE_P(Path, LaneDraws, testing::ValuesIn(available_sets()),
                         [](const auto& param_info) { return std::string(name_of(param_info.param)); });

// ---- which blocks a batch asks for

TEST(LaneAddressing, CostsNoMoreBlocksThanTheLanesNeed) {
  EXPECT_EQ(make_lane_luck(1, counting_from(0, 8)).eights.groups, 2);
  EXPECT_EQ(make_lane_luck(1, counting_from(0, 8)).fours.groups, 4);
  EXPECT_EQ(make_lane_luck(1, all_equal(9)).eights.groups, 1);
  EXPECT_EQ(make_lane_luck(1, one_of_each_block(8)).eights.groups, 16);
  EXPECT_EQ(make_lane_luck(1, shuffled(counting_from(0, 8), 5)).eights.groups, 2);
}

TEST(LaneAddressing, KnowsTheOrdersThatNeedNoShuffling) {
  EXPECT_TRUE(make_lane_luck(1, counting_from(16, 24)).eights.in_order);
  EXPECT_TRUE(make_lane_luck(1, counting_from(16, 24)).fours.in_order);
  EXPECT_TRUE(make_lane_luck(1, counting_from(16, 24)).eights.halves_in_order);
  EXPECT_TRUE(make_lane_luck(1, counting_from(0, 0)).eights.halves_in_order);
  EXPECT_TRUE(make_lane_luck(1, counting_from(80, 16)).eights.halves_in_order);
  EXPECT_FALSE(make_lane_luck(1, counting_from(0, 9)).eights.halves_in_order);
  EXPECT_FALSE(make_lane_luck(1, counting_from(1, 8)).eights.halves_in_order);
  EXPECT_FALSE(make_lane_luck(1, shuffled(counting_from(0, 8), 6)).eights.halves_in_order);
}

}  // namespace
}  // namespace trust::test
