#include "sim/graph_measures.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include "tests/sim/random_arcs.hpp"

namespace trust {
namespace {

using oracle::Matrix;

GraphMeasures measures_of(Seat seats, const std::vector<Arc>& arcs) { return measure_graph(TieGraph(seats, arcs)); }

// ---- small networks, by hand ----

TEST(GraphMeasures, NothingToMeasureGivesZeros) {
  EXPECT_EQ(measure_graph(TieGraph()), GraphMeasures{});
  EXPECT_EQ(measures_of(0, {}), GraphMeasures{});
  EXPECT_EQ(measures_of(1, {}),
            (GraphMeasures{.nodes = 1, .components = 1, .largest_component = 1, .strong_components = 1}));
  EXPECT_EQ(measures_of(3, {}),
            (GraphMeasures{.nodes = 3, .components = 3, .largest_component = 1, .strong_components = 3}));
}

TEST(GraphMeasures, OneWayAndTwoWayPairs) {
  const GraphMeasures one_way = measures_of(2, {{0, 1}});
  EXPECT_DOUBLE_EQ(one_way.density, 0.5);
  EXPECT_DOUBLE_EQ(one_way.reciprocity, 0.0);
  EXPECT_EQ(one_way.components, 1u);
  EXPECT_EQ(one_way.strong_components, 2u);
  EXPECT_DOUBLE_EQ(one_way.in_degree_gini, 0.5);  // in-degrees 0 and 1

  const GraphMeasures two_way = measures_of(2, {{0, 1}, {1, 0}});
  EXPECT_DOUBLE_EQ(two_way.density, 1.0);
  EXPECT_DOUBLE_EQ(two_way.reciprocity, 1.0);
  EXPECT_DOUBLE_EQ(two_way.transitivity, 0.0) << "a return is not a two-path: its ends are one seat";
  EXPECT_EQ(two_way.strong_components, 1u);
  EXPECT_DOUBLE_EQ(two_way.in_degree_gini, 0.0);
}

TEST(GraphMeasures, CycleIsClusteredButNotTransitive) {
  const GraphMeasures cycle = measures_of(3, {{0, 1}, {1, 2}, {2, 0}});
  EXPECT_DOUBLE_EQ(cycle.transitivity, 0.0);  // three two-paths, each closed the wrong way round
  EXPECT_DOUBLE_EQ(cycle.clustering_global, 1.0);
  EXPECT_DOUBLE_EQ(cycle.clustering_local, 1.0);
  EXPECT_EQ(cycle.strong_components, 1u);
}

TEST(GraphMeasures, TransitiveTriple) {
  const GraphMeasures triple = measures_of(3, {{0, 1}, {1, 2}, {0, 2}});
  EXPECT_DOUBLE_EQ(triple.transitivity, 1.0);  // one two-path, 0 -> 1 -> 2
  EXPECT_DOUBLE_EQ(triple.clustering_global, 1.0);
  EXPECT_EQ(triple.strong_components, 3u);
  EXPECT_DOUBLE_EQ(triple.in_degree_gini, 4.0 / 9.0);  // in-degrees 0, 1, 2: differences 8 of 2 * 9 * mean 1
}

TEST(GraphMeasures, TriangleWithATailAndAStranger) {
  // 0 <-> 1, 1 -> 2, 0 -> 2, 2 -> 3, and 4 alone.
  const GraphMeasures measures = measures_of(5, {{0, 1}, {1, 0}, {1, 2}, {0, 2}, {2, 3}});
  EXPECT_EQ(measures.nodes, 5u);
  EXPECT_EQ(measures.arcs, 5u);
  EXPECT_DOUBLE_EQ(measures.density, 5.0 / 20.0);
  EXPECT_DOUBLE_EQ(measures.reciprocity, 2.0 / 5.0);
  // Two-paths: 0-1-2 closed, 1-0-2 closed, 1-2-3 open, 0-2-3 open.
  EXPECT_DOUBLE_EQ(measures.transitivity, 2.0 / 4.0);
  // Contacts 2, 2, 3, 1, 0: triples 1 + 1 + 3 = 5, one triangle.
  EXPECT_DOUBLE_EQ(measures.clustering_global, 3.0 / 5.0);
  EXPECT_DOUBLE_EQ(measures.clustering_local, (1.0 + 1.0 + 1.0 / 3.0) / 5.0);
  EXPECT_EQ(measures.components, 2u);
  EXPECT_EQ(measures.largest_component, 4u);
  EXPECT_EQ(measures.strong_components, 4u);
  // In-degrees 0, 1, 1, 1, 2: ordered pairs differ by 1 in 12 cases and by 2 in 2; 16 of 2 * 25 * mean 1.
  EXPECT_DOUBLE_EQ(measures.in_degree_gini, 16.0 / 50.0);
}

TEST(GraphMeasures, StarReceivesEverything) {
  std::vector<Arc> arcs;
  for (Seat seat = 1; seat < 11; ++seat) arcs.push_back({seat, 0});
  const GraphMeasures star = measures_of(11, arcs);
  EXPECT_DOUBLE_EQ(star.in_degree_gini, 10.0 / 11.0);
  EXPECT_DOUBLE_EQ(star.clustering_global, 0.0);
  EXPECT_EQ(star.components, 1u);
  EXPECT_EQ(star.strong_components, 11u);
}

TEST(GraphMeasures, CompleteGraphHasEverything) {
  const GraphMeasures complete = measures_of(40, oracle::random_arcs(40, 100, 1));
  EXPECT_DOUBLE_EQ(complete.density, 1.0);
  EXPECT_DOUBLE_EQ(complete.reciprocity, 1.0);
  EXPECT_DOUBLE_EQ(complete.transitivity, 1.0);
  EXPECT_DOUBLE_EQ(complete.clustering_global, 1.0);
  EXPECT_DOUBLE_EQ(complete.clustering_local, 1.0);
  EXPECT_DOUBLE_EQ(complete.in_degree_gini, 0.0);
}

TEST(GraphMeasures, LongChainsNeedNoDeepStack) {
  constexpr Seat seats = 300'000;
  std::vector<Arc> arcs;
  for (Seat seat = 1; seat < seats; ++seat) arcs.push_back({seat - 1, seat});
  const GraphMeasures chain = measures_of(seats, arcs);
  EXPECT_EQ(chain.components, 1u);
  EXPECT_EQ(chain.strong_components, seats);
  arcs.push_back({seats - 1, 0});
  EXPECT_EQ(measures_of(seats, arcs).strong_components, 1u);
}

// ---- random networks, by the definitions ----

struct Share {
  double part = 0;
  double whole = 0;
  void add(bool hit) { part += hit, ++whole; }
  double value() const { return whole == 0 ? 0 : part / whole; }
};

/// Calls visit(i, j, k) for all ordered triples of distinct seats.
template <class Visit>
void for_each_triple(std::size_t n, Visit visit) {
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      for (std::size_t k = 0; k < n; ++k) {
        if (i != j && j != k && i != k) visit(i, j, k);
      }
    }
  }
}

