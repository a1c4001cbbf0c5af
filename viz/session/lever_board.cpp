#include "viz/session/lever_board.hpp"

#include <algorithm>
#include <utility>

#include "models/lever_use.hpp"
#include "sim/columns.hpp"

namespace trust::viz {
namespace {

std::vector<const Plan*> one_plan(const Plan& plan) { return std::vector<const Plan*>(lane_columns, &plan); }

}  // namespace

LeverBoard::Board::Board(std::shared_ptr<const Scenario> scenario, std::shared_ptr<const Organisation> organisation)
    : scenario_(std::move(scenario)),
      organisation_(std::move(organisation)),
      table_(*organisation_, one_plan(scenario_->plan)),
      people_(table_.groups()) {
  for (const std::uint32_t group : table_.group_of_seat()) ++people_[group];
}

bool LeverBoard::Board::is_of(const Scenario* scenario, const Organisation* organisation) const {
  return scenario_.get() == scenario && organisation_.get() == organisation;
}

LeverState LeverBoard::Board::state(Lever lever, int day) {
  table_.set_day(day);
  LeverState state;
  double sum = 0;
  std::size_t people = 0;
  for (std::size_t group = 0; group < people_.size(); ++group) {
    if (people_[group] == 0) continue;
    const auto row = static_cast<std::size_t>(lever) * lane_columns;
    const float value = table_.group(static_cast<std::uint32_t>(group))[row];
    state.low = people == 0 ? value : std::min(state.low, value);
    state.high = people == 0 ? value : std::max(state.high, value);
    people += people_[group];
    sum += static_cast<double>(value) * static_cast<double>(people_[group]);
  }
  state.value = people == 0 ? 0 : static_cast<float>(sum / static_cast<double>(people));
  return state;
}

void LeverBoard::set_baseline(const std::shared_ptr<const Scenario>& baseline,
                              std::shared_ptr<const Organisation> on_day_0) {
  Board board(baseline, std::move(on_day_0));
  for (const Parameter& row : parameters()) baseline_[static_cast<std::size_t>(row.id)] = board.state(row.id, 0).value;
}

LeverBoard::States LeverBoard::on(int day, const std::shared_ptr<const Scenario>& what_if,
                                  const std::shared_ptr<const Organisation>& organisation, const Holds& holds) {
  if (!what_if_ || !what_if_->is_of(what_if.get(), organisation.get())) what_if_.emplace(what_if, organisation);
  const int tomorrow = std::min(day + 1, what_if->days);
  States states;
  for (const Parameter& row : parameters()) states[static_cast<std::size_t>(row.id)] = what_if_->state(row.id, day);
  for (const Parameter& row : parameters()) {
    LeverState& state = states[static_cast<std::size_t>(row.id)];
    const bool changed = holds(row.id, tomorrow);
    if (changed || holds(row.id, day)) state = what_if_->state(row.id, tomorrow);
    state.changed = changed;
    state.baseline = baseline_[static_cast<std::size_t>(row.id)];
    state.idle = !is_read(row.id, what_if->rules);
  }
  return states;
}

}  // namespace trust::viz
