#include "sim/graph_measures.hpp"

#include <algorithm>
#include <array>
#include <boost/graph/strong_components.hpp>
#include <boost/property_map/property_map.hpp>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include "sim/boost_graph.hpp"

namespace trust {
namespace {

// The ties between two seats, as bits.
using Directions = std::uint8_t;
constexpr Directions there = 1;  // from the first to the second
constexpr Directions back = 2;   // from the second to the first
constexpr Directions mutual = there | back;

double share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::uint64_t pairs(std::uint64_t count) { return count * (count - std::min<std::uint64_t>(count, 1)) / 2; }

/// Calls visit(contact, directions) for every seat that has a tie with `seat`, in rising order.
template <class Visit>
void for_each_contact(const TieGraph& graph, Seat seat, Visit visit) {
  const auto received = graph.sources().subspan(graph.row_begin(seat), graph.in_degree(seat));
  const auto own = graph.outgoing(seat);
  auto in = received.begin();
  auto out = own.begin();
  while (in != received.end() || out != own.end()) {
    const Seat next_in = in == received.end() ? no_seat : *in;
    const Seat next_out = out == own.end() ? no_seat : out->target;
    const Seat contact = std::min(next_in, next_out);
    Directions directions = 0;
    if (next_out == contact) directions |= there, ++out;
    if (next_in == contact) directions |= back, ++in;
    visit(contact, directions);
  }
}

struct Degrees {
  std::vector<Seat> contacts;         // per seat
  std::uint64_t returned_ties = 0;    // ties whose reverse exists
  std::uint64_t two_paths = 0;        // i -> j -> k, ends distinct
  std::uint64_t connected_pairs = 0;  // i ~ j ~ k, ends distinct, each once
};

Degrees count_degrees(const TieGraph& graph) {
  Degrees degrees{std::vector<Seat>(graph.seats())};
  for (Seat seat = 0; seat < graph.seats(); ++seat) {
    std::uint64_t returned = 0;
    for_each_contact(graph, seat, [&](Seat, Directions directions) {
      ++degrees.contacts[seat];
      returned += directions == mutual;
    });
    degrees.returned_ties += returned;
    degrees.two_paths += std::uint64_t{graph.in_degree(seat)} * graph.out_degree(seat) - returned;
    degrees.connected_pairs += pairs(degrees.contacts[seat]);
  }
  return degrees;
}

struct Contact {
  Seat seat;
  Directions directions;
};

/// Each seat's contacts that come later when seats are ordered by (number of contacts, seat). No seat has more than
/// sqrt(2 ties) of them, which is what bounds the listing of triangles.
struct LaterContacts {
  std::vector<std::size_t> begin;
  std::vector<Contact> contacts;
  std::span<const Contact> of(Seat seat) const {
    return std::span(contacts).subspan(begin[seat], begin[seat + 1] - begin[seat]);
  }
};

LaterContacts later_contacts(const TieGraph& graph, std::span<const Seat> contact_counts) {
  LaterContacts later{{0}, {}};
  later.begin.reserve(std::size_t{graph.seats()} + 1);
  later.contacts.reserve(std::accumulate(contact_counts.begin(), contact_counts.end(), std::size_t{0}) / 2);
  for (Seat seat = 0; seat < graph.seats(); ++seat) {
    for_each_contact(graph, seat, [&](Seat other, Directions directions) {
      if (std::pair(contact_counts[seat], seat) < std::pair(contact_counts[other], other)) {
        later.contacts.push_back({other, directions});
      }
    });
    later.begin.push_back(later.contacts.size());
  }
  return later;
}

/// For a triangle of contacts with the ties ab, bc and ac: how many of its two-paths x -> y -> z have x -> z.
constexpr std::uint8_t closed_two_paths(Directions ab, Directions bc, Directions ac) {
  const std::array<std::array<bool, 3>, 3> tie{{{false, (ab & there) != 0, (ac & there) != 0},
                                                {(ab & back) != 0, false, (bc & there) != 0},
                                                {(ac & back) != 0, (bc & back) != 0, false}}};
  std::uint8_t closed = 0;
  for (std::size_t x = 0; x < 3; ++x) {
    for (std::size_t y = 0; y < 3; ++y) {
      const std::size_t z = 3 - x - y;
      if (x != y && tie[x][y] && tie[y][z] && tie[x][z]) ++closed;
    }
  }
  return closed;
}

constexpr auto closed_table = [] {
  std::array<std::uint8_t, 64> table{};
  for (std::size_t key = 0; key < table.size(); ++key) {
    table[key] = closed_two_paths(key >> 4 & mutual, key >> 2 & mutual, key & mutual);
  }
  return table;
}();

struct Triangles {
  std::vector<std::uint64_t> at_seat;  // triangles that a seat is in
  std::uint64_t closed_two_paths = 0;
};

/// Lists every triangle once, from its first seat in the order of LaterContacts, with that seat's contacts marked.
Triangles count_triangles(const TieGraph& graph, std::span<const Seat> contact_counts) {
  const LaterContacts later = later_contacts(graph, contact_counts);
  Triangles triangles{std::vector<std::uint64_t>(graph.seats())};
  std::vector<Directions> mark(graph.seats());
  for (Seat a = 0; a < graph.seats(); ++a) {
    for (const auto [c, ac] : later.of(a)) mark[c] = ac;
    for (const auto [b, ab] : later.of(a)) {
      for (const auto [c, bc] : later.of(b)) {
        if (mark[c] == 0) continue;
        ++triangles.at_seat[a], ++triangles.at_seat[b], ++triangles.at_seat[c];
        triangles.closed_two_paths += closed_table[ab << 4 | bc << 2 | mark[c]];
      }
    }
    for (const auto [c, ac] : later.of(a)) mark[c] = 0;
  }
  return triangles;
}

double mean_local_clustering(std::span<const std::uint64_t> triangles, std::span<const Seat> contact_counts) {
  double sum = 0;
  for (std::size_t seat = 0; seat < triangles.size(); ++seat) {
    sum += share(triangles[seat], pairs(contact_counts[seat]));
  }
  return triangles.empty() ? 0.0 : sum / static_cast<double>(triangles.size());
}

Seat root(std::vector<Seat>& parent, Seat seat) {
  while (parent[seat] != seat) seat = parent[seat] = parent[parent[seat]];
  return seat;
}

/// Sizes of the weak components.
std::vector<Seat> component_sizes(const TieGraph& graph) {
  std::vector<Seat> parent(graph.seats());
  std::iota(parent.begin(), parent.end(), Seat{0});
  for (Seat seat = 0; seat < graph.seats(); ++seat) {
    for (const OutgoingTie& tie : graph.outgoing(seat)) {
      const auto [low, high] = std::minmax({root(parent, seat), root(parent, tie.target)});
      parent[high] = low;
    }
  }
  std::vector<Seat> sizes(graph.seats());
  for (Seat seat = 0; seat < graph.seats(); ++seat) ++sizes[root(parent, seat)];
  std::erase(sizes, Seat{0});
  return sizes;
}

Seat count_strong_components(const TieGraph& graph) {
  std::vector<Seat> component(graph.seats());
  return boost::strong_components(
      graph, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, graph)));
}

