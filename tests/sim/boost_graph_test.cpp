#include "sim/boost_graph.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/range/iterator_range.hpp>
#include <limits>
#include <set>
#include <tuple>
#include <vector>

#include "tests/sim/random_arcs.hpp"

namespace trust {
namespace {

using oracle::Matrix;
using ::testing::ElementsAre;

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<TieGraph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<TieGraph>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<TieGraph>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<TieGraph>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<TieGraph>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyMapConcept<TieSlotMap, TieEdge>));
BOOST_CONCEPT_ASSERT((boost::LvaluePropertyMapConcept<SlotMap<const float>, TieEdge>));
BOOST_CONCEPT_ASSERT((boost::ReadWritePropertyMapConcept<SlotMap<float>, TieEdge>));

constexpr int unreached = std::numeric_limits<int>::max();

template <class Iterator>
auto range(std::pair<Iterator, Iterator> ends) {
  return boost::make_iterator_range(ends.first, ends.second);
}

template <class Value>
auto by_seat(std::vector<Value>& values, const TieGraph& graph) {
  return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, graph));
}

std::vector<int> distances_from(const TieGraph& graph, Seat start) {
  std::vector<int> distances(num_vertices(graph), unreached);
  distances[start] = 0;
  const auto record = boost::record_distances(distances.data(), boost::on_tree_edge());
  boost::breadth_first_search(graph, start, boost::visitor(boost::make_bfs_visitor(record)));
  return distances;
}

std::vector<int> strong_components_of(const TieGraph& graph) {
  std::vector<int> component(num_vertices(graph));
  boost::strong_components(graph, by_seat(component, graph));
  return component;
}

std::vector<double> betweenness_of(const TieGraph& graph) {
  std::vector<double> centrality(num_vertices(graph));
  boost::brandes_betweenness_centrality(graph, by_seat(centrality, graph));
  return centrality;
}

TEST(BoostGraph, BreadthFirstDistancesFollowTheDirectionOfTies) {
  // 0 -> 1 -> 2 -> 3, a way back 3 -> 0, a short cut 0 -> 2, and 4, who knows 0 and is known by nobody. With the
  // ties reversed 0 would reach 3 in one step, 1 in three and 4 in one.
  const TieGraph graph(5, std::vector<Arc>{{0, 1}, {1, 2}, {2, 3}, {3, 0}, {0, 2}, {4, 0}});
  EXPECT_THAT(distances_from(graph, 0), ElementsAre(0, 1, 1, 2, unreached));
  EXPECT_THAT(distances_from(graph, 3), ElementsAre(1, 2, 2, 0, unreached));
  EXPECT_THAT(distances_from(graph, 4), ElementsAre(1, 2, 2, 3, 0));
}

TEST(BoostGraph, EdgesOfASeatAreItsOwnTiesAndItsRow) {
  const TieGraph graph(4, std::vector<Arc>{{1, 3}, {2, 3}, {1, 0}, {3, 1}});
  EXPECT_THAT(range(out_edges(1, graph)), ElementsAre(TieEdge{1, 0, 0}, TieEdge{1, 3, 8}));
  EXPECT_THAT(range(in_edges(3, graph)), ElementsAre(TieEdge{1, 3, 8}, TieEdge{2, 3, 9}));
  EXPECT_THAT(range(adjacent_vertices(1, graph)), ElementsAre(0u, 3u));
  EXPECT_EQ(out_degree(3, graph), 1u);
  EXPECT_EQ(in_degree(3, graph), 2u);
  EXPECT_EQ(degree(3, graph), 3u);
  EXPECT_EQ(edge(1, 3, graph), std::pair(TieEdge{1, 3, 8}, true));
  EXPECT_FALSE(edge(3, 2, graph).second);
}

TEST(BoostGraph, IteratorsJump) {
  const TieGraph graph(5, std::vector<Arc>{{0, 4}, {1, 4}, {2, 4}, {0, 1}, {0, 2}});
  const auto [in, in_end] = in_edges(4, graph);
  EXPECT_EQ(in_end - in, 3);
  EXPECT_EQ((in + 2)->source, 2u);
  EXPECT_EQ(std::prev(in_end)->source, 2u);
  const auto [out, out_end] = out_edges(0, graph);
  EXPECT_EQ(out_end - out, 3);
  EXPECT_EQ((out + 1)->target, 2u);
  EXPECT_EQ(std::prev(out_end)->target, 4u);
}

