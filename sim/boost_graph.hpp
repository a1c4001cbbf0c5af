// The tie graph as a Boost.Graph: algorithms of that library run on the rows themselves, nothing is copied or built.
//
// An edge runs from the one who trusts to the one who is trusted. out_edges(i) are i's own ties, read through the
// transpose index; in_edges(j) are row j. Values that a column keeps for every slot become edge property maps with
// SlotMap. Vertices are numbered from 0, so vertex_index is the seat itself.
//
// Models VertexListGraph, EdgeListGraph, BidirectionalGraph (hence IncidenceGraph) and AdjacencyGraph. edge(i, j,
// graph) exists too, in logarithmic time. Iterators stay valid as long as the graph lives.
#pragma once

#include <boost/graph/adjacency_iterator.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <compare>
#include <cstddef>
#include <iterator>
#include <span>
#include <type_traits>
#include <utility>

#include "sim/tie_graph.hpp"

namespace trust {

// The iterators make their edges as they go, so they return them by value. They are given the standard categories all
// the same: with the ones that Boost would derive, std::prev and std::advance could not go back.

/// The edge descriptor: both ends and the place of the tie's values.
struct TieEdge {
  Seat source = no_seat;
  Seat target = no_seat;
  Slot slot = no_slot;
  friend auto operator<=>(const TieEdge&, const TieEdge&) = default;
};

/// Walks the ties that one seat has to others, in rising order of target.
class OutTieIterator
    : public boost::iterator_facade<OutTieIterator, TieEdge, std::random_access_iterator_tag, TieEdge> {
 public:
  OutTieIterator() = default;
  OutTieIterator(Seat source, const OutgoingTie* tie) : source_(source), tie_(tie) {}

 private:
  friend class boost::iterator_core_access;
  TieEdge dereference() const { return {source_, tie_->target, tie_->slot}; }
  bool equal(const OutTieIterator& other) const { return tie_ == other.tie_; }
  void increment() { ++tie_; }
  void decrement() { --tie_; }
  void advance(std::ptrdiff_t steps) { tie_ += steps; }
  std::ptrdiff_t distance_to(const OutTieIterator& other) const { return other.tie_ - tie_; }

  Seat source_ = no_seat;
  const OutgoingTie* tie_ = nullptr;
};

/// Walks the ties that others have to one seat: its row, in rising order of source.
class InTieIterator : public boost::iterator_facade<InTieIterator, TieEdge, std::random_access_iterator_tag, TieEdge> {
 public:
  InTieIterator() = default;
  InTieIterator(const Seat* sources, Seat target, Slot slot) : sources_(sources), target_(target), slot_(slot) {}

 private:
  friend class boost::iterator_core_access;
  TieEdge dereference() const { return {sources_[slot_], target_, slot_}; }
  bool equal(const InTieIterator& other) const { return slot_ == other.slot_; }
  void increment() { ++slot_; }
  void decrement() { --slot_; }
  void advance(std::ptrdiff_t steps) { slot_ = static_cast<Slot>(std::ptrdiff_t{slot_} + steps); }
  std::ptrdiff_t distance_to(const InTieIterator& other) const {
    return std::ptrdiff_t{other.slot_} - std::ptrdiff_t{slot_};
  }

  const Seat* sources_ = nullptr;
  Seat target_ = no_seat;
  Slot slot_ = no_slot;
};

/// Walks all ties in the order of their slots, passing over the padding.
class TieIterator : public boost::iterator_facade<TieIterator, TieEdge, std::forward_iterator_tag, TieEdge> {
 public:
  TieIterator() = default;
  TieIterator(const TieGraph& graph, Seat first_row) : graph_(&graph), target_(first_row) { enter_row(); }

 private:
  friend class boost::iterator_core_access;
  TieEdge dereference() const { return {graph_->source(slot_), target_, slot_}; }
  bool equal(const TieIterator& other) const { return slot_ == other.slot_; }
  void increment() {
    if (++slot_ < graph_->row_end(target_)) return;
    ++target_;
    enter_row();
  }
  void enter_row() {
    while (target_ < graph_->seats() && graph_->in_degree(target_) == 0) ++target_;
    slot_ = target_ < graph_->seats() ? graph_->row_begin(target_) : graph_->slots();
  }

  const TieGraph* graph_ = nullptr;
  Seat target_ = no_seat;
  Slot slot_ = no_slot;
};

/// A column with `lanes` values for every slot, slot-major, seen as the property map of one lane's ties. T may be
/// const.
template <class T>
class SlotMap {
 public:
  using key_type = TieEdge;
  using value_type = std::remove_const_t<T>;
  using reference = T&;
  using category = boost::lvalue_property_map_tag;

  SlotMap() = default;
  explicit SlotMap(std::span<T> values, std::size_t lanes = 1, std::size_t lane = 0)
      : values_(values), lanes_(lanes), lane_(lane) {}

  T& operator[](const TieEdge& tie) const { return values_[tie.slot * lanes_ + lane_]; }

