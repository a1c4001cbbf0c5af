// The network measures on networks whose figures are known in closed form, and on two real ones as printed.
#include "sim/graph_measures.hpp"
#include "study/verification/families.hpp"
#include "study/verification/krackhardt.hpp"
#include "study/verification/laboratory.hpp"

namespace trust::verification {
namespace {

TieGraph directed_ring(Seat seats, bool both_ways) {
  std::vector<Arc> arcs;
  for (Seat seat = 0; seat < seats; ++seat) {
    arcs.push_back({seat, (seat + 1) % seats});
    if (both_ways) arcs.push_back({(seat + 1) % seats, seat});
  }
  return {seats, arcs};
}

// Each seat knows the two before it and the two after it: clustering 3 (k - 2) / (4 (k - 1)) with k = 4
// (Watts & Strogatz 1998).
TieGraph ring_lattice(Seat seats) {
  std::vector<Arc> arcs;
  for (Seat seat = 0; seat < seats; ++seat) {
    for (const Seat step : {1U, 2U}) {
      arcs.push_back({seat, (seat + step) % seats});
      arcs.push_back({(seat + step) % seats, seat});
    }
  }
  return {seats, arcs};
}

TieGraph star(Seat leaves) {
  std::vector<Arc> arcs;
  arcs.reserve(leaves);
  for (Seat leaf = 1; leaf <= leaves; ++leaf) arcs.push_back({leaf, 0});
  return {leaves + 1, arcs};
}

TieGraph complete(Seat seats) {
  std::vector<Arc> arcs;
  for (Seat i = 0; i < seats; ++i) {
    for (Seat j = 0; j < seats; ++j) {
      if (i != j) arcs.push_back({i, j});
    }
  }
  return {seats, arcs};
}

// A total order: everybody knows all who come later.
TieGraph tournament(Seat seats) {
  std::vector<Arc> arcs;
  for (Seat i = 0; i < seats; ++i) {
    for (Seat j = i + 1; j < seats; ++j) arcs.push_back({i, j});
  }
  return {seats, arcs};
}

TieGraph network_of(const NamedBy& named) {
  std::vector<Arc> arcs;
  for (Seat i = 0; i < named.size(); ++i) {
    for (Seat j = 0; j < named.size(); ++j) {
      if (named[i][j] == '1') arcs.push_back({i, j});
    }
  }
  return {static_cast<Seat>(named.size()), arcs};
}

using Figure = double GraphMeasures::*;

struct Known {
  const char* name;
  Figure figure;
  double expected;
};

void add(std::vector<Check>& checks, const std::string& id, const std::string& what, const TieGraph& graph,
         const std::vector<Known>& known, double tolerance) {
  const GraphMeasures measures = measure_graph(graph);
  for (const Known& row : known) {
    const double got = measures.*row.figure;
    const double expected = row.expected;
    checks.push_back({"network." + id + "." + row.name, what + ": " + row.name, [=](Laboratory&) {
                        return Finding{expected, got, tolerance};
                      }});
  }
}

}  // namespace

Family network_checks() {
  using M = GraphMeasures;
  Family family{"network", "network measures, closed forms and printed figures (docs/network-measures.md)", {}};
  std::vector<Check>& checks = family.checks;
  constexpr double exact = 1e-6;
  constexpr double printed = 0.0005;  // three decimals
  add(checks, "complete", "everybody knows everybody, 12 seats", complete(12),
      {{"density", &M::density, 1},
       {"reciprocity", &M::reciprocity, 1},
       {"transitivity", &M::transitivity, 1},
       {"clustering_global", &M::clustering_global, 1},
       {"clustering_local", &M::clustering_local, 1},
       {"in_degree_gini", &M::in_degree_gini, 0}},
      exact);
  add(checks, "cycle", "three in a circle, one way", directed_ring(3, false),
      {{"reciprocity", &M::reciprocity, 0},
       {"transitivity", &M::transitivity, 0},
       {"clustering_global", &M::clustering_global, 1}},
      exact);
  add(checks, "order", "everybody knows all who come later, 10 seats", tournament(10),
      {{"density", &M::density, 0.5},
       {"transitivity", &M::transitivity, 1},
       {"clustering_global", &M::clustering_global, 1},
       {"in_degree_gini", &M::in_degree_gini, 11.0 / 30}},
      exact);
  add(checks, "lattice", "everybody knows the two on each side, 20 seats", ring_lattice(20),
      {{"transitivity", &M::transitivity, 0.5},
       {"clustering_global", &M::clustering_global, 0.5},
       {"clustering_local", &M::clustering_local, 0.5}},
      exact);
  add(checks, "star", "ten know one, who knows nobody", star(10),
      {{"clustering_global", &M::clustering_global, 0}, {"in_degree_gini", &M::in_degree_gini, 10.0 / 11}}, exact);
  add(checks, "advice", "advice among 21 managers (Krackhardt 1987)", network_of(krackhardt_advice),
      {{"density", &M::density, 0.452},
       {"reciprocity", &M::reciprocity, 0.474},
       {"transitivity", &M::transitivity, 0.664},
       {"clustering_global", &M::clustering_global, 0.735},
       {"clustering_local", &M::clustering_local, 0.765}},
      printed);
  add(checks, "friendship", "friendship among 21 managers (Krackhardt 1987)", network_of(krackhardt_friendship),
      {{"density", &M::density, 0.243},
       {"reciprocity", &M::reciprocity, 0.451},
       {"transitivity", &M::transitivity, 0.461},
       {"clustering_global", &M::clustering_global, 0.471},
       {"clustering_local", &M::clustering_local, 0.566}},
      printed);
  return family;
}

}  // namespace trust::verification