TEST(BoostGraph, EmptyGraphsAreWalkedInNoSteps) {
  for (const TieGraph& graph : {TieGraph(), TieGraph(0, {}), TieGraph(3, {})}) {
    EXPECT_TRUE(range(edges(graph)).empty());
    EXPECT_EQ(num_edges(graph), 0u);
    EXPECT_EQ(range(vertices(graph)).size(), graph.seats());
  }
}

TEST(BoostGraph, SlotMapReadsAndWritesOneLane) {
  const TieGraph graph(3, std::vector<Arc>{{0, 2}, {1, 2}, {2, 0}});
  std::vector<float> trust(graph.slots() * 2);
  const SlotMap<float> second_lane(trust, 2, 1);
  for (const TieEdge& tie : range(edges(graph))) {
    put(second_lane, tie, static_cast<float>(10 * tie.source + tie.target));
  }
  EXPECT_THAT(trust, ElementsAre(0, 20, 0, 0, 0, 0, 0, 0, 0, 2, 0, 12, 0, 0, 0, 0));
  const SlotMap<const float> read(trust, 2, 1);
  EXPECT_EQ(get(read, edge(1, 2, graph).first), 12.0f);
}

/// Keeps the ties whose value in a column is not negative: how an ended tie is left out without rebuilding rows.
struct Active {
  SlotMap<const float> trust;
  bool operator()(const TieEdge& tie) const { return trust[tie] >= 0; }
};

TEST(BoostGraph, FilteredByASlotColumnItLosesTies) {
  const TieGraph graph(3, std::vector<Arc>{{0, 1}, {1, 2}, {2, 0}});
  std::vector<float> trust(graph.slots(), 0.5f);
  trust[graph.find(1, 2)] = -1.0f;
  const boost::filtered_graph filtered(graph, Active{SlotMap<const float>(trust)});
  std::vector<int> component(graph.seats());
  EXPECT_EQ(boost::strong_components(filtered, by_seat(component, graph)), 3);
  EXPECT_EQ(strong_components_of(graph), (std::vector{0, 0, 0}));
}

// ---- against a plain matrix ----

/// Shortest distances between all seats (Floyd and Warshall); lengths of the arcs are given by `length`.
template <class Length>
std::vector<std::vector<int>> all_distances(const Matrix& matrix, Length length) {
  const std::size_t n = matrix.size();
  std::vector distances(n, std::vector<int>(n, unreached));
  for (std::size_t i = 0; i < n; ++i) {
    distances[i][i] = 0;
    for (std::size_t j = 0; j < n; ++j) {
      if (matrix[i][j]) distances[i][j] = length(i, j);
    }
  }
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        if (distances[i][k] == unreached || distances[k][j] == unreached) continue;
        distances[i][j] = std::min(distances[i][j], distances[i][k] + distances[k][j]);
      }
    }
  }
  return distances;
}

int one(std::size_t, std::size_t) { return 1; }

/// Number of shortest paths between all seats, by lengthening paths one arc at a time.
std::vector<std::vector<double>> path_counts(const Matrix& matrix, const std::vector<std::vector<int>>& distances) {
  const int n = static_cast<int>(matrix.size());
  std::vector counts(matrix.size(), std::vector<double>(matrix.size()));
  for (int s = 0; s < n; ++s) {
    counts[s][s] = 1;
    for (int length = 1; length < n; ++length) {
      for (int t = 0; t < n; ++t) {
        if (distances[s][t] != length) continue;
        for (int v = 0; v < n; ++v) {
          if (matrix[v][t] && distances[s][v] == length - 1) counts[s][t] += counts[s][v];
        }
      }
    }
  }
  return counts;
}

/// Freeman's betweenness by its definition: over all ordered pairs, the share of shortest paths that pass a seat.
std::vector<double> naive_betweenness(const Matrix& matrix) {
  const auto distances = all_distances(matrix, one);
  const auto counts = path_counts(matrix, distances);
  const std::size_t n = matrix.size();
  std::vector<double> betweenness(n);
  for (std::size_t s = 0; s < n; ++s) {
    for (std::size_t t = 0; t < n; ++t) {
      if (s == t || distances[s][t] == unreached) continue;
      for (std::size_t v = 0; v < n; ++v) {
        if (v == s || v == t || distances[s][v] == unreached || distances[v][t] == unreached) continue;
        if (distances[s][v] + distances[v][t] != distances[s][t]) continue;
        betweenness[v] += counts[s][v] * counts[v][t] / counts[s][t];
      }
    }
  }
  return betweenness;
}