  friend T& get(const SlotMap& map, const TieEdge& tie) { return map[tie]; }
  friend void put(const SlotMap& map, const TieEdge& tie, const value_type& value) requires(!std::is_const_v<T>) {
    map[tie] = value;
  }

 private:
  std::span<T> values_;
  std::size_t lanes_ = 1;
  std::size_t lane_ = 0;
};

/// The edge_index map: a tie's slot. Distinct and below slots(), but with gaps where rows are padded.
struct TieSlotMap {
  using key_type = TieEdge;
  using value_type = Slot;
  using reference = Slot;
  using category = boost::readable_property_map_tag;
  friend Slot get(TieSlotMap, const TieEdge& tie) { return tie.slot; }
};

using SeatIterator = boost::counting_iterator<Seat>;
using SeatIndexMap = boost::typed_identity_property_map<Seat>;
using AdjacentSeatIterator = boost::adjacency_iterator<TieGraph, Seat, OutTieIterator, std::ptrdiff_t>;

// What the concepts ask for. Boost finds these by their argument, so they live next to TieGraph.

inline std::pair<SeatIterator, SeatIterator> vertices(const TieGraph& graph) {
  return {SeatIterator(0), SeatIterator(graph.seats())};
}
inline std::size_t num_vertices(const TieGraph& graph) { return graph.seats(); }

inline std::pair<TieIterator, TieIterator> edges(const TieGraph& graph) {
  return {TieIterator(graph, 0), TieIterator(graph, graph.seats())};
}
inline std::size_t num_edges(const TieGraph& graph) { return graph.ties(); }

inline Seat source(const TieEdge& tie, const TieGraph&) { return tie.source; }
inline Seat target(const TieEdge& tie, const TieGraph&) { return tie.target; }

inline std::pair<OutTieIterator, OutTieIterator> out_edges(Seat seat, const TieGraph& graph) {
  const auto ties = graph.outgoing(seat);
  return {OutTieIterator(seat, ties.data()), OutTieIterator(seat, ties.data() + ties.size())};
}
inline std::size_t out_degree(Seat seat, const TieGraph& graph) { return graph.out_degree(seat); }

inline std::pair<InTieIterator, InTieIterator> in_edges(Seat seat, const TieGraph& graph) {
  const Seat* sources = graph.sources().data();
  return {InTieIterator(sources, seat, graph.row_begin(seat)), InTieIterator(sources, seat, graph.row_end(seat))};
}
inline std::size_t in_degree(Seat seat, const TieGraph& graph) { return graph.in_degree(seat); }
inline std::size_t degree(Seat seat, const TieGraph& graph) { return in_degree(seat, graph) + out_degree(seat, graph); }

inline std::pair<AdjacentSeatIterator, AdjacentSeatIterator> adjacent_vertices(Seat seat, const TieGraph& graph) {
  const auto [first, last] = out_edges(seat, graph);
  return {AdjacentSeatIterator(first, &graph), AdjacentSeatIterator(last, &graph)};
}

/// The tie source -> target and whether it exists.
inline std::pair<TieEdge, bool> edge(Seat source, Seat target, const TieGraph& graph) {
  const Slot slot = graph.find(source, target);
  return {TieEdge{source, target, slot}, slot != no_slot};
}

inline SeatIndexMap get(boost::vertex_index_t, const TieGraph&) { return {}; }
inline Seat get(boost::vertex_index_t, const TieGraph&, Seat seat) { return seat; }
inline TieSlotMap get(boost::edge_index_t, const TieGraph&) { return {}; }
inline Slot get(boost::edge_index_t, const TieGraph&, const TieEdge& tie) { return tie.slot; }

}  // namespace trust

namespace boost {

template <>
struct graph_traits<trust::TieGraph> {
  using vertex_descriptor = trust::Seat;
  using edge_descriptor = trust::TieEdge;
  using directed_category = bidirectional_tag;
  using edge_parallel_category = disallow_parallel_edge_tag;
  struct traversal_category : bidirectional_graph_tag,
                              adjacency_graph_tag,
                              vertex_list_graph_tag,
                              edge_list_graph_tag {};

  using vertex_iterator = trust::SeatIterator;
  using edge_iterator = trust::TieIterator;
  using out_edge_iterator = trust::OutTieIterator;
  using in_edge_iterator = trust::InTieIterator;
  using adjacency_iterator = trust::AdjacentSeatIterator;

  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;

  static constexpr trust::Seat null_vertex() { return trust::no_seat; }
};

template <>
struct graph_traits<const trust::TieGraph> : graph_traits<trust::TieGraph> {};

template <>
struct property_map<trust::TieGraph, vertex_index_t> {
  using type = trust::SeatIndexMap;
  using const_type = type;
};

template <>
struct property_map<const trust::TieGraph, vertex_index_t> : property_map<trust::TieGraph, vertex_index_t> {};

template <>
struct property_map<trust::TieGraph, edge_index_t> {
  using type = trust::TieSlotMap;
  using const_type = type;
};

template <>
struct property_map<const trust::TieGraph, edge_index_t> : property_map<trust::TieGraph, edge_index_t> {};

}  // namespace boost