Matrix either_way(const Matrix& matrix) {
  Matrix contact = matrix;
  for (std::size_t i = 0; i < matrix.size(); ++i) {
    for (std::size_t j = 0; j < matrix.size(); ++j) contact[i][j] = matrix[i][j] || matrix[j][i];
  }
  return contact;
}

/// matrix[i][j] becomes whether j can be reached from i (Warshall).
Matrix reachable(Matrix matrix) {
  const std::size_t n = matrix.size();
  for (std::size_t i = 0; i < n; ++i) matrix[i][i] = true;
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) {
        if (matrix[i][k] && matrix[k][j]) matrix[i][j] = true;
      }
    }
  }
  return matrix;
}

/// Sizes of the classes that "i and j reach each other" makes, by the lowest seat of each.
std::vector<Seat> mutual_classes(const Matrix& reach) {
  std::vector<Seat> sizes;
  for (std::size_t i = 0; i < reach.size(); ++i) {
    Seat size = 0;
    bool lowest = true;
    for (std::size_t j = 0; j < reach.size(); ++j) {
      if (!reach[i][j] || !reach[j][i]) continue;
      ++size;
      if (j < i) lowest = false;
    }
    if (lowest) sizes.push_back(size);
  }
  return sizes;
}

double naive_gini(const Matrix& matrix) {
  const std::size_t n = matrix.size();
  std::vector<int> degrees(n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) degrees[j] += matrix[i][j];
  }
  double differences = 0, total = 0;
  for (const int left : degrees) {
    total += left;
    for (const int right : degrees) differences += std::abs(left - right);
  }
  return total == 0 ? 0 : differences / (2 * static_cast<double>(n) * total);
}

