// An organisation made ready to run: its tie graph and, for every tie and seat, what the phases look up each day.
// Immutable and shared by all batches that live in it.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "models/organisation.hpp"
#include "sim/blocks.hpp"
#include "sim/tie_graph.hpp"

namespace trust {

/// What the trust rule distinguishes: the kind of tie, and whether the one who trusts lives off client accounts.
enum class TieClass : std::uint8_t {
  manager,
  report,
  peer,
  cross_function,
  cross_function_exposed,
  leader_leader,
  count
};

inline constexpr std::size_t tie_class_count = static_cast<std::size_t>(TieClass::count);

constexpr bool is_across(TieClass tie) {
  return tie == TieClass::cross_function || tie == TieClass::cross_function_exposed;
}

class World {
 public:
  /// Most ties that may lead to one seat: their exact sum must fit 32 bits.
  static constexpr Slot most_ties_received = 32767;
  /// Most ties that one seat may have to others, for the same reason.
  static constexpr Slot most_ties_given = most_ties_received;

  /// Throws std::invalid_argument for ties that TieGraph refuses, and std::length_error beyond most_ties_received or
  /// most_ties_given.
  explicit World(std::shared_ptr<const Organisation> organisation);

  const Organisation& organisation() const { return *organisation_; }
  std::shared_ptr<const Organisation> shared_organisation() const { return organisation_; }
  const TieGraph& graph() const { return graph_; }
  Seat seats() const { return graph_.seats(); }

  const std::vector<TieClass>& tie_class() const { return tie_class_; }             // [slot]
  const std::vector<std::uint8_t>& classes_of_row() const { return row_classes_; }  // [seat] bit c: class c occurs
  const std::vector<float>& initial_trust() const { return initial_trust_; }        // [slot]; -1 in padding
  const std::vector<Seat>& manager() const { return manager_; }                     // [seat] or no_seat
  const std::vector<Slot>& manager_to_person() const { return downward_; }          // [seat] slot of manager -> person
  const std::vector<Slot>& person_to_manager() const { return upward_; }            // [seat] slot of person -> manager
  const std::vector<RowBlock>& blocks() const { return blocks_; }
  std::uint64_t digest() const { return digest_; }  // of the organisation

 private:
  void check_tie_counts() const;
  void fill_ties();
  void fill_reporting_lines();

  std::shared_ptr<const Organisation> organisation_;
  TieGraph graph_;
  std::vector<TieClass> tie_class_;
  std::vector<std::uint8_t> row_classes_;
  std::vector<float> initial_trust_;
  std::vector<Seat> manager_;
  std::vector<Slot> downward_;
  std::vector<Slot> upward_;
  std::vector<RowBlock> blocks_;
  std::uint64_t digest_ = 0;
};

}  // namespace trust
