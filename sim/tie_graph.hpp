// Who can trust whom: the directed graph of seats that every lane of a batch shares.
//
// Rows are target-major: row j holds the ties i -> j ("i's trust in j") of everybody who knows j, in rising order of
// i. What j does on a day is then constant along its row, and the sums over the trust that j receives stay in
// registers. A row is padded to whole groups of slots, so that slots keep their numbers when a tie ends or forms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace trust {

using Seat = std::uint32_t;  // a position in the organisation, not the person in it
using Slot = std::uint32_t;  // the place of a tie in the target-major rows

inline constexpr Seat no_seat = 0xFFFFFFFFu;
inline constexpr Slot no_slot = 0xFFFFFFFFu;

/// A tie from the one who trusts to the one who is trusted.
struct Arc {
  Seat source;
  Seat target;
  friend auto operator<=>(const Arc&, const Arc&) = default;
};

/// One of a seat's own ties, as the transpose index gives it.
struct OutgoingTie {
  Seat target;
  Slot slot;
};

class TieGraph {
 public:
  static constexpr Slot row_padding = 4;  // slots a row is rounded up to

  TieGraph() = default;

  /// Builds the rows. Arcs may come in any order. Throws std::invalid_argument for a seat out of range, a tie of a
  /// seat to itself or a repeated tie, and std::length_error where the slots do not fit 32 bits.
  TieGraph(Seat seats, std::span<const Arc> arcs);

  Seat seats() const { return seats_; }
  std::size_t ties() const { return ties_; }
  Slot slots() const { return row_begin_.empty() ? 0 : row_begin_.back(); }  // padding included

  Slot row_begin(Seat target) const { return row_begin_[target]; }
  Slot row_end(Seat target) const { return row_end_[target]; }  // one past the last real tie; padding follows
  Slot in_degree(Seat target) const { return row_end(target) - row_begin(target); }
  Slot out_degree(Seat source) const { return outgoing_begin_[source + 1] - outgoing_begin_[source]; }

  Seat source(Slot slot) const { return sources_[slot]; }  // no_seat for padding
  std::span<const Seat> sources() const { return sources_; }
  std::span<const Slot> row_begins() const { return row_begin_; }  // seats + 1 values
  std::span<const Slot> row_ends() const { return row_end_; }      // seats values

  /// The ties that `source` has to others, in rising order of target.
  std::span<const OutgoingTie> outgoing(Seat source) const {
    return std::span(outgoing_).subspan(outgoing_begin_[source], out_degree(source));
  }

  /// The slot of the tie source -> target, or no_slot. Logarithmic in the row's length.
  Slot find(Seat source, Seat target) const;

 private:
  Seat seats_ = 0;
  std::size_t ties_ = 0;
  std::vector<Slot> row_begin_;
  std::vector<Slot> row_end_;
  std::vector<Seat> sources_;
  std::vector<Slot> outgoing_begin_;
  std::vector<OutgoingTie> outgoing_;
};

}  // namespace trust
