#include "sim/tie_graph.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <span>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

#include "tests/sim/random_arcs.hpp"

namespace trust {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::HasSubstr;

std::vector<std::pair<Seat, Slot>> outgoing_of(const TieGraph& graph, Seat source) {
  std::vector<std::pair<Seat, Slot>> ties;
  for (const OutgoingTie& tie : graph.outgoing(source)) ties.emplace_back(tie.target, tie.slot);
  return ties;
}

std::string refusal(Seat seats, const std::vector<Arc>& arcs) {
  try {
    const TieGraph graph(seats, arcs);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "accepted";
}

TEST(TieGraph, LaysOutTargetMajorRowsWithPadding) {
  // Seat 2 is trusted by five, seat 0 by one, the others by nobody.
  const std::vector<Arc> arcs{{5, 2}, {1, 2}, {4, 2}, {2, 0}, {0, 2}, {3, 2}};
  const TieGraph graph(6, arcs);
  EXPECT_EQ(graph.seats(), 6u);
  EXPECT_EQ(graph.ties(), 6u);
  EXPECT_EQ(graph.slots(), 12u);
  EXPECT_THAT(graph.row_begins(), ElementsAre(0, 4, 4, 12, 12, 12, 12));
  EXPECT_THAT(graph.row_ends(), ElementsAre(1, 4, 9, 12, 12, 12));
  EXPECT_THAT(graph.sources(), ElementsAre(2, no_seat, no_seat, no_seat, 0, 1, 3, 4, 5, no_seat, no_seat, no_seat));
  EXPECT_EQ(graph.in_degree(2), 5u);
  EXPECT_EQ(graph.out_degree(2), 1u);
}

TEST(TieGraph, OutgoingTiesRiseByTargetAndKnowTheirSlots) {
  const std::vector<Arc> arcs{{1, 3}, {2, 3}, {1, 0}, {0, 3}, {1, 2}};
  const TieGraph graph(4, arcs);
  using Ties = std::vector<std::pair<Seat, Slot>>;
  EXPECT_EQ(outgoing_of(graph, 0), (Ties{{3, 8}}));
  EXPECT_EQ(outgoing_of(graph, 1), (Ties{{0, 0}, {2, 4}, {3, 9}}));
  EXPECT_EQ(outgoing_of(graph, 2), (Ties{{3, 10}}));
  EXPECT_EQ(outgoing_of(graph, 3), (Ties{}));
}

TEST(TieGraph, FindsTiesInTheirDirectionOnly) {
  const TieGraph graph(4, std::vector<Arc>{{1, 3}, {2, 3}, {1, 0}});
  EXPECT_EQ(graph.find(1, 0), 0u);
  EXPECT_EQ(graph.find(1, 3), 4u);
  EXPECT_EQ(graph.find(2, 3), 5u);
  EXPECT_EQ(graph.find(3, 1), no_slot);
  EXPECT_EQ(graph.find(0, 3), no_slot);
  EXPECT_EQ(graph.find(3, 2), no_slot);
  EXPECT_EQ(graph.find(9, 0), no_slot);
  EXPECT_EQ(graph.find(0, 9), no_slot);
  EXPECT_EQ(graph.find(no_seat, 3), no_slot) << "padding is no tie";
}

TEST(TieGraph, EmptyGraphsHaveNoSlots) {
  const TieGraph none;
  EXPECT_EQ(none.slots(), 0u);
  EXPECT_EQ(none.find(0, 0), no_slot);
  const TieGraph no_seats(0, {});
  EXPECT_EQ(no_seats.slots(), 0u);
  EXPECT_THAT(no_seats.row_begins(), ElementsAre(0));
  const TieGraph strangers(3, {});
  EXPECT_EQ(strangers.slots(), 0u);
  EXPECT_EQ(strangers.in_degree(2), 0u);
  EXPECT_TRUE(strangers.outgoing(2).empty());
}

TEST(TieGraph, RefusesTiesThatCannotBe) {
  EXPECT_THAT(refusal(3, {{0, 1}, {1, 3}}), AllOf(HasSubstr("1 -> 3"), HasSubstr("seat 3 is out of range")));
  EXPECT_THAT(refusal(3, {{7, 1}}), AllOf(HasSubstr("7 -> 1"), HasSubstr("seat 7"), HasSubstr("3 seats")));
  EXPECT_THAT(refusal(3, {{no_seat, 1}}), HasSubstr("out of range"));
  EXPECT_THAT(refusal(0, {{0, 1}}), HasSubstr("out of range"));
  EXPECT_THAT(refusal(3, {{0, 1}, {2, 2}}), AllOf(HasSubstr("2 -> 2"), HasSubstr("itself")));
  EXPECT_THAT(refusal(3, {{0, 1}, {2, 1}, {1, 2}, {0, 1}}), AllOf(HasSubstr("0 -> 1"), HasSubstr("twice")));
  EXPECT_EQ(refusal(3, {{0, 1}, {1, 0}}), "accepted") << "a returned tie is not a repeated one";
}

TEST(TieGraph, RefusesMoreTiesThanSlotsCanNumber) {
  // Refused by their number alone: the ties past the first are never looked at.
  const Arc first{0, 1};
  EXPECT_THROW(TieGraph(2, std::span(&first, std::size_t{no_slot} + 1)), std::length_error);
}

class RandomTieGraph : public ::testing::TestWithParam<std::tuple<Seat, unsigned>> {
 protected:
  Seat seats_ = std::get<0>(GetParam());
  std::vector<Arc> arcs_ = oracle::random_arcs(seats_, std::get<1>(GetParam()), seats_ * 1000u);
  TieGraph graph_{seats_, arcs_};
};

TEST_P(RandomTieGraph, RowsAreSortedPaddedAndHoldEveryTieOnce) {
  std::vector<Arc> found;
  for (Seat target = 0; target < seats_; ++target) {
    const Slot begin = graph_.row_begin(target), end = graph_.row_end(target);
    const Slot next = graph_.row_begins()[target + 1];
    EXPECT_EQ(begin % TieGraph::row_padding, 0u);
    EXPECT_LE(end, next);
    EXPECT_LT(next - end, TieGraph::row_padding);
    for (Slot slot = begin; slot < end; ++slot) found.push_back({graph_.source(slot), target});
    for (Slot slot = end; slot < next; ++slot) EXPECT_EQ(graph_.source(slot), no_seat);
  }
  EXPECT_EQ(graph_.slots(), graph_.sources().size());
  const auto target_major = [](Arc left, Arc right) {
    return std::pair(left.target, left.source) < std::pair(right.target, right.source);
  };
  std::ranges::sort(arcs_, target_major);
  EXPECT_EQ(found, arcs_);
}

TEST_P(RandomTieGraph, TransposeIndexIsTheSameTies) {
  std::vector<Arc> found;
  for (Seat source = 0; source < seats_; ++source) {
    EXPECT_EQ(graph_.out_degree(source), graph_.outgoing(source).size());
    for (const OutgoingTie& tie : graph_.outgoing(source)) {
      found.push_back({source, tie.target});
      EXPECT_EQ(graph_.source(tie.slot), source);
      EXPECT_GE(tie.slot, graph_.row_begin(tie.target));
      EXPECT_LT(tie.slot, graph_.row_end(tie.target));
    }
  }
  std::ranges::sort(arcs_);
  EXPECT_EQ(found, arcs_);
}

TEST_P(RandomTieGraph, FindAgreesWithTheMatrix) {
  const oracle::Matrix matrix = oracle::matrix_of(seats_, arcs_);
  for (Seat source = 0; source < seats_; ++source) {
    for (Seat target = 0; target < seats_; ++target) {
      const Slot slot = graph_.find(source, target);
      ASSERT_EQ(slot != no_slot, matrix[source][target]) << source << " -> " << target;
      if (matrix[source][target]) {
        EXPECT_EQ(graph_.source(slot), source);
      }
    }
  }
}

TEST_P(RandomTieGraph, OrderOfArcsDoesNotMatter) {
  oracle::SplitMix random(5);
  oracle::shuffle(arcs_, random);
  const TieGraph other(seats_, arcs_);
  EXPECT_THAT(other.sources(), ElementsAreArray(graph_.sources()));
  EXPECT_THAT(other.row_begins(), ElementsAreArray(graph_.row_begins()));
  for (Seat seat = 0; seat < seats_; ++seat) EXPECT_EQ(outgoing_of(other, seat), outgoing_of(graph_, seat));
}

TEST_P(RandomTieGraph, RefusesAnyRepeatedTie) {
  for (std::size_t copied = 0; copied < arcs_.size(); copied += 1 + arcs_.size() / 20) {
    std::vector<Arc> repeated = arcs_;
    repeated.push_back(arcs_[copied]);
    EXPECT_THAT(refusal(seats_, repeated), HasSubstr("twice"));
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, RandomTieGraph,
                         ::testing::Combine(::testing::Values<Seat>(1, 5, 60), ::testing::Values(0u, 4u, 30u, 100u)));

}  // namespace
}  // namespace trust