GraphMeasures naive_measures(const Matrix& matrix) {
  const std::size_t n = matrix.size();
  const Matrix contact = either_way(matrix);
  Share density, reciprocity, transitivity, clustering;
  std::vector<Share> local(n);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      if (i != j) density.add(matrix[i][j]);
      if (matrix[i][j]) reciprocity.add(matrix[j][i]);
    }
  }
  for_each_triple(n, [&](std::size_t i, std::size_t j, std::size_t k) {
    if (matrix[i][j] && matrix[j][k]) transitivity.add(matrix[i][k]);
    if (!contact[i][j] || !contact[j][k]) return;
    clustering.add(contact[i][k]);
    local[j].add(contact[i][k]);
  });
  GraphMeasures measures;
  measures.nodes = static_cast<Seat>(n);
  measures.arcs = static_cast<std::uint64_t>(density.part);
  measures.density = density.value();
  measures.reciprocity = reciprocity.value();
  measures.transitivity = transitivity.value();
  measures.clustering_global = clustering.value();
  for (const Share& share : local) measures.clustering_local += share.value() / static_cast<double>(n);
  const std::vector<Seat> weak = mutual_classes(reachable(contact));
  measures.components = static_cast<Seat>(weak.size());
  measures.largest_component = *std::ranges::max_element(weak);
  measures.strong_components = static_cast<Seat>(mutual_classes(reachable(matrix)).size());
  measures.in_degree_gini = naive_gini(matrix);
  return measures;
}

class RandomNetwork : public ::testing::TestWithParam<std::tuple<Seat, unsigned>> {};

TEST_P(RandomNetwork, AgreesWithTheDefinitions) {
  const auto [seats, percent] = GetParam();
  for (std::uint64_t seed = 0; seed < 8; ++seed) {
    const std::vector<Arc> arcs = oracle::random_arcs(seats, percent, seed);
    const GraphMeasures found = measures_of(seats, arcs);
    const GraphMeasures expected = naive_measures(oracle::matrix_of(seats, arcs));
    EXPECT_EQ(found.nodes, expected.nodes);
    EXPECT_EQ(found.arcs, expected.arcs);
    EXPECT_DOUBLE_EQ(found.density, expected.density);
    EXPECT_DOUBLE_EQ(found.reciprocity, expected.reciprocity);
    EXPECT_DOUBLE_EQ(found.transitivity, expected.transitivity);
    EXPECT_DOUBLE_EQ(found.clustering_global, expected.clustering_global);
    EXPECT_NEAR(found.clustering_local, expected.clustering_local, 1e-12);
    EXPECT_EQ(found.components, expected.components);
    EXPECT_EQ(found.largest_component, expected.largest_component);
    EXPECT_EQ(found.strong_components, expected.strong_components);
    EXPECT_DOUBLE_EQ(found.in_degree_gini, expected.in_degree_gini);
  }
}

TEST_P(RandomNetwork, RenumberingSeatsChangesNoCount) {
  const auto [seats, percent] = GetParam();
  std::vector<Arc> arcs = oracle::random_arcs(seats, percent, 11);
  GraphMeasures before = measures_of(seats, arcs);
  std::vector<Seat> renumbered(seats);
  for (Seat seat = 0; seat < seats; ++seat) renumbered[seat] = seat;
  oracle::SplitMix random(2);
  oracle::shuffle(renumbered, random);
  for (Arc& arc : arcs) arc = {renumbered[arc.source], renumbered[arc.target]};
  const GraphMeasures after = measures_of(seats, arcs);
  EXPECT_NEAR(after.clustering_local, before.clustering_local, 1e-12);  // a sum in another order
  before.clustering_local = after.clustering_local;
  EXPECT_EQ(after, before);
}

INSTANTIATE_TEST_SUITE_P(Sizes, RandomNetwork,
                         ::testing::Combine(::testing::Values<Seat>(2, 4, 12, 45),
                                            ::testing::Values(3u, 15u, 50u, 90u)));

// ---- real networks, against the published figures ----