/// Of the n^2 ordered pairs of seats, F(d) (n - F(d)) lie on two sides of in-degree d, where F(d) seats have at most d;
/// their sum over d is half the sum of all absolute differences, so that no sorting and no subtraction is needed.
double in_degree_gini(const TieGraph& graph) {
  std::vector<std::uint64_t> seats_with;
  for (Seat seat = 0; seat < graph.seats(); ++seat) {
    const std::size_t degree = graph.in_degree(seat);
    if (degree >= seats_with.size()) seats_with.resize(degree + 1);
    ++seats_with[degree];
  }
  std::uint64_t at_most = 0;
  std::uint64_t half_differences = 0;
  for (const std::uint64_t seats : seats_with) {
    at_most += seats;
    half_differences += at_most * (graph.seats() - at_most);
  }
  return share(half_differences, std::uint64_t{graph.seats()} * graph.ties());
}

}  // namespace

GraphMeasures measure_graph(const TieGraph& graph) {
  const Degrees degrees = count_degrees(graph);
  const Triangles triangles = count_triangles(graph, degrees.contacts);
  const std::vector<Seat> components = component_sizes(graph);
  const std::uint64_t corners = std::accumulate(triangles.at_seat.begin(), triangles.at_seat.end(), std::uint64_t{0});

  GraphMeasures measures;
  measures.nodes = graph.seats();
  measures.arcs = graph.ties();
  measures.density = share(graph.ties(), 2 * pairs(graph.seats()));
  measures.reciprocity = share(degrees.returned_ties, graph.ties());
  measures.transitivity = share(triangles.closed_two_paths, degrees.two_paths);
  measures.clustering_global = share(corners, degrees.connected_pairs);
  measures.clustering_local = mean_local_clustering(triangles.at_seat, degrees.contacts);
  measures.components = static_cast<Seat>(components.size());
  measures.largest_component = components.empty() ? 0 : std::ranges::max(components);
  measures.strong_components = count_strong_components(graph);
  measures.in_degree_gini = in_degree_gini(graph);
  return measures;
}

}  // namespace trust
