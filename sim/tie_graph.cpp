#include "sim/tie_graph.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <string>

namespace trust {
namespace {

[[noreturn]] void refuse(Arc arc, const std::string& reason) {
  throw std::invalid_argument("tie " + std::to_string(arc.source) + " -> " + std::to_string(arc.target) + ": " +
                              reason);
}

void check_arc(Arc arc, Seat seats) {
  if (const Seat highest = std::max(arc.source, arc.target); highest >= seats) {
    refuse(arc, "seat " + std::to_string(highest) + " is out of range; there are " + std::to_string(seats) + " seats");
  }
  if (arc.source == arc.target) refuse(arc, "a seat has no tie to itself");
}

void check_slot_count(std::uint64_t slots) {
  if (slots > no_slot) throw std::length_error("the ties need " + std::to_string(slots) + " slots; 32 bits hold fewer");
}

/// Where each row begins once rows of these lengths are rounded up to whole groups; one value more than rows.
std::vector<Slot> padded_begins(std::span<const Slot> lengths) {
  std::vector<Slot> begins{0};
  begins.reserve(lengths.size() + 1);
  std::uint64_t next = 0;
  for (const Slot length : lengths) {
    next += (std::uint64_t{length} + TieGraph::row_padding - 1) / TieGraph::row_padding * TieGraph::row_padding;
    check_slot_count(next);
    begins.push_back(static_cast<Slot>(next));
  }
  return begins;
}

}  // namespace

// Two counting sorts, one through the other: arcs are dealt out by source, then dealt out by target in rising order of
// source, which leaves every row sorted; walking the rows deals the ties back by source in rising order of target.
TieGraph::TieGraph(Seat seats, std::span<const Arc> arcs)
    : seats_(seats), ties_(arcs.size()), outgoing_begin_(std::size_t{seats} + 1) {
  check_slot_count(arcs.size());
  std::vector<Slot> in_degrees(seats);
  for (const Arc arc : arcs) {
    check_arc(arc, seats);
    ++in_degrees[arc.target];
    ++outgoing_begin_[arc.source + 1];
  }
  std::partial_sum(outgoing_begin_.begin(), outgoing_begin_.end(), outgoing_begin_.begin());
  row_begin_ = padded_begins(in_degrees);
  row_end_.assign(row_begin_.begin(), row_begin_.end() - 1);
  sources_.assign(slots(), no_seat);
  outgoing_.resize(arcs.size());

  std::vector<Slot> next(outgoing_begin_.begin(), outgoing_begin_.end() - 1);
  for (const Arc arc : arcs) outgoing_[next[arc.source]++].target = arc.target;

  for (Seat source = 0; source < seats; ++source) {
    for (const OutgoingTie& tie : outgoing(source)) {
      Slot& end = row_end_[tie.target];
      if (end > row_begin_[tie.target] && sources_[end - 1] == source) refuse({source, tie.target}, "given twice");
      sources_[end++] = source;
    }
  }

  next.assign(outgoing_begin_.begin(), outgoing_begin_.end() - 1);
  for (Seat target = 0; target < seats; ++target) {
    for (Slot slot = row_begin(target); slot < row_end(target); ++slot) {
      outgoing_[next[sources_[slot]]++] = {target, slot};
    }
  }
}

Slot TieGraph::find(Seat source, Seat target) const {
  if (source >= seats_ || target >= seats_) return no_slot;
  const auto row = std::span(sources_).subspan(row_begin(target), in_degree(target));
  const auto place = std::ranges::lower_bound(row, source);
  if (place == row.end() || *place != source) return no_slot;
  return row_begin(target) + static_cast<Slot>(place - row.begin());
}

}  // namespace trust