class BoostGraphOnRandomTies : public ::testing::TestWithParam<std::tuple<Seat, unsigned>> {
 protected:
  Seat seats_ = std::get<0>(GetParam());
  std::vector<Arc> arcs_ = oracle::random_arcs(seats_, std::get<1>(GetParam()), 7u + seats_);
  Matrix matrix_ = oracle::matrix_of(seats_, arcs_);
  TieGraph graph_{seats_, arcs_};
};

TEST_P(BoostGraphOnRandomTies, EveryWayOfWalkingSeesTheSameTies) {
  std::ranges::sort(arcs_);
  std::vector<Arc> outward, adjacent;
  std::set<Arc> inward, listed;
  std::set<Slot> slots;
  for (const Seat seat : range(vertices(graph_))) {
    for (const TieEdge& tie : range(out_edges(seat, graph_))) {
      outward.push_back({source(tie, graph_), target(tie, graph_)});
      EXPECT_EQ(source(tie, graph_), seat);
    }
    for (const TieEdge& tie : range(in_edges(seat, graph_))) {
      inward.insert({source(tie, graph_), target(tie, graph_)});
      EXPECT_EQ(target(tie, graph_), seat);
    }
    for (const Seat other : range(adjacent_vertices(seat, graph_))) adjacent.push_back({seat, other});
  }
  for (const TieEdge& tie : range(edges(graph_))) {
    listed.insert({tie.source, tie.target});
    slots.insert(get(boost::edge_index, graph_, tie));
  }
  const std::set<Arc> expected(arcs_.begin(), arcs_.end());
  EXPECT_EQ(outward, arcs_);
  EXPECT_EQ(adjacent, arcs_);
  EXPECT_EQ(inward, expected);
  EXPECT_EQ(listed, expected);
  EXPECT_EQ(slots.size(), num_edges(graph_));
}

TEST_P(BoostGraphOnRandomTies, BreadthFirstDistances) {
  const auto expected = all_distances(matrix_, one);
  for (Seat start = 0; start < seats_; ++start) EXPECT_EQ(distances_from(graph_, start), expected[start]);
}

TEST_P(BoostGraphOnRandomTies, StrongComponents) {
  const auto distances = all_distances(matrix_, one);
  const std::vector<int> component = strong_components_of(graph_);
  for (Seat i = 0; i < seats_; ++i) {
    for (Seat j = 0; j < seats_; ++j) {
      const bool together = distances[i][j] != unreached && distances[j][i] != unreached;
      EXPECT_EQ(component[i] == component[j], together) << i << ", " << j;
    }
  }
}

TEST_P(BoostGraphOnRandomTies, Betweenness) {
  EXPECT_THAT(betweenness_of(graph_), ::testing::Pointwise(::testing::DoubleNear(1e-9), naive_betweenness(matrix_)));
}

TEST_P(BoostGraphOnRandomTies, ShortestPathsOverASlotColumn) {
  std::vector<int> lengths(graph_.slots(), -1);
  oracle::SplitMix random(3);
  for (const TieEdge& tie : range(edges(graph_))) lengths[tie.slot] = 1 + static_cast<int>(random.below(9));
  const SlotMap<const int> weight(lengths);
  const auto expected = all_distances(matrix_, [&](std::size_t i, std::size_t j) {
    return weight[edge(static_cast<Seat>(i), static_cast<Seat>(j), graph_).first];
  });
  std::vector<int> distances(seats_);
  for (Seat start = 0; start < seats_; ++start) {
    boost::dijkstra_shortest_paths(graph_, start, boost::weight_map(weight).distance_map(by_seat(distances, graph_)));
    EXPECT_EQ(distances, expected[start]);
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, BoostGraphOnRandomTies,
                         ::testing::Combine(::testing::Values<Seat>(1, 6, 25), ::testing::Values(0u, 5u, 15u, 100u)));

}  // namespace
}  // namespace trust
