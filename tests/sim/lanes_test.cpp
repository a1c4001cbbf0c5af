// Each operation on lanes is compared with one scalar IEEE operation a lane, bit for bit, on every path.
#include "sim/lanes.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "sim/columns.hpp"
#include "tests/sim/lane_probe.hpp"
#include "tests/sim/random_arcs.hpp"

namespace trust::test {
namespace {

using Bits = std::uint32_t;
using Wanted = std::optional<Bits>;  // nothing where the result is not laid down: a NaN's bits, an integer out of range

Bits bits_of(float value) { return std::bit_cast<Bits>(value); }
std::int32_t int_of(float value) { return std::bit_cast<std::int32_t>(value); }
Wanted mask(bool set) { return set ? 0xFFFFFFFFu : 0u; }
Wanted number(float value) { return std::isnan(value) ? Wanted{} : Wanted{bits_of(value)}; }
float smaller(float a, float b) { return a < b ? a : b; }
float larger(float a, float b) { return a > b ? a : b; }

Wanted truncated(float a) {
  if (!(a > -2147483648.0F && a < 2147483648.0F)) return {};
  return static_cast<Bits>(static_cast<std::int32_t>(a));
}

struct Oracle {
  const char* expression;
  Wanted (*wanted)(float a, float b, float c);  // null: another test holds it
};

constexpr Oracle oracles[] = {
    {"a + b", [](float a, float b, float) { return number(a + b); }},
    {"a - b", [](float a, float b, float) { return number(a - b); }},
    {"a * b", [](float a, float b, float) { return number(a * b); }},
    {"a / b", [](float a, float b, float) { return number(a / b); }},
    {"a * b + c",
     [](float a, float b, float c) {
       const volatile float product = a * b;  // rounded before the sum: never fused
       return number(product + c);
     }},
    {"plus_equal(a, b)", [](float a, float b, float) { return number(a + b); }},
    {"-a", [](float a, float, float) { return Wanted{bits_of(a) ^ 0x80000000u}; }},
    {"a < b", [](float a, float b, float) { return mask(a < b); }},
    {"a <= b", [](float a, float b, float) { return mask(a <= b); }},
    {"a > b", [](float a, float b, float) { return mask(a > b); }},
    {"a >= b", [](float a, float b, float) { return mask(a >= b); }},
    {"i + j", [](float a, float b, float) { return Wanted{bits_of(a) + bits_of(b)}; }},
    {"i - j", [](float a, float b, float) { return Wanted{bits_of(a) - bits_of(b)}; }},
    {"i * j", [](float a, float b, float) { return Wanted{bits_of(a) * bits_of(b)}; }},
    {"i & j", [](float a, float b, float) { return Wanted{bits_of(a) & bits_of(b)}; }},
    {"i | j", [](float a, float b, float) { return Wanted{bits_of(a) | bits_of(b)}; }},
    {"i ^ j", [](float a, float b, float) { return Wanted{bits_of(a) ^ bits_of(b)}; }},
    {"~i", [](float a, float, float) { return Wanted{~bits_of(a)}; }},
    {"i < j", [](float a, float b, float) { return mask(int_of(a) < int_of(b)); }},
    {"i > j", [](float a, float b, float) { return mask(int_of(a) > int_of(b)); }},
    {"i == j", [](float a, float b, float) { return mask(int_of(a) == int_of(b)); }},
    {"shift_left(i, 7)", [](float a, float, float) { return Wanted{bits_of(a) << 7}; }},
    {"shift_right(i, 9)", [](float a, float, float) { return Wanted{bits_of(a) >> 9}; }},
    {"as_floats(as_bits(a))", [](float a, float, float) { return Wanted{bits_of(a)}; }},
    {"to_floats(i)", [](float a, float, float) { return number(static_cast<float>(int_of(a))); }},
    {"to_ints(a)", [](float a, float, float) { return truncated(a); }},
    {"choose(a < b, b, c)", [](float a, float b, float c) { return Wanted{bits_of(a < b ? b : c)}; }},
    {"choose(i < j, j, k)", [](float a, float b, float c) { return Wanted{bits_of(int_of(a) < int_of(b) ? b : c)}; }},
    {"where(a < b, c)", [](float a, float b, float c) { return Wanted{a < b ? bits_of(c) : 0u}; }},
    {"min(a, b)", [](float a, float b, float) { return Wanted{bits_of(smaller(a, b))}; }},
    {"max(a, b)", [](float a, float b, float) { return Wanted{bits_of(larger(a, b))}; }},
    {"clamp(a, b, c)", [](float a, float b, float c) { return Wanted{bits_of(smaller(larger(a, b), c))}; }},
    {"clamp01(a)", [](float a, float, float) { return Wanted{bits_of(smaller(larger(a, 0.0F), 1.0F))}; }},
    {"absolute(a)", [](float a, float, float) { return Wanted{bits_of(a) & 0x7FFFFFFFu}; }},
    {"lane_by_lane(a)", [](float a, float, float) { return Wanted{bits_of(a)}; }},
    {"ints_lane_by_lane(i)", [](float a, float, float) { return Wanted{bits_of(a)}; }},
    {"Lanes(0.1F) + a", [](float a, float, float) { return number(0.1F + a); }},
    {"LaneInts(-3) + i", [](float a, float, float) { return Wanted{bits_of(a) - 3u}; }},
    {"exponential(a)", nullptr},
    {"logarithm(a)", nullptr},
    {"logistic(a)", nullptr},
    {"log_odds(a)", nullptr},
    {"happens(i, b)", nullptr},
    {"threshold16(a)", nullptr},
};

std::vector<float> special_values() {
  using Limits = std::numeric_limits<float>;
  std::vector<float> values;
  for (const float size : {0.0F,
                           Limits::denorm_min(),
                           1e-40F,
                           std::bit_cast<float>(0x007FFFFFu),
                           Limits::min(),
                           1e-30F,
                           0x1p-24F,
                           0.1F,
                           0.49999997F,
                           0.5F,
                           0.99999994F,
                           1.0F,
                           1.0000001F,
                           1.5F,
                           2.5F,
                           3.14159274F,
                           8388607.5F,
                           16777216.0F,
                           2147483520.0F,
                           1e30F,
                           Limits::max(),
                           Limits::infinity(),
                           Limits::quiet_NaN()}) {
    values.push_back(size);
    values.push_back(-size);
  }
  return values;
}

// Rows of inputs: every pair of special values, any bits at all, and plain numbers.
struct Inputs {
  LaneColumn a, b, c;

