#include "study/verification/normal_thresholds.hpp"

#include <algorithm>
#include <cmath>

#include "study/verification/small_worlds.hpp"

namespace trust::verification {
namespace {

constexpr double beyond = 5;  // stands for all thresholds above

double normal_share_below(double x, double deviation) {
  return x < beyond ? 0.5 * std::erfc((0.25 - x) / deviation / std::sqrt(2.0)) : 1;
}

// One point for each 1 / 200 of the distribution between two places.
void add_quantiles(std::vector<double>& points, double from, double to, double deviation) {
  double next = normal_share_below(from, deviation);
  for (double x = from; x < to; x += 1e-4) {
    if (normal_share_below(x, deviation) < next) continue;
    points.push_back(x);
    next = normal_share_below(x, deviation) + 1.0 / 200;
  }
}

// Thresholds that stand for the distribution: densely from 0 to 0.12, where the approach to a fixed point may slow
// down; ever more densely towards `focus`; coarsely in the thin tail up to 1, so that it is reached.
std::vector<double> grid(double focus, double deviation) {
  std::vector<double> points = {0.6, 0.7, 0.8, 0.9, 0.99, beyond, focus + 2e-7};
  for (int step = 0; step <= 240; ++step) points.push_back(step * 0.0005);
  for (double distance = 5e-3; distance > 2e-7; distance /= 1.04) points.push_back(focus - distance);
  add_quantiles(points, -4, -0.001, deviation);
  add_quantiles(points, 0.12, 4.5, deviation);
  std::ranges::sort(points);
  return points;
}

// One person for each point of the grid, who stands for all whose thresholds lie between it and the one before: as many
// as the trust that everybody has in them, in whole steps of 1 / 65535.
struct Crowd {
  std::vector<double> thresholds;
  std::vector<double> members;  // in those steps
  double all = 0;
};

Crowd crowd_of(double focus, double deviation) {
  Crowd crowd{.thresholds = grid(focus, deviation), .members = {}};
  double most = 0;
  double below = 0;
  for (const double point : crowd.thresholds) {
    const double share = normal_share_below(point, deviation);
    most = std::max(most, share - below);
    below = share;
  }
  for (const double point : crowd.thresholds) {
    const double upto = std::round(65535 / most * normal_share_below(point, deviation));
    crowd.members.push_back(upto - crowd.all);
    crowd.all = upto;
  }
  return crowd;
}

std::shared_ptr<const World> world_of_crowd(const Crowd& crowd) {
  const auto size = static_cast<Seat>(crowd.members.size());
  std::vector<Tie> ties;
  for (Seat target = 0; target < size; ++target) {
    for (Seat source = 0; source < size; ++source) {
      if (source != target) ties.push_back({source, target, static_cast<float>(crowd.members[target] / 65535)});
    }
  }
  return world_of(people_together(size, std::move(ties)));
}

// Nobody looks at themselves, so a share of the others is a little more than the same share of all.
std::vector<LeverSetting> thresholds_of(const Crowd& crowd) {
  std::vector<LeverSetting> settings;
  for (std::size_t i = 0; i < crowd.thresholds.size(); ++i) {
    const double of_others = crowd.thresholds[i] * crowd.all / (crowd.all - crowd.members[i]);
    settings.push_back({person(i), Lever::change_threshold, static_cast<float>(of_others)});
  }
  return settings;
}

double adopted_share(const Trial& trial, const Crowd& crowd) {
  double members = 0;
  for (Seat seat = 0; seat < crowd.members.size(); ++seat) {
    if (trial.of_person(Column::adopted, seat) > 0) members += crowd.members[seat];
  }
  return members / crowd.all;
}

}  // namespace

double normal_adopters(const Laboratory& laboratory, const Levers& levers, double deviation, double focus) {
  const Crowd crowd = crowd_of(focus, deviation);
  Trial trial = laboratory.start(
      {.world = world_of_crowd(crowd), .levers = levers, .lanes = 1, .settings = thresholds_of(crowd)});
  Batch& batch = trial.batch();
  double before = -1;
  for (double share = adopted_share(trial, crowd); share != before; share = adopted_share(trial, crowd)) {
    before = share;
    laboratory.stop_if_asked();
    for (int day = 0; day < 5; ++day) {  // a week of the phases that adoption depends on: trust stays as it is
      batch.run_phase("intervene");
      batch.run_phase("adopt");
      batch.run_phase("take up");
    }
  }
  return adopted_share(trial, crowd);
}

}  // namespace trust::verification
