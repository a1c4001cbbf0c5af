#include "study/compare/arm_figures.hpp"

#include <algorithm>
#include <numeric>

namespace trust {
namespace {

std::vector<std::uint32_t> organisations(const Scenario& scenario, ReplicateBlock block) {
  std::vector<std::uint32_t> draws;
  for (std::uint32_t r = 0; r < block.count; ++r) draws.push_back(scenario.organisation_draw(block.first + r));
  return draws;
}

// The organisations where there are several, else the replicates themselves.
std::vector<std::uint32_t> units_of(const std::vector<std::uint32_t>& organisation) {
  if (!organisation.empty() && organisation.front() != organisation.back()) return organisation;
  std::vector<std::uint32_t> replicates(organisation.size());
  std::iota(replicates.begin(), replicates.end(), 0U);
  return replicates;
}

void add(Figures& sum, const Figures& figures) {
  for (std::size_t m = 0; m < measure_count; ++m) sum[m] += figures[m];
}

ArmFigures empty_figures(std::size_t replicates, std::size_t rows, int days) {
  ArmFigures figures;
  figures.hashes.resize(replicates);
  figures.last.resize(replicates);
  figures.whole_run.resize(replicates, Figures{});
  figures.teams.resize(replicates);
  figures.days.resize(rows, std::vector<Figures>(static_cast<std::size_t>(days) + 1, Figures{}));
  return figures;
}

}  // namespace

DayRows::DayRows(const std::vector<std::uint32_t>& unit_of) {
  if (unit_of.empty()) return;
  const std::size_t units = 1 + static_cast<std::size_t>(unit_of.back() - unit_of.front());
  const std::size_t rows = std::min(units, most);
  sizes_.resize(rows);
  for (const std::uint32_t unit : unit_of) {
    row_of_.push_back(static_cast<std::size_t>(unit - unit_of.front()) * rows / units);
    ++sizes_[row_of_.back()];
  }
}

ArmCollector::ArmCollector(const Arms& arms, ReplicateBlock block)
    : block_(block),
      days_(arms.days),
      organisation_(organisations(*arms.scenario, block)),
      rows_(units_of(organisation_)),
      arms_(arms.plans.size(), empty_figures(block.count, rows_.count(), arms.days)) {}

void ArmCollector::take(const ArmBatch& batch) {
  if (!world_) world_ = batch.record().world;
  const auto teams = team_figures(batch.record());
  for (int lane = 0; lane < batch.lanes(); ++lane) {
    take_lane(batch, lane);
    arms_[batch.arm(lane)].teams[batch.replicate(lane) - block_.first] = teams[static_cast<std::size_t>(lane)];
  }
}

void ArmCollector::take_lane(const ArmBatch& batch, int lane) {
  const std::size_t replicate = batch.replicate(lane) - block_.first;
  ArmFigures& arm = arms_[batch.arm(lane)];
  arm.hashes[replicate] = batch.record().batch.lane_hash(lane);
  arm.last[replicate] = batch.record().figures(days_, lane);
  std::vector<Figures>& days = arm.days[rows_.row_of(replicate)];
  for (int day = 0; day <= days_; ++day) {
    const Figures& figures = batch.record().figures(day, lane);
    add(days[static_cast<std::size_t>(day)], figures);
    if (day > 0) add(arm.whole_run[replicate], figures);
  }
}

}  // namespace trust
