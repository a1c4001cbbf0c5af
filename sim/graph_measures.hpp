// The shape of a tie graph in a few numbers: what generated organisations are held against, and what real ones report.
//
// Everything is counted in integers and divided once, so that the numbers do not depend on the order of counting.
// A share of nothing is 0. docs/network-measures.md gives the formulas and where they come from.
#pragma once

#include <cstdint>

#include "sim/tie_graph.hpp"

namespace trust {

/// Below, i, j and k are distinct seats, i -> j is a tie, and i ~ j says that there is a tie in at least one direction.
struct GraphMeasures {
  Seat nodes = 0;                ///< seats, those without ties included
  std::uint64_t arcs = 0;        ///< ties
  double density = 0;            ///< arcs / (nodes (nodes - 1))
  double reciprocity = 0;        ///< share of the ties i -> j for which j -> i exists
  double transitivity = 0;       ///< share of the two-paths i -> j -> k for which i -> k exists
  double clustering_global = 0;  ///< share of the two-paths i ~ j ~ k for which i ~ k: 3 triangles / connected triples
  double clustering_local = 0;   ///< mean over all nodes of the share of pairs of contacts that are in contact;
                                 ///< 0 for a node with fewer than two contacts
  Seat components = 0;           ///< sets of seats connected by ~ (weak components); a seat without ties is one
  Seat largest_component = 0;    ///< seats in the largest of them
  Seat strong_components = 0;    ///< sets of seats that reach one another along the ties' direction
  double in_degree_gini = 0;     ///< Gini coefficient of the ties that seats receive: 0 all alike, near 1 one has all
  friend bool operator==(const GraphMeasures&, const GraphMeasures&) = default;
};

/// Measures the graph in time O(seats + ties * sqrt(ties)), a second or so for 3 million ties of 100,000 seats.
GraphMeasures measure_graph(const TieGraph& graph);

}  // namespace trust