/// A figure as it is printed (".452"): holds for what rounds to it. An empty one says nothing.
::testing::AssertionResult rounds_to(const char* name, double measured, const std::string& printed) {
  if (printed.empty()) return ::testing::AssertionSuccess();
  const std::size_t point = printed.find('.');
  const auto digits = point == std::string::npos ? 0 : static_cast<int>(printed.size() - point - 1);
  if (std::abs(measured - std::stod(printed)) <= 0.5 * std::pow(10.0, -digits) + 1e-12) {
    return ::testing::AssertionSuccess();
  }
  return ::testing::AssertionFailure() << name << " is " << measured << ", printed as " << printed;
}

struct Printed {
  std::string folder;
  std::string layer;  // "" where the file has one layer
  std::string time;   // "" where it has one wave
  int least_weight;   // weaker ties are left out
  Seat nodes;
  std::uint64_t arcs;  // 0 where not printed
  std::string density, reciprocity, transitivity, clustering_global, clustering_local, gini;
  Seat largest_component = 0;  // 0 where not printed
};

std::ostream& operator<<(std::ostream& out, const Printed& network) {
  return out << network.folder << ' ' << network.layer << network.time << " from weight " << network.least_weight;
}

using Row = std::map<std::string, std::string>;

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, ',');) cells.push_back(cell);
  return cells;
}

/// The rows of a plain CSV file (no quoted commas in the columns used), by column name.
std::vector<Row> rows_of(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  const std::vector<std::string> names = split(line);
  std::vector<Row> rows;
  while (std::getline(file, line)) {
    const std::vector<std::string> cells = split(line);
    Row row;
    for (std::size_t column = 0; column < std::min(names.size(), cells.size()); ++column) {
      row[names[column]] = cells[column];
    }
    rows.push_back(row);
  }
  return rows;
}

TieGraph read_network(const std::filesystem::path& folder, const Printed& wanted) {
  std::map<std::string, Seat> seat_of;
  for (const Row& row : rows_of(folder / "nodes.csv")) seat_of.emplace(row.at("id"), seat_of.size());
  std::vector<Arc> arcs;
  for (const Row& row : rows_of(folder / "edges.csv")) {
    if (!wanted.layer.empty() && row.at("layer") != wanted.layer) continue;
    if (!wanted.time.empty() && row.at("time") != wanted.time) continue;
    if (std::stod(row.at("weight")) < wanted.least_weight) continue;
    arcs.push_back({seat_of.at(row.at("source")), seat_of.at(row.at("target"))});
  }
  return TieGraph(static_cast<Seat>(seat_of.size()), arcs);
}

class RealNetwork : public ::testing::TestWithParam<Printed> {};

TEST_P(RealNetwork, AgreesWithThePrintedFigures) {
  const Printed& printed = GetParam();
  const auto folder = std::filesystem::path(TRUSTSIM_SOURCE_DIR) / "../shared/data" / printed.folder;
  if (!std::filesystem::exists(folder)) GTEST_SKIP() << "the real networks are not here: " << folder;
  const GraphMeasures found = measure_graph(read_network(folder, printed));
  EXPECT_EQ(found.nodes, printed.nodes);
  if (printed.arcs != 0) {
    EXPECT_EQ(found.arcs, printed.arcs);
  }
  if (printed.largest_component != 0) {
    EXPECT_EQ(found.largest_component, printed.largest_component);
  }
  EXPECT_TRUE(rounds_to("density", found.density, printed.density));
  EXPECT_TRUE(rounds_to("reciprocity", found.reciprocity, printed.reciprocity));
  EXPECT_TRUE(rounds_to("transitivity", found.transitivity, printed.transitivity));
  EXPECT_TRUE(rounds_to("global clustering", found.clustering_global, printed.clustering_global));
  EXPECT_TRUE(rounds_to("local clustering", found.clustering_local, printed.clustering_local));
  EXPECT_TRUE(rounds_to("in-degree Gini", found.in_degree_gini, printed.gini));
}

