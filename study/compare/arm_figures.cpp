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

std::vector<LaneFigures> lane_figures(const ArmBatch& batch) {
  std::vector<std::vector<TeamFigures>> teams = team_figures(batch.record());
  std::vector<LaneFigures> lanes(teams.size());
  for (int lane = 0; lane < batch.lanes(); ++lane) {
    LaneFigures& figures = lanes[static_cast<std::size_t>(lane)];
    figures.hash = batch.record().batch.lane_hash(lane);
    figures.teams = std::move(teams[static_cast<std::size_t>(lane)]);
    for (int day = 0; day <= batch.record().days_done(); ++day)
      figures.days.push_back(batch.record().figures(day, lane));
  }
  return lanes;
}

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
  const std::vector<LaneFigures> lanes = lane_figures(batch);
  for (int lane = 0; lane < batch.lanes(); ++lane)
    take(batch.arm(lane), batch.replicate(lane), lanes[static_cast<std::size_t>(lane)]);
}

void ArmCollector::take(std::size_t of_arm, std::uint32_t number, const LaneFigures& figures) {
  const std::size_t replicate = number - block_.first;
  ArmFigures& arm = arms_[of_arm];
  arm.hashes[replicate] = figures.hash;
  arm.last[replicate] = figures.days[static_cast<std::size_t>(days_)];
  arm.teams[replicate] = figures.teams;
  std::vector<Figures>& days = arm.days[rows_.row_of(replicate)];
  for (std::size_t day = 0; day < days.size(); ++day) {
    add(days[day], figures.days[day]);
    if (day > 0) add(arm.whole_run[replicate], figures.days[day]);
  }
}

}  // namespace trust
