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

/// What an experience depends on: the kind of tie, and what the one who trusts lives off.
enum class TieClass : std::uint8_t {
  manager,
  report,
  peer,
  cross_function,
  cross_function_exposed,    // the one who trusts lives off client accounts
  cross_function_marketing,  // somebody in marketing, about somebody who sells
  leader_leader,
  count
};

inline constexpr std::size_t tie_class_count = static_cast<std::size_t>(TieClass::count);

constexpr bool is_across(TieClass tie) {
  return tie == TieClass::cross_function || tie == TieClass::cross_function_exposed ||
         tie == TieClass::cross_function_marketing;
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

  /// The world of an organisation that came out of a reorganisation: every tie and candidate of `before` keeps a place.
  World(std::shared_ptr<const Organisation> organisation, const World& before);

  const Organisation& organisation() const { return *organisation_; }
  std::shared_ptr<const Organisation> shared_organisation() const { return organisation_; }
  const TieGraph& graph() const { return graph_; }  // initial ties and candidates
  Seat seats() const { return graph_.seats(); }

  const std::vector<TieClass>& tie_class() const { return tie_class_; }             // [slot]
  const std::vector<std::uint8_t>& classes_of_row() const { return row_classes_; }  // [seat] bit c: class c occurs
  const std::vector<float>& initial_trust() const { return initial_trust_; }        // [slot]; -1: candidate or padding
  const std::vector<std::uint8_t>& far() const { return far_; }                     // [slot] 1: different locations

  const std::vector<Seat>& manager() const { return manager_; }             // [seat] or no_seat
  const std::vector<Slot>& manager_to_person() const { return downward_; }  // [seat] slot of manager -> person
  const std::vector<Slot>& person_to_manager() const { return upward_; }    // [seat] slot of person -> manager
  const std::vector<ChainPart>& part() const { return part_; }              // [seat] what the role does in the chain
  const std::vector<std::uint8_t>& leads() const { return leads_; }         // [seat] 1: leads a team
  const std::vector<std::uint8_t>& carries_change() const { return carries_change_; }  // [seat]

  std::size_t functions() const { return organisation_->functions.size(); }
  const std::vector<std::uint32_t>& function_of() const { return function_of_; }  // [seat]

  /// The people of a team: members()[members_begin()[t] .. members_begin()[t + 1]), rising.
  const std::vector<Seat>& members() const { return members_; }
  const std::vector<std::uint32_t>& members_begin() const { return members_begin_; }
  const std::vector<std::uint32_t>& team_of() const { return team_of_; }  // [seat]

  /// Places for accounts: those of a seat are [account_begin()[seat], account_begin()[seat + 1]); only those who sell
  /// have any.
  const std::vector<std::uint32_t>& account_begin() const { return account_begin_; }
  std::size_t accounts() const { return account_begin_.back(); }

  /// Slots of the ties from each who sells to people in marketing: [marketing_begin()[seat] .. + 1).
  const std::vector<Slot>& ties_to_marketing() const { return ties_to_marketing_; }
  const std::vector<std::uint32_t>& marketing_begin() const { return marketing_begin_; }

  Seat count_of(ChainPart part) const { return part_counts_[static_cast<std::size_t>(part)]; }

  const std::vector<RowBlock>& blocks() const { return blocks_; }
  std::uint64_t digest() const { return digest_; }  // of the organisation, and of those it came out of

 private:
  World(std::shared_ptr<const Organisation> organisation, TieGraph graph, std::uint64_t digest);
  void check_tie_counts() const;
  void fill_ties();
  void fill_people();
  void fill_teams();
  void fill_reporting_lines();
  void fill_chain();

  std::shared_ptr<const Organisation> organisation_;
  TieGraph graph_;
  std::vector<TieClass> tie_class_;
  std::vector<std::uint8_t> row_classes_;
  std::vector<float> initial_trust_;
  std::vector<std::uint8_t> far_;
  std::vector<Seat> manager_;
  std::vector<Slot> downward_;
  std::vector<Slot> upward_;
  std::vector<ChainPart> part_;
  std::vector<std::uint8_t> leads_;
  std::vector<std::uint8_t> carries_change_;
  std::vector<std::uint32_t> function_of_;
  std::vector<std::uint32_t> team_of_;
  std::vector<Seat> members_;
  std::vector<std::uint32_t> members_begin_;
  std::vector<std::uint32_t> account_begin_;
  std::vector<Slot> ties_to_marketing_;
  std::vector<std::uint32_t> marketing_begin_;
  Seat part_counts_[4] = {};
  std::vector<RowBlock> blocks_;
  std::uint64_t digest_ = 0;
};

}  // namespace trust
