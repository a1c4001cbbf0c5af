#include "study/figure_collector.hpp"

namespace trust {

FigureCollector::FigureCollector(std::uint32_t plan, int days)
    : plan_(plan), days_(days), daily_sum_(static_cast<std::size_t>(days) + 1, Figures{}) {}

void FigureCollector::take(const BatchRecord& record) {
  if (draws_.empty()) {
    people_ = record.world->seats();
    ties_ = record.world->organisation().ties.size();
  }
  if (draws_.empty() || draws_.back() != record.packed->draw) draws_.push_back(record.packed->draw);
  for (int lane = 0; lane < record.lanes(); ++lane) {
    if (record.packed->lanes[static_cast<std::size_t>(lane)].plan == plan_) take_lane(record, lane);
  }
}

void FigureCollector::take_lane(const BatchRecord& record, int lane) {
  first_.push_back(record.figures(0, lane));
  last_.push_back(record.figures(days_, lane));
  hashes_.push_back(record.batch.lane_hash(lane));
  for (int day = 0; day <= days_; ++day) {
    Figures& sum = daily_sum_[static_cast<std::size_t>(day)];
    for (std::size_t m = 0; m < measure_count; ++m) sum[m] += record.figures(day, lane)[m];
  }
}

RunResult FigureCollector::result(std::uint64_t seed) const {
  RunResult result;
  result.state_hash = state_hash(seed, hashes_);
  result.replicate_hashes = hashes_;
  result.figures = figures();
  result.people = people_;
  result.ties = ties_;
  result.organisations = static_cast<std::uint32_t>(draws_.size());
  return result;
}

RunFigures FigureCollector::figures() const {
  RunFigures result{first_, last_, daily_sum_};
  for (Figures& day : result.daily_mean) {
    for (double& figure : day) figure /= static_cast<double>(last_.size());
  }
  return result;
}

}  // namespace trust
