// Mean trust between groups on a day, of both arms: summed once for each Look. Sums are of whole numbers (TrustByte),
// in the order of the graph's slots, so that they are exact.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "viz/panels/panel.hpp"
#include "viz/session/group_trust.hpp"

namespace trust::viz {

inline constexpr std::size_t most_teams_in_matrix = 40;

class TrustMatrix {
 public:
  /// Sums again where the look, the day or the groups changed.
  void update(const PanelContext& context, bool by_team);

  std::size_t size() const { return groups_.size(); }
  std::uint32_t group(std::size_t index) const { return groups_[index]; }  // function or team
  const std::string& name(std::size_t index) const { return names_[index]; }

  /// What the row's people think of the column's, in the arm that is shown.
  const PairSum& cell(std::size_t row, std::size_t column) const { return of(shown_, row, column); }

  /// Mean of the what-if minus mean of the baseline; 0 where either has no tie.
  float difference(std::size_t row, std::size_t column) const;

  /// Where the scale of differences ends on both sides.
  float reach() const { return reach_; }

  int summed() const { return summed_; }  // how often so far

 private:
  struct Sums {
    std::shared_ptr<const Look> look;
    GroupTrustSummer summer;
    std::vector<PairSum> cells;  // row by row
  };
  const PairSum& of(Arm arm, std::size_t row, std::size_t column) const {
    return sums_[static_cast<std::size_t>(arm)].cells[row * size() + column];
  }
  void find_groups(const Organisation& organisation, bool by_team);
  void sum(Sums& sums);

  std::shared_ptr<const Organisation> organisation_;
  bool by_team_ = false;
  int day_ = -1;
  Arm shown_ = Arm::what_if;
  std::vector<std::uint32_t> groups_;    // that anybody is in
  std::vector<std::uint32_t> index_of_;  // by group
  std::vector<std::string> names_;
  std::array<Sums, arm_count> sums_;
  float reach_ = 0.1F;
  int summed_ = 0;
};

/// How many teams anybody is in.
std::size_t teams_with_people(const Organisation& organisation);

}  // namespace trust::viz
