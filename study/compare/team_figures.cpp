#include "study/compare/team_figures.hpp"

#include <bit>
#include <limits>

namespace trust {
namespace {

constexpr std::array<Column, team_measure_count> column_of_measure = {
    Column::trust_received, Column::felt_trust, Column::stress, Column::engagement, Column::output};

// Sums of one lane, a team each.
class TeamSums {
 public:
  TeamSums(const BatchRecord& record, int lane)
      : state_(record.batch.state()),
        people_(record.world->organisation().people),
        lane_(lane),
        sums_(record.world->organisation().teams.size()),
        counts_(sums_.size()) {
    for (Seat seat = 0; seat < people_.size(); ++seat) add(seat);
  }

  std::vector<TeamFigures> means() const {
    std::vector<TeamFigures> means = sums_;
    for (std::size_t team = 0; team < means.size(); ++team) {
      for (std::size_t m = 0; m < team_measure_count; ++m) {
        const double count = counts_[team][m];
        means[team][m] = count > 0 ? means[team][m] / count : std::numeric_limits<double>::quiet_NaN();
      }
    }
    return means;
  }

 private:
  void add(Seat seat) {
    if (state_[Column::present].at(seat, lane_) == 0) return;
    const std::uint32_t team = people_[seat].team;
    for (std::size_t m = 0; m < team_measure_count; ++m) {
      if (column_of_measure[m] == Column::trust_received && !anybody_knows(seat)) continue;
      sums_[team][m] += static_cast<double>(state_[column_of_measure[m]].at(seat, lane_));
      ++counts_[team][m];
    }
  }

  bool anybody_knows(Seat seat) const {
    return std::bit_cast<std::int32_t>(state_[Column::ties_received].at(seat, lane_)) > 0;
  }

  const State& state_;
  const std::vector<Person>& people_;
  int lane_;
  std::vector<TeamFigures> sums_;
  std::vector<TeamFigures> counts_;
};

}  // namespace

std::span<const TeamMeasureRow> team_measures() {
  static constexpr std::array<TeamMeasureRow, team_measure_count> rows = {{
      {TeamMeasure::trust_received, "trust_received", "Trust received", Better::higher},
      {TeamMeasure::felt_trust, "felt_trust", "Felt trust", Better::higher},
      {TeamMeasure::stress, "stress", "Stress", Better::lower},
      {TeamMeasure::engagement, "engagement", "Engagement", Better::higher},
      {TeamMeasure::output, "output", "Output", Better::higher},
  }};
  return rows;
}

std::vector<std::vector<TeamFigures>> team_figures(const BatchRecord& record) {
  std::vector<std::vector<TeamFigures>> by_lane;
  for (int lane = 0; lane < record.lanes(); ++lane) by_lane.push_back(TeamSums(record, lane).means());
  return by_lane;
}

}  // namespace trust
