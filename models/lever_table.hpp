// What every lever is, today, for everybody: people who share all their levers form a group, so that the table stays
// small however large the organisation. One row of 16 lanes a group and lever, as lanes may follow different plans.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/parameters.hpp"
#include "models/plan.hpp"
#include "sim/columns.hpp"

namespace trust {

class LeverTable {
 public:
  /// `plans[l]` is the plan of lane l (16 of them; they must outlive the table).
  LeverTable(const Organisation& organisation, std::span<const Plan* const> plans);

  /// Brings the table to working day `day`.
  void set_day(int day);

  const std::vector<std::uint32_t>& group_of_seat() const { return group_of_seat_; }
  std::size_t groups() const { return groups_; }

  /// First of lever_count rows of a group, in the order of `Lever`.
  const float* group(std::uint32_t group) const { return today_.row(group * lever_count); }
  float value(Lever lever, Seat seat, int lane) const;

  /// What running programmes cost a lane on the day, in money.
  double money(int lane) const { return money_[static_cast<std::size_t>(lane)]; }

 private:
  void make_groups(const Organisation& organisation);
  std::vector<std::uint32_t> groups_touched(const std::vector<Target>& who) const;
  void apply_settings(const Organisation& organisation);
  void apply(const Intervention& intervention, const std::vector<std::uint32_t>& groups, int lane, float share);
  bool changes_between(int before, int now) const;

  std::vector<const Plan*> plans_;
  std::vector<std::vector<std::vector<std::uint32_t>>> touched_;  // [lane][intervention] groups
  std::vector<Target> targets_;                                   // every target that a plan or a role names
  std::vector<std::vector<bool>> member_;                         // [group][target]
  std::vector<std::uint32_t> group_of_seat_;
  std::size_t groups_ = 0;
  LaneColumn base_;   // levers before interventions
  LaneColumn today_;  // ... and with them
  std::vector<double> money_;
  int day_ = -1;
};

}  // namespace trust
