#include "viz/panels/trust_matrix.hpp"

#include <algorithm>

namespace trust::viz {
namespace {

constexpr std::uint32_t nobody = 0xFFFFFFFFu;

}  // namespace

void TrustMatrix::update(const PanelContext& context, bool by_team) {
  const Snapshot& now = context.snapshot;
  shown_ = context.shown_arm();
  const auto& organisation = now.look(shown_).organisation;
  const bool new_groups = organisation_ != organisation || by_team_ != by_team || day_ < 0;
  const bool new_day = day_ != now.day || sums_[0].look != now.looks[0] || sums_[1].look != now.looks[1];
  if (!new_groups && !new_day) return;
  organisation_ = organisation;
  by_team_ = by_team;
  day_ = now.day;
  if (new_groups) find_groups(*organisation, by_team);
  sums_[0].look = now.looks[0];
  sums_[1].look = now.looks[1];
  sum(sums_[0]);
  if (now.looks[0] == now.looks[1]) {
    sums_[1] = sums_[0];
  } else {
    sum(sums_[1]);
  }
  std::vector<float> differences;
  for (std::size_t row = 0; row < size(); ++row) {
    for (std::size_t column = 0; column < size(); ++column) differences.push_back(difference(row, column));
  }
  reach_ = difference_reach(differences);
  ++summed_;
}

void TrustMatrix::find_groups(const Organisation& organisation, bool by_team) {
  groups_.clear();
  names_.clear();
  index_of_.assign(by_team ? organisation.teams.size() : organisation.functions.size(), nobody);
  std::vector<std::uint8_t> had(index_of_.size(), 0);
  for (const std::uint32_t group : groups_of(organisation, by_team)) had[group] = 1;
  for (std::uint32_t group = 0; group < had.size(); ++group) {
    if (!had[group]) continue;
    index_of_[group] = static_cast<std::uint32_t>(groups_.size());
    groups_.push_back(group);
    names_.push_back(by_team ? organisation.teams[group].name : spoken(organisation.functions[group]));
  }
}

void TrustMatrix::sum(Sums& sums) {
  sums.cells.assign(size() * size(), {});
  const Look& look = *sums.look;
  if (!look.ties || look.ties->seats() != organisation_->seats()) return;
  const auto trust = sums.summer.of(look, organisation_, by_team_);
  for (std::size_t i = 0; i < trust->pairs.size(); ++i) {
    const GroupPair pair = trust->pairs[i];
    sums.cells[index_of_[pair.from] * size() + index_of_[pair.to]] = trust->sums[i];
  }
}

float TrustMatrix::difference(std::size_t row, std::size_t column) const {
  const PairSum& what_if = of(Arm::what_if, row, column);
  const PairSum& baseline = of(Arm::baseline, row, column);
  return what_if.count == 0 || baseline.count == 0 ? 0.0F : what_if.mean() - baseline.mean();
}

std::size_t teams_with_people(const Organisation& organisation) {
  std::vector<std::uint8_t> had(organisation.teams.size(), 0);
  for (const Person& person : organisation.people) had[person.team] = 1;
  return static_cast<std::size_t>(std::count(had.begin(), had.end(), 1));
}

}  // namespace trust::viz
