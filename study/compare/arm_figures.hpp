// What a comparison keeps of each arm: every replicate's last day and whole run, teams, and the course of the days.
#pragma once

#include <cstdint>
#include <vector>

#include "study/compare/arms.hpp"
#include "study/compare/team_figures.hpp"

namespace trust {

/// Replicates lie in rows of days so that the course of many thousand takes no more memory than that of some hundred:
/// whole organisations where these vary, else replicates; neighbours share a row where there are too many.
class DayRows {
 public:
  static constexpr std::size_t most = 256;

  /// `unit_of[r]`: the organisation of replicate r, or r itself where there is one organisation; rising.
  explicit DayRows(const std::vector<std::uint32_t>& unit_of);

  std::size_t count() const { return sizes_.size(); }
  std::size_t row_of(std::size_t replicate) const { return row_of_[replicate]; }
  double size(std::size_t row) const { return sizes_[row]; }  // in replicates

 private:
  std::vector<std::size_t> row_of_;
  std::vector<double> sizes_;
};

/// One replicate under one arm.
struct LaneFigures {
  std::uint64_t hash = 0;
  std::vector<Figures> days;       // day 0 first
  std::vector<TeamFigures> teams;  // on the last day
};

/// Those of every lane of a finished batch.
std::vector<LaneFigures> lane_figures(const ArmBatch& batch);

struct ArmFigures {
  std::vector<std::uint64_t> hashes;            // [replicate]
  std::vector<Figures> last;                    // [replicate] on the last day
  std::vector<Figures> whole_run;               // [replicate] summed over the days from 1 on
  std::vector<std::vector<TeamFigures>> teams;  // [replicate][team] on the last day
  std::vector<std::vector<Figures>> days;       // [row][day] summed over the row's replicates, day 0 first
};

class ArmCollector {
 public:
  ArmCollector(const Arms& arms, ReplicateBlock block);

  /// In rising order of replicate: the days' sums go by it.
  void take(const ArmBatch& batch);
  void take(std::size_t arm, std::uint32_t replicate, const LaneFigures& figures);

  /// Where that was taken replicate by replicate.
  void set_world(std::shared_ptr<const World> world) { world_ = std::move(world); }

  const std::vector<ArmFigures>& arms() const { return arms_; }
  const std::vector<std::uint32_t>& organisation() const { return organisation_; }  // [replicate] its draw
  const DayRows& rows() const { return rows_; }
  const std::shared_ptr<const World>& world() const { return world_; }  // of the first batch, on day 0

 private:
  ReplicateBlock block_;
  int days_;
  std::vector<std::uint32_t> organisation_;
  DayRows rows_;
  std::vector<ArmFigures> arms_;
  std::shared_ptr<const World> world_;
};

}  // namespace trust
