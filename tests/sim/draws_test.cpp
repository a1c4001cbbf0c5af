// Whether draws can be told from independent even ones, as the program interleaves them: along days, seats, purposes
// and replicates. Every address is fixed, so that a test here passes always or never; limits are five deviations wide.
#include "sim/draws.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <complex>
#include <cstdint>
#include <numbers>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/sim/cipher_oracle.hpp"
#include "tests/sim/random_arcs.hpp"

namespace trust {
namespace {

// The seed's key, kept until another seed comes along.
const CipherKey& key_of(std::uint64_t seed) {
  static std::uint64_t known = 0;
  static CipherKey key = key_of_seed(0);
  if (seed != known) key = key_of_seed(known = seed);
  return key;
}

// An address with everything that a draw depends on.
struct Place {
  std::uint64_t seed = 7;
  std::uint32_t first = 0, second = no_seat, day = 0, purpose = 0, replicate = 0;

  DrawAddress address() const { return {first, second, day, static_cast<std::uint8_t>(purpose)}; }
  std::uint32_t bits32() const { return draw32(key_of(seed), address(), replicate); }
  std::uint32_t bits16() const { return draw16(key_of(seed), address(), replicate); }
};

// ---- addresses

struct Part {
  const char* name;
  int bits;
  void (*flip)(Place& place, int bit);
};

constexpr Part parts[] = {
    {"seed", 64, [](Place& p, int bit) { p.seed ^= std::uint64_t{1} << bit; }},
    {"first", 32, [](Place& p, int bit) { p.first ^= 1u << bit; }},
    {"second", 32, [](Place& p, int bit) { p.second ^= 1u << bit; }},
    {"day", 24, [](Place& p, int bit) { p.day ^= 1u << bit; }},
    {"purpose", 8, [](Place& p, int bit) { p.purpose ^= 1u << bit; }},
    {"replicate", 32, [](Place& p, int bit) { p.replicate ^= 1u << bit; }},
};

Place any_place(oracle::SplitMix& random) {
  const auto any = [&] { return static_cast<std::uint32_t>(random.next()); };
  return {random.next(), any(), any(), any() >> 8, any() >> 24, any()};
}

TEST(DrawAddresses, EveryBitOfThemChangesHalfOfTheDraw) {
  oracle::SplitMix random(40);
  for (const Part& part : parts) {
    for (int bit = 0; bit < part.bits; ++bit) {
      int changed16 = 0, changed32 = 0;
      constexpr int places = 64;
      for (int i = 0; i < places; ++i) {
        const Place before = any_place(random);
        Place after = before;
        part.flip(after, bit);
        changed16 += std::popcount(before.bits16() ^ after.bits16());
        changed32 += std::popcount(before.bits32() ^ after.bits32());
      }
      EXPECT_NEAR(changed16 / (places * 16.0), 0.5, 5 * 0.5 / std::sqrt(places * 16.0)) << part.name << bit;
      EXPECT_NEAR(changed32 / (places * 32.0), 0.5, 5 * 0.5 / std::sqrt(places * 32.0)) << part.name << bit;
    }
  }
}

TEST(DrawAddresses, NeighboursShareNoBlock) {
  // Every address in a small box, both widths of draw kept apart by purpose: no cipher block is used twice.
  std::set<std::array<std::uint32_t, 4>> blocks;
  std::size_t asked = 0;
  for (std::uint32_t cell = 0; cell < 5 * 5 * 5 * 5 * 5; ++cell) {
    const DrawAddress at{cell % 5, cell / 5 % 5, cell / 25 % 5, static_cast<std::uint8_t>(cell / 125 % 5)};
    const CipherBlock counter = draw_counter(at, cell / 625);
    blocks.insert({counter.word[0], counter.word[1], counter.word[2], counter.word[3]});
    ++asked;
  }
  EXPECT_EQ(blocks.size(), asked);
}

TEST(DrawAddresses, OfATieAreNotThoseOfTheTieBack) {
  const CipherKey key = key_of_seed(1);
  EXPECT_NE(draw32(key, {3, 4, 5, 6}, 0), draw32(key, {4, 3, 5, 6}, 0));
}

TEST(Draws, TakeTheirOwnPartOfABlock) {
  // Written out from the layout: eight replicates of 16 bits, or four of 32, least significant first.
  const CipherKey key = key_of_seed(99);
  const DrawAddress at{11, 12, 13, 14};
  for (std::uint32_t replicate = 0; replicate < 64; ++replicate) {
    const oracle::State eight = oracle::state_of(oracle::encrypt(key.round[0], {11, 12, 13 << 8 | 14, replicate / 8}));
    const std::size_t two = replicate % 8 * 2;
    EXPECT_EQ(draw16(key, at, replicate), eight[two] + 256 * eight[two + 1]);
    const oracle::State four = oracle::state_of(oracle::encrypt(key.round[0], {11, 12, 13 << 8 | 14, replicate / 4}));
    const std::size_t part = replicate % 4 * 4;
    EXPECT_EQ(draw32(key, at, replicate),
              four[part] + 256u * four[part + 1] + 65536u * four[part + 2] + 16777216u * four[part + 3]);
    EXPECT_EQ(uniform(key, at, replicate), draw32(key, at, replicate) / 4294967296.0);
  }
}

// ---- evenness and independence

// A way to walk through addresses: step i of the walk.
struct Walk {
  const char* name;
  Place (*step)(std::uint32_t i);
};

// The axes on their own, and the orders in which the program meets addresses: lanes innermost, then ties or seats, then
// days.
constexpr Walk walks[] = {
    {"days", [](std::uint32_t i) { return Place{.first = 5, .second = 9, .day = i, .purpose = 1}; }},
    {"seats", [](std::uint32_t i) { return Place{.first = i, .day = 3, .purpose = 2}; }},
    {"other seats", [](std::uint32_t i) { return Place{.first = 4, .second = i, .day = 3, .purpose = 2}; }},
    {"replicates", [](std::uint32_t i) { return Place{.first = 1, .day = 8, .purpose = 3, .replicate = i}; }},
    {"purposes of each seat", [](std::uint32_t i) { return Place{.first = i / 256, .day = 1, .purpose = i % 256}; }},
    {"seeds", [](std::uint32_t i) { return Place{.seed = i, .first = 1, .day = 1, .purpose = 4}; }},
    {"lanes, then seats, then days",
     [](std::uint32_t i) { return Place{.first = i / 16 % 64, .day = i / 1024, .purpose = 5, .replicate = i % 16}; }},
    {"lanes, then sources, then targets",
     [](std::uint32_t i) {
       return Place{.first = i / 16 % 32, .second = i / 512, .day = 17, .purpose = 6, .replicate = i % 16};
     }},
    {"ties there and back",
     [](std::uint32_t i) {
       const std::uint32_t a = i / 2 % 256, b = 256 + i / 512;
       return Place{.first = i % 2 ? a : b, .second = i % 2 ? b : a, .day = 2, .purpose = 7};
     }},
};

constexpr std::uint32_t walk_length = 1u << 16;

std::vector<std::uint32_t> draws_along(const Walk& walk, std::uint32_t (Place::*width)() const) {
  std::vector<std::uint32_t> draws(walk_length);
  for (std::uint32_t i = 0; i < walk_length; ++i) draws[i] = (walk.step(i).*width)();
  return draws;
}

struct Battery {
  const Walk* walk;
  int bits;
};

void PrintTo(const Battery& battery, std::ostream* out) {
  *out << battery.bits << " bits along " << battery.walk->name;
}

std::vector<Battery> batteries() {
  std::vector<Battery> all;
  for (const Walk& walk : walks) {
    all.push_back({&walk, 16});
    all.push_back({&walk, 32});
  }
  return all;
}

// Looks at one walk: `values` are the draws scaled to mean 0 and deviation 1 for even draws.
class DrawBattery : public testing::TestWithParam<Battery> {
 protected:
  void SetUp() override {
    bits = GetParam().bits;
    draws = draws_along(*GetParam().walk, bits == 16 ? &Place::bits16 : &Place::bits32);
    const double size = std::ldexp(1.0, bits);
    for (const std::uint32_t draw : draws) values.push_back(((draw + 0.5) / size - 0.5) * std::sqrt(12.0));
  }
  int bits = 0;
  std::vector<std::uint32_t> draws;
  std::vector<double> values;
};

TEST_P(DrawBattery, HasTheMeanTheVarianceAndTheSkewOfEvenDraws) {
  double mean = 0, variance = 0, skew = 0;
  for (const double value : values) {
    mean += value / walk_length;
    variance += value * value / walk_length;
    skew += value * value * value / walk_length;
  }
  // Of an even variable with deviation 1, the fourth moment is 9/5 and the sixth 27/7.
  EXPECT_NEAR(mean, 0, 5 / std::sqrt(walk_length));
  EXPECT_NEAR(variance, 1, 5 * std::sqrt(0.8 / walk_length));
  EXPECT_NEAR(skew, 0, 5 * std::sqrt(27.0 / 7 / walk_length));
}

// Chi-square over `cells` cells in deviations from its mean.
double chi_square_deviations(const std::vector<int>& counts) {
  double total = 0;
  for (const int count : counts) total += count;
  const double wanted = total / static_cast<double>(counts.size());
  double chi_square = 0;
  for (const int count : counts) chi_square += (count - wanted) * (count - wanted) / wanted;
  const auto freedom = static_cast<double>(counts.size() - 1);
  return (chi_square - freedom) / std::sqrt(2 * freedom);
}

TEST_P(DrawBattery, HasEvenBytes) {
  for (int byte = 0; byte < bits / 8; ++byte) {
    std::vector<int> counts(256);
    for (const std::uint32_t draw : draws) ++counts[draw >> (8 * byte) & 0xFF];
    EXPECT_LT(std::abs(chi_square_deviations(counts)), 5) << "byte " << byte;
  }
}

TEST_P(DrawBattery, HasEvenPairsOfNeighbours) {
  std::vector<int> counts(256);
  for (std::uint32_t i = 0; i + 1 < walk_length; i += 2) {
    ++counts[draws[i] >> (bits - 4) << 4 | draws[i + 1] >> (bits - 4)];
  }
  EXPECT_LT(std::abs(chi_square_deviations(counts)), 5);
}

TEST_P(DrawBattery, IsNotCorrelatedWithItselfLater) {
  for (const std::uint32_t lag : {1u, 2u, 3u, 4u, 5u, 7u, 8u, 15u, 16u, 17u, 64u, 65u, 256u, 512u, 1024u, 4096u}) {
    double sum = 0;
    for (std::uint32_t i = 0; i + lag < walk_length; ++i) sum += values[i] * values[i + lag];
    EXPECT_LT(std::abs(sum) / std::sqrt(walk_length - lag), 5) << "lag " << lag;
  }
}

// Discrete Fourier transform in place; the length is a power of two.
void transform(std::vector<std::complex<double>>& values) {
  const std::size_t size = values.size();
  if (size == 1) return;
  std::vector<std::complex<double>> even(size / 2), odd(size / 2);
  for (std::size_t i = 0; i < size / 2; ++i) even[i] = values[2 * i], odd[i] = values[2 * i + 1];
  transform(even);
  transform(odd);
  for (std::size_t i = 0; i < size / 2; ++i) {
    const double angle = -2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(size);
    const std::complex<double> turned = std::polar(1.0, angle) * odd[i];
    values[i] = even[i] + turned;
    values[i + size / 2] = even[i] - turned;
  }
}

// The share of peaks below the 95 % height, in deviations from 95 % (NIST SP 800-22, section 2.6), and the highest peak
// over that of noise.
std::pair<double, double> spectrum_of(const std::vector<int>& bits) {
  std::vector<std::complex<double>> values;
  for (const int bit : bits) values.emplace_back(2 * bit - 1);
  transform(values);
  const auto size = static_cast<double>(bits.size());
  const double height = std::sqrt(size * std::log(20.0));
  double below = 0, highest = 0;
  for (std::size_t i = 0; i < bits.size() / 2; ++i) {
    below += std::abs(values[i]) < height;
    highest = std::max(highest, std::norm(values[i]) / size);
  }
  return {(below - 0.95 * size / 2) / std::sqrt(size * 0.95 * 0.05 / 4), highest};
}

TEST_P(DrawBattery, HasAFlatSpectrum) {
  for (const int bit : {bits - 1, bits / 2, 0}) {
    std::vector<int> sequence;
    for (const std::uint32_t draw : draws) sequence.push_back(static_cast<int>(draw >> bit & 1));
    const auto [deviations, highest] = spectrum_of(sequence);
    EXPECT_LT(std::abs(deviations), 5) << "bit " << bit;
    // Peaks of noise are exponential with mean 1: one of 32,768 passes 25 once in 2 million tests.
    EXPECT_LT(highest, 25) << "bit " << bit;
  }
}

INSTANTIATE_TEST_SUITE_P(Walk, DrawBattery, testing::ValuesIn(batteries()));

TEST(DrawBatteryItself, SeesAPeriod) {
  std::vector<int> sequence;
  for (int i = 0; i < 4096; ++i) sequence.push_back(i % 16 == 0 ? 1 : (i * 2654435761u >> 16) & 1);
  EXPECT_GT(spectrum_of(sequence).second, 25);
}

TEST(DrawBatteryItself, SeesUnevenBytes) {
  std::vector<int> counts(256, 256);
  counts[0] += 400;
  EXPECT_GT(chi_square_deviations(counts), 5);
}

TEST(Draws, OfDifferentLanesAreNotCorrelated) {
  // Sixteen replicates over the same days of the same tie: all pairs, as a batch holds them.
  constexpr std::uint32_t days = 8192;
  const CipherKey key = key_of_seed(3);
  std::array<std::vector<double>, 16> lanes;
  for (std::uint32_t day = 1; day <= days; ++day) {
    for (std::uint32_t l = 0; l < 16; ++l) {
      lanes[l].push_back((draw16(key, {1, 2, day, 9}, l) / 65535.0 - 0.5) * std::sqrt(12.0));
    }
  }
  for (std::size_t a = 0; a < 16; ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      double sum = 0;
      for (std::uint32_t day = 0; day < days; ++day) sum += lanes[a][day] * lanes[b][day];
      EXPECT_LT(std::abs(sum) / std::sqrt(days), 5) << "lanes " << a << " and " << b;
    }
  }
}

}  // namespace
}  // namespace trust