  explicit Inputs(std::uint64_t seed) : a(rows), b(rows), c(rows) {
    const std::vector<float> special = special_values();
    oracle::SplitMix random(seed);
    for (std::size_t cell = 0; cell < rows * lane_columns; ++cell) {
      for (LaneColumn* column : {&a, &b, &c}) column->row(0)[cell] = one_of_any_kind(random);
      if (cell < special.size() * special.size()) {
        a.row(0)[cell] = special[cell % special.size()];
        b.row(0)[cell] = special[cell / special.size()];
        c.row(0)[cell] = special[random.below(static_cast<std::uint32_t>(special.size()))];
      }
    }
  }

  static float one_of_any_kind(oracle::SplitMix& random) {
    const auto bits = static_cast<Bits>(random.next());
    if (random.below(2) == 0) return std::bit_cast<float>(bits);
    return static_cast<float>(static_cast<std::int32_t>(bits)) * 0x1p-28F;  // -8 .. 8
  }

  static constexpr std::size_t rows = 1000;
};

class LaneOperations : public testing::TestWithParam<InstructionSet> {};

TEST_P(LaneOperations, EqualTheScalarOperationBitForBit) {
  const Inputs in(20);
  for (const Oracle& oracle : oracles) {
    if (oracle.wanted == nullptr) continue;
    LaneColumn out(Inputs::rows);
    operation(GetParam(), oracle.expression)(in.a.row(0), in.b.row(0), in.c.row(0), out.row(0), Inputs::rows);
    int laid_down = 0;
    for (std::size_t cell = 0; cell < Inputs::rows * lane_columns; ++cell) {
      const float a = in.a.row(0)[cell], b = in.b.row(0)[cell], c = in.c.row(0)[cell];
      const Wanted wanted = oracle.wanted(a, b, c);
      if (!wanted) continue;
      ++laid_down;
      ASSERT_EQ(bits_of(out.row(0)[cell]), *wanted)
          << oracle.expression << " with a = " << a << ", b = " << b << ", c = " << c << " in lane " << cell % 16;
    }
    EXPECT_GT(laid_down, 8000) << oracle.expression;
  }
}

TEST_P(LaneOperations, AllHaveAnOracle) {
  const LaneProbe& probe = lane_probe(GetParam());
  ASSERT_EQ(probe.operation_count, std::size(oracles));
  for (std::size_t o = 0; o < probe.operation_count; ++o) {
    EXPECT_STREQ(probe.operations[o].expression, oracles[o].expression);
  }
}

TEST_P(LaneOperations, GiveTheSecondOfTwoEqualZeros) {
  // min and max of +0 and -0 give the second one, whichever instruction does it.
  LaneColumn plus(1), minus(1), out(1);
  minus.fill_row(0, -0.0F);
  for (const char* expression : {"min(a, b)", "max(a, b)"}) {
    operation(GetParam(), expression)(plus.row(0), minus.row(0), plus.row(0), out.row(0), 1);
    EXPECT_TRUE(std::signbit(out.at(0, 5))) << expression;
    operation(GetParam(), expression)(minus.row(0), plus.row(0), plus.row(0), out.row(0), 1);
    EXPECT_FALSE(std::signbit(out.at(0, 5))) << expression;
  }
}

TEST_P(LaneOperations, TouchNoLaneButTheirOwn) {
  // One lane changed changes that lane of the result alone.
  for (const Oracle& oracle : oracles) {
    const RowKernel run = operation(GetParam(), oracle.expression);
    for (int changed = 0; changed < lane_count; ++changed) {
      LaneColumn before(1), after(1);
      LaneColumn a(1), b(1), c(1);
      for (int l = 0; l < lane_count; ++l) {
        a.at(0, l) = static_cast<float>(l) * 0.11F - 0.9F;
        b.at(0, l) = 0.05F * static_cast<float>(l) + 0.02F;
        c.at(0, l) = 0.5F;
      }
      run(a.row(0), b.row(0), c.row(0), before.row(0), 1);
      a.at(0, changed) += 0.05F;
      b.at(0, changed) *= 0.5F;
      c.at(0, changed) = 0.25F;
      run(a.row(0), b.row(0), c.row(0), after.row(0), 1);
      for (int l = 0; l < lane_count; ++l) {
        if (l == changed) continue;
        EXPECT_EQ(bits_of(before.at(0, l)), bits_of(after.at(0, l))) << oracle.expression << " in lane " << l;
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Path, LaneOperations, testing::ValuesIn(available_sets()),
                         [](const auto& param_info) { return std::string(name_of(param_info.param)); });

// The ordinary units of the program see the portable lanes: they must be usable there too.
TEST(Lanes, FillAndReadOneLaneAtATime) {
  LaneColumn row(1);
  for (int l = 0; l < lane_count; ++l) row.at(0, l) = static_cast<float>(l * l);
  const Lanes squares = load(row.row(0));
  for (int l = 0; l < lane_count; ++l) EXPECT_EQ(lane(squares, l), static_cast<float>(l * l));
  for (int l = 0; l < lane_count; ++l) EXPECT_EQ(lane(to_ints(squares + 0.75F), l), l * l);
}

TEST(InstructionSets, ThePortableOneAlwaysRunsAndTheBestOneIsAvailable) {
  EXPECT_TRUE(is_available(InstructionSet::portable));
  EXPECT_TRUE(is_available(best_instruction_set()));
  EXPECT_EQ(name_of(InstructionSet::portable), "portable");
  EXPECT_EQ(name_of(InstructionSet::avx2), "avx2");
}

}  // namespace
}  // namespace trust::test
