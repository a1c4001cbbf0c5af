// The hash of a state says whether two runs are equal: it must see every bit of every cell in its place, and nothing
// else.
#include "sim/lane_hash.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include "sim/columns.hpp"
#include "tests/sim/lane_probe.hpp"
#include "tests/sim/random_arcs.hpp"

namespace trust {
namespace {

constexpr std::uint64_t key = hash_of("trust");
constexpr std::uint64_t all_lanes = 0xFFFF;

float any_bits(oracle::SplitMix& random) { return std::bit_cast<float>(static_cast<std::uint32_t>(random.next())); }

// Cells of any bits at all: a column may hold integers.
LaneColumn random_column(std::size_t rows, std::uint64_t seed) {
  oracle::SplitMix random(seed);
  LaneColumn column(rows);
  for (std::size_t i = 0; i < rows * lane_columns; ++i) column.row(0)[i] = any_bits(random);
  return column;
}

// Trust between 0 and 1, or -1 where the tie is inactive; padding holds -1 too.
LaneColumn random_trust(const TieGraph& graph, unsigned percent_inactive, std::uint64_t seed) {
  oracle::SplitMix random(seed);
  LaneColumn trust(graph.slots());
  for (Slot slot = 0; slot < graph.slots(); ++slot) {
    for (int l = 0; l < lane_columns; ++l) {
      const bool inactive = graph.source(slot) == no_seat || random.below(100) < percent_inactive;
      trust.at(slot, l) = inactive ? -1.0F : static_cast<float>(random.below(1000)) / 999.0F;
    }
  }
  return trust;
}

void flip(float& cell, int bit) { cell = std::bit_cast<float>(std::bit_cast<std::uint32_t>(cell) ^ 1u << bit); }

// Which lanes differ, as bits.
std::uint64_t different_lanes(const LaneHashes& a, const LaneHashes& b) {
  std::uint64_t lanes = 0;
  for (std::size_t l = 0; l < a.size(); ++l) lanes |= std::uint64_t{a[l] != b[l]} << l;
  return lanes;
}

// ---- the hash once more, one cell at a time

std::uint32_t mix32(std::uint32_t value) {
  value = (value ^ value >> 16) * 0x85EBCA6Bu;
  value = (value ^ value >> 13) * 0xC2B2AE35u;
  return value ^ value >> 16;
}

// What a cell adds to the two halves of its lane's hash; each half is a sum modulo 2^32.
std::array<std::uint32_t, 2> share_of(float cell, std::uint64_t address) {
  const auto bits = std::bit_cast<std::uint32_t>(cell);
  const auto low = static_cast<std::uint32_t>(address), high = static_cast<std::uint32_t>(address >> 32);
  const std::uint32_t first = mix32((bits ^ low) * 0x9E3779B1u + high);
  return {first, mix32((bits ^ high) * 0x27D4EB2Fu + first)};
}

std::uint64_t whole(const std::array<std::uint32_t, 2>& sum) { return std::uint64_t{sum[1]} << 32 | sum[0]; }

LaneHashes seat_oracle(const LaneColumn& column) {
  LaneHashes hashes{};
  for (int l = 0; l < lane_columns; ++l) {
    std::array<std::uint32_t, 2> sum{};
    for (std::size_t seat = 0; seat < column.rows(); ++seat) {
      const auto share = share_of(column.at(seat, l), mix(key + seat));
      for (std::size_t half = 0; half < 2; ++half) sum[half] += share[half];
    }
    hashes[static_cast<std::size_t>(l)] = whole(sum);
  }
  return hashes;
}

LaneHashes tie_oracle(const LaneColumn& column, const LaneColumn& trust, const TieGraph& graph) {
  LaneHashes hashes{};
  for (int l = 0; l < lane_columns; ++l) {
    std::array<std::uint32_t, 2> sum{};
    for (Seat source = 0; source < graph.seats(); ++source) {
      for (const OutgoingTie& tie : graph.outgoing(source)) {
        if (trust.at(tie.slot, l) == -1.0F) continue;
        const auto share = share_of(column.at(tie.slot, l), mix(key ^ (std::uint64_t{source} << 32 | tie.target)));
        for (std::size_t half = 0; half < 2; ++half) sum[half] += share[half];
      }
    }
    hashes[static_cast<std::size_t>(l)] = whole(sum);
  }
  return hashes;
}

class LaneHash : public testing::TestWithParam<InstructionSet> {
 protected:
  static LaneHashes seats(const LaneColumn& column, std::uint64_t column_key = key) {
    LaneHashes hashes{};
    hash_kernels(GetParam()).seats(column.row(0), static_cast<Seat>(column.rows()), column_key, hashes);
    return hashes;
  }

