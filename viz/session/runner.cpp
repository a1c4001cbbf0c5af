#include "viz/session/runner.hpp"

#include <algorithm>

#include "study/batch_runner.hpp"

namespace trust::viz {
namespace {

constexpr std::uint32_t most_replicates = 16;

std::vector<LanePlan> lanes_of(const Scenario& scenario, const Plan& plan) {
  std::vector<LanePlan> lanes;
  for (std::uint32_t replicate = 0; replicate < std::min(most_replicates, scenario.replicates); ++replicate) {
    if (scenario.organisation_draw(replicate) == 0) lanes.push_back({replicate, &plan});
  }
  return lanes;
}

BatchOptions options_of(const Scenario& scenario, const World& world) {
  BatchOptions options;
  options.seed = scenario.seed;
  options.steps_per_day = scenario.steps_per_day;
  options.rules = scenario.rules;
  const bool large = world.graph().slots() >= slots_of_a_large_organisation;
  options.parallelism = large ? Parallelism::blocks : Parallelism::serial;
  return options;
}

std::vector<Lever> all_levers() {
  std::vector<Lever> levers;
  for (const Parameter& row : parameters()) levers.push_back(row.id);
  return levers;
}

}  // namespace

Runner::Runner(Scenario scenario)
    : scenario_(std::move(scenario)),
      world_(std::make_shared<const World>(scenario_.organisation(0))),
      plan_(scenario_.plan, scenario_.days) {
  start();
  for (LeverState& lever : levers_) lever.baseline = lever.value;
}

void Runner::start() {
  batch_.emplace(world_, lanes_of(scenario_, plan_.plan()), options_of(scenario_, *world_));
  curves_ = {};
  record_day();
  measure_levers(all_levers());
}

void Runner::step() {
  if (finished()) return;
  batch_->step();
  record_day();
  measure_changing_levers();
}

void Runner::reset() {
  plan_.start_again();
  start();
}

void Runner::set_lever(Lever lever, float value) {
  plan_.set(lever, std::clamp(value, parameter(lever).low, parameter(lever).high), day() + 1);
  measure_levers(std::span(&lever, 1));
}

void Runner::reset_lever(Lever lever) {
  plan_.clear(lever, day() + 1);
  LeverState& state = levers_[static_cast<std::size_t>(lever)];
  if (state.changed) state.value = state.low = state.high = state.baseline;  // until tomorrow says it exactly
  state.changed = false;
}

void Runner::record_day() {
  std::vector<Figures> figures;
  for (int lane = 0; lane < batch_->lanes(); ++lane) figures.push_back(batch_->figures(lane));
  for (std::size_t m = 0; m < measure_count; ++m) {
    double low = figures[0][m];
    double high = low;
    for (const Figures& one : figures) {
      low = std::min(low, one[m]);
      high = std::max(high, one[m]);
    }
    curves_.series[m].value.push_back(static_cast<float>(figures[0][m]));
    curves_.series[m].low.push_back(static_cast<float>(low));
    curves_.series[m].high.push_back(static_cast<float>(high));
  }
}

void Runner::measure_levers(std::span<const Lever> levers) {
  const Seat seats = world_->seats();
  if (seats == 0) return;
  for (const Lever lever : levers) {
    LeverState& state = levers_[static_cast<std::size_t>(lever)];
    state.changed = plan_.holds(lever);
    if (state.changed) {  // shown as the hand has it, though it acts from tomorrow on
      state.value = state.low = state.high = plan_.held_value(lever);
      continue;
    }
    state.low = state.high = batch_->lever(lever, 0, 0);
    double sum = 0;
    for (Seat seat = 0; seat < seats; ++seat) {
      const float value = batch_->lever(lever, seat, 0);
      state.low = std::min(state.low, value);
      state.high = std::max(state.high, value);
      sum += static_cast<double>(value);
    }
    state.value = static_cast<float>(sum / seats);
  }
}

// Levers move only on days on which an intervention begins, rises or ends.
void Runner::measure_changing_levers() {
  std::vector<Lever> moved;
  for (const Intervention& intervention : plan_.plan().interventions) {
    if (ramp_on(intervention, day()) == ramp_on(intervention, day() - 1)) continue;
    for (const LeverChange& change : intervention.changes) moved.push_back(change.lever);
    moved.push_back(Lever::hours_programme);
  }
  std::sort(moved.begin(), moved.end());
  moved.erase(std::unique(moved.begin(), moved.end()), moved.end());
  measure_levers(moved);
}

std::vector<std::uint64_t> Runner::replicate_hashes() const {
  std::vector<std::uint64_t> hashes;
  for (int lane = 0; lane < batch_->lanes(); ++lane) hashes.push_back(batch_->lane_hash(lane));
  return hashes;
}

void Runner::fill(Snapshot& snapshot) const {
  snapshot.scenario = scenario_.name;
  snapshot.story = scenario_.story;
  snapshot.seed = scenario_.seed;
  snapshot.days = scenario_.days;
  snapshot.replicates = batch_->lanes();
  snapshot.day = day();
  snapshot.computed = day();
  snapshot.levers = levers_;
  auto look = std::make_shared<Look>();
  const std::shared_ptr<const World> world = batch_->shared_world();  // as the last reorganisation left it
  look->day = day();
  look->organisation = world->shared_organisation();
  look->ties = std::shared_ptr<const TieGraph>(world, &world->graph());
  fill_people(*look);
  fill_ties(*look);
  snapshot.looks = both<Look>(look);
  snapshot.curves = both(std::make_shared<const Curves>(curves_));
}

void Runner::fill_people(Look& look) const {
  constexpr std::array columns = {Column::trust_received, Column::felt_trust, Column::stress, Column::engagement};
  static_assert(columns.size() == person_value_count);
  for (std::size_t value = 0; value < person_value_count; ++value) {
    const LaneColumn& column = batch_->state()[columns[value]];
    look.people[value].resize(column.rows());
    for (std::size_t seat = 0; seat < column.rows(); ++seat) look.people[value][seat] = column.at(seat, 0);
  }
  const LaneColumn& present = batch_->state()[Column::present];
  look.present.resize(present.rows());
  for (std::size_t seat = 0; seat < present.rows(); ++seat) look.present[seat] = present.at(seat, 0) > 0 ? 1 : 0;
}

void Runner::fill_ties(Look& look) const {
  const LaneColumn& trust = batch_->state()[Column::trust];
  look.tie_trust.resize(trust.rows());
  for (std::size_t slot = 0; slot < trust.rows(); ++slot) look.tie_trust[slot] = to_byte(trust.at(slot, 0));
}

}  // namespace trust::viz