// Krackhardt 1987, Lazega 2001, Cross and Parker 2004, Michalski and others 2011, Yin and others 2017, Rossi and
// Magnani 2015, Sampson 1969, Kapferer 1972, Knecht 2008, and the Bitcoin Alpha ratings. Columns: folder, layer, wave,
// least weight, nodes, arcs, density, reciprocity, transitivity, clustering global and local, in-degree Gini. Two
// densities are corrected to what the printed counts give: 2326 / (77 * 76) is .397, not .398, and 386 / (61 * 60) is
// .105, not .106.
constexpr int any = -1000;
const std::vector<Printed> printed_networks{
    {"krackhardt_hightech", "advice", "", any, 21, 190, ".452", ".474", ".664", ".735", ".765", ".25"},
    {"krackhardt_hightech", "friendship", "", any, 21, 102, ".243", ".451", ".461", ".471", ".566", ".24"},
    {"krackhardt_hightech", "reports_to", "", any, 21, 20, ".048", "0", "", "", "0", ""},
    {"lazega_lawfirm", "advice", "", any, 71, 892, ".179", ".392", ".443", ".479", ".522", ".37"},
    {"lazega_lawfirm", "cowork", "", any, 71, 1104, ".222", ".685", ".397", ".452", ".509", ".22"},
    {"lazega_lawfirm", "friendship", "", any, 71, 575, ".116", ".612", ".412", ".449", ".484", ".36"},
    {"cross_parker_consulting", "info_advice", "", any, 46, 877, ".424", ".746", "", "", ".801", ""},
    {"cross_parker_consulting", "info_advice", "", 4, 46, 0, ".081", ".655", ".460", ".484", "", ".43"},
    {"cross_parker_consulting", "info_advice", "", 3, 46, 0, ".150", ".755", ".518", ".540", "", ".36"},
    {"cross_parker_consulting", "value", "", any, 46, 855, ".413", ".819", "", "", ".769", ""},
    {"cross_parker_consulting", "value", "", 4, 46, 0, ".262", ".716", ".574", ".611", "", ".27"},
    {"cross_parker_consulting", "value", "", 5, 46, 0, ".108", ".375", ".548", ".487", "", ".40"},
    {"cross_parker_manufacturing", "awareness", "", any, 77, 2326, ".397", ".844", "", "", ".757", ""},
    {"cross_parker_manufacturing", "awareness", "", 6, 77, 0, ".128", ".533", ".586", ".582", "", ".29"},
    {"cross_parker_manufacturing", "info_advice", "", any, 77, 2228, ".381", ".796", "", "", ".777", ""},
    {"cross_parker_manufacturing", "info_advice", "", 5, 77, 0, ".073", ".574", ".373", ".410", "", ".30"},
    {"cross_parker_manufacturing", "info_advice", "", 4, 77, 0, ".129", ".624", ".480", ".545", "", ".27"},
    {"aucs_department", "lunch", "", any, 61, 386, ".105", "1", "", "", ".662", ""},
    {"aucs_department", "work", "", any, 61, 388, ".106", "1", "", "", ".629", ""},
    {"email_eu_core", "", "", any, 1005, 24929, ".025", ".711", "", "", ".399", "", 986},
    {"radoslaw_manufacturing_email", "", "", any, 167, 5783, ".209", ".876", ".539", ".541", ".592", ".43"},
    {"sampson_monastery", "like", "1", any, 18, 55, ".180", ".509", "", "", ".285", ""},
    {"sampson_monastery", "like", "2", any, 18, 57, ".186", ".526", "", "", ".394", ""},
    {"sampson_monastery", "like", "3", any, 18, 56, ".183", ".536", "", "", ".467", ""},
    {"kapferer_tailor", "work", "1", any, 39, 109, ".074", ".606", "", "", ".278", ""},
    {"kapferer_tailor", "work", "2", any, 39, 147, ".099", ".707", "", "", ".318", ""},
    {"knecht_classroom", "friendship", "1", any, 26, 91, ".140", ".615", "", "", ".566", ""},
    {"knecht_classroom", "friendship", "2", any, 26, 117, "", ".564", "", "", ".510", ""},
    {"knecht_classroom", "friendship", "3", any, 26, 133, ".205", ".541", "", "", ".572", ""},
    {"knecht_classroom", "friendship", "4", any, 26, 119, "", ".555", "", "", ".487", ""},
    {"bitcoin_alpha", "", "", any, 3783, 24186, ".002", ".83", "", "", ".18", ""},
};

INSTANTIATE_TEST_SUITE_P(Printed, RealNetwork, ::testing::ValuesIn(printed_networks));

}  // namespace
}  // namespace trust