  static LaneHashes ties(const LaneColumn& column, const LaneColumn& trust, const TieGraph& on,
                         std::uint64_t column_key = key) {
    LaneHashes hashes{};
    hash_kernels(GetParam()).ties(column.row(0), trust.row(0), on, column_key, hashes);
    return hashes;
  }

  std::vector<Arc> arcs = oracle::random_arcs(13, 35, 80);
  TieGraph graph{13, arcs};
  LaneColumn stress = random_column(13, 81);
  LaneColumn trust = random_trust(graph, 20, 82);
  LaneColumn memory = random_column(graph.slots(), 83);  // another column of ties
};

TEST_P(LaneHash, EqualsTheHashTakenOneCellAtATime) {
  EXPECT_EQ(seats(stress), seat_oracle(stress));
  EXPECT_EQ(ties(trust, trust, graph), tie_oracle(trust, trust, graph));
  EXPECT_EQ(ties(memory, trust, graph), tie_oracle(memory, trust, graph));
  const TieGraph larger(300, oracle::random_arcs(300, 12, 84));
  const LaneColumn larger_trust = random_trust(larger, 50, 85), larger_memory = random_column(larger.slots(), 86);
  EXPECT_EQ(ties(larger_memory, larger_trust, larger), tie_oracle(larger_memory, larger_trust, larger));
}

TEST_P(LaneHash, SeesEveryBitOfEverySeat) {
  const LaneHashes before = seats(stress);
  for (std::size_t seat = 0; seat < stress.rows(); ++seat) {
    for (int l = 0; l < lane_columns; ++l) {
      for (int bit = 0; bit < 32; ++bit) {
        LaneColumn changed = stress;
        flip(changed.at(seat, l), bit);
        ASSERT_EQ(different_lanes(before, seats(changed)), 1u << l) << "seat " << seat << ", bit " << bit;
      }
    }
  }
}

TEST_P(LaneHash, SeesEveryBitOfEveryActiveTieAndNoneOfAnother) {
  const LaneHashes before = ties(memory, trust, graph);
  for (Slot slot = 0; slot < graph.slots(); ++slot) {
    for (int l = 0; l < lane_columns; ++l) {
      const bool active = graph.source(slot) != no_seat && trust.at(slot, l) >= 0;
      for (int bit = 0; bit < 32; bit += 3) {
        LaneColumn changed = memory;
        flip(changed.at(slot, l), bit);
        ASSERT_EQ(different_lanes(before, ties(changed, trust, graph)), active ? 1u << l : 0u) << "slot " << slot;
      }
    }
  }
}

TEST_P(LaneHash, SeesATieBeginOrEnd) {
  const LaneHashes before = ties(trust, trust, graph);
  for (const Arc arc : arcs) {
    LaneColumn changed = trust;
    float& cell = changed.at(graph.find(arc.source, arc.target), 6);
    cell = cell >= 0 ? -1.0F : 0.0F;
    EXPECT_EQ(different_lanes(before, ties(changed, changed, graph)), 1u << 6);
  }
}

TEST_P(LaneHash, HidesATieOfTrustExactlyMinusOneAndNoOther) {
  // A state that went wrong must not look like one without the tie.
  const Slot slot = graph.find(arcs[0].source, arcs[0].target);
  LaneColumn ended = trust;
  ended.fill_row(slot, -1.0F);
  const LaneHashes hidden = ties(ended, ended, graph);
  for (const float wrong : {-0.5F, -0.99999994F, -1.0000001F, -2.0F, -0.0F, std::bit_cast<float>(0x7FC00000u),
                            std::bit_cast<float>(0xFFC00000u)}) {
    LaneColumn changed = ended;
    changed.fill_row(slot, wrong);
    EXPECT_EQ(different_lanes(hidden, ties(changed, changed, graph)), all_lanes) << wrong;
  }
}

TEST_P(LaneHash, SeesTwoCellsOrTwoRowsExchanged) {
  const LaneHashes before = seats(stress);
  for (std::size_t a = 0; a < stress.rows(); ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      LaneColumn cells = stress;
      std::swap(cells.at(a, 3), cells.at(b, 3));
      EXPECT_EQ(different_lanes(before, seats(cells)), 1u << 3);
      LaneColumn rows = stress;
      std::swap_ranges(rows.row(a), rows.row(a) + lane_columns, rows.row(b));
      EXPECT_EQ(different_lanes(before, seats(rows)), all_lanes);
    }
  }
}

TEST_P(LaneHash, SeesTwoTiesExchanged) {
  const LaneColumn full = random_trust(graph, 0, 87);
  const LaneHashes before = ties(full, full, graph);
  for (const Arc a : arcs) {
    for (const Arc b : arcs) {
      if (b >= a) continue;
      LaneColumn changed = full;
      const Slot first = graph.find(a.source, a.target), second = graph.find(b.source, b.target);
      if (full.at(first, 11) == full.at(second, 11)) continue;
      std::swap(changed.at(first, 11), changed.at(second, 11));
      ASSERT_EQ(different_lanes(before, ties(changed, changed, graph)), 1u << 11);
    }
  }
}

TEST_P(LaneHash, TellsATieFromTheTieBack) {
  const TieGraph there(2, std::vector<Arc>{{0, 1}}), back(2, std::vector<Arc>{{1, 0}});
  LaneColumn value(TieGraph::row_padding);
  value.fill_row(0, 0.5F);
  EXPECT_EQ(different_lanes(ties(value, value, there), ties(value, value, back)), all_lanes);
}

TEST_P(LaneHash, TellsLanesOnlyByWhatTheyHold) {
  std::vector<int> order(lane_columns);
  std::iota(order.begin(), order.end(), 0);
  oracle::SplitMix random(88);
  oracle::shuffle(order, random);
  const auto moved = [&](const LaneColumn& column) {
    LaneColumn result(column.rows());
    for (std::size_t r = 0; r < column.rows(); ++r) {
      for (int l = 0; l < lane_columns; ++l) result.at(r, l) = column.at(r, order[static_cast<std::size_t>(l)]);
    }
    return result;
  };
  const LaneHashes plain_seats = seats(stress), plain_ties = ties(memory, trust, graph);
  const LaneHashes moved_seats = seats(moved(stress)), moved_ties = ties(moved(memory), moved(trust), graph);
  for (std::size_t l = 0; l < lane_columns; ++l) {
    EXPECT_EQ(moved_seats[l], plain_seats[static_cast<std::size_t>(order[l])]);
    EXPECT_EQ(moved_ties[l], plain_ties[static_cast<std::size_t>(order[l])]);
  }
}

TEST_P(LaneHash, DoesNotLookAtPaddingOrInactiveTies) {
  oracle::SplitMix random(89);
  LaneColumn other_memory = memory, other_trust = trust;
  for (Slot slot = 0; slot < graph.slots(); ++slot) {
    for (int l = 0; l < lane_columns; ++l) {
      const bool padding = graph.source(slot) == no_seat;
      if (padding || trust.at(slot, l) == -1.0F) other_memory.at(slot, l) = any_bits(random);
      if (padding) other_trust.at(slot, l) = any_bits(random);
    }
  }
  EXPECT_EQ(ties(other_memory, other_trust, graph), ties(memory, trust, graph));
}

TEST_P(LaneHash, DoesNotDependOnSlots) {
  // The same ties among inactive candidates, whose rows are longer and begin elsewhere.
  std::vector<Arc> candidates = oracle::random_arcs(13, 80, 90);
  for (const Arc arc : arcs) {
    if (!std::ranges::count(candidates, arc)) candidates.push_back(arc);
  }
  const TieGraph larger(13, candidates);
  ASSERT_GT(larger.ties(), graph.ties());
  LaneColumn larger_trust(larger.slots());
  LaneColumn larger_memory = random_column(larger.slots(), 91);
  for (Slot slot = 0; slot < larger.slots(); ++slot) larger_trust.fill_row(slot, -1.0F);
  for (const Arc arc : arcs) {
    const Slot from = graph.find(arc.source, arc.target), to = larger.find(arc.source, arc.target);
    std::copy_n(trust.row(from), lane_columns, larger_trust.row(to));
    std::copy_n(memory.row(from), lane_columns, larger_memory.row(to));
  }
  EXPECT_EQ(ties(larger_memory, larger_trust, larger), ties(memory, trust, graph));
}

TEST_P(LaneHash, TellsColumnsByTheirKey) {
  EXPECT_EQ(different_lanes(seats(stress), seats(stress, hash_of("stress"))), all_lanes);
  EXPECT_EQ(different_lanes(ties(memory, trust, graph), ties(memory, trust, graph, hash_of("memory"))), all_lanes);
}

TEST_P(LaneHash, AddsToWhatIsThere) {
  LaneHashes hashes{};
  hashes.fill(1000);
  const HashKernels& kernels = hash_kernels(GetParam());
  kernels.seats(stress.row(0), 13, key, hashes);
  kernels.ties(memory.row(0), trust.row(0), graph, key, hashes);
  const LaneHashes of_seats = seats(stress), of_ties = ties(memory, trust, graph);
  for (std::size_t l = 0; l < lane_columns; ++l) EXPECT_EQ(hashes[l], 1000 + of_seats[l] + of_ties[l]);
}

TEST_P(LaneHash, OfNoRowsIsZero) {
  EXPECT_EQ(seats(LaneColumn()), LaneHashes{});
  EXPECT_EQ(ties(LaneColumn(), LaneColumn(), TieGraph(5, {})), LaneHashes{});
}

INSTANTIATE_TEST_SUITE_P(Path, LaneHash, testing::ValuesIn(test::available_sets()),
                         [](const auto& param_info) { return std::string(name_of(param_info.param)); });

TEST(Hashes, OfNamesAndSequencesTellOrderAndLength) {
  const std::set<std::uint64_t> names{hash_of(""),
                                      hash_of("a"),
                                      hash_of("b"),
                                      hash_of("ab"),
                                      hash_of("ba"),
                                      hash_of("aa"),
                                      hash_of(std::string_view("a\0", 2))};
  EXPECT_EQ(names.size(), 7u);
  EXPECT_NE(chain(chain(0, 1), 2), chain(chain(0, 2), 1));
  EXPECT_NE(chain(0, 0), 0u);
}

TEST(Hashes, MixOneToOneAndEvenly) {
  // The finaliser's own known first outputs: SplitMix64 from state 0.
  EXPECT_EQ(mix(0x9E3779B97F4A7C15u), 0xE220A8397B1DCDAFu);
  EXPECT_EQ(mix(2 * 0x9E3779B97F4A7C15u), 0x6E789E6AA1B965F4u);
  EXPECT_EQ(mix(3 * 0x9E3779B97F4A7C15u), 0x06C45D188009454Fu);
}

}  // namespace
}  // namespace trust
