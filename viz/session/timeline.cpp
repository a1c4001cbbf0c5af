#include "viz/session/timeline.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

#include "study/batch_runner.hpp"
#include "study/branch/history.hpp"

namespace trust::viz {
namespace {

constexpr std::uint32_t most_replicates = 16;

std::vector<std::uint32_t> replicates_of(const Scenario& scenario) {
  std::vector<std::uint32_t> replicates;
  for (std::uint32_t replicate = 0; replicate < std::min(most_replicates, scenario.replicates); ++replicate) {
    if (scenario.organisation_draw(replicate) == 0) replicates.push_back(replicate);
  }
  return replicates;
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

bool same_but_for_plans(const Scenario& one, const Scenario& other) {
  return one.seed == other.seed && one.steps_per_day == other.steps_per_day && one.rules.trust == other.rules.trust &&
         one.rules.gossip == other.rules.gossip && replicates_of(one) == replicates_of(other);
}

void add_day(const Batch& batch, Curves& curves) {
  std::vector<Figures> figures;
  for (int lane = 0; lane < batch.lanes(); ++lane) figures.push_back(batch.figures(lane));
  for (std::size_t m = 0; m < measure_count; ++m) {
    const auto [low, high] = std::minmax_element(figures.begin(), figures.end(),
                                                 [m](const Figures& a, const Figures& b) { return a[m] < b[m]; });
    curves.series[m].value.push_back(static_cast<float>(figures.front()[m]));
    curves.series[m].low.push_back(static_cast<float>((*low)[m]));
    curves.series[m].high.push_back(static_cast<float>((*high)[m]));
  }
}

void cut(Curves& curves, std::size_t length) {
  for (Series& series : curves.series) {
    series.value.resize(length);
    series.low.resize(length);
    series.high.resize(length);
  }
}

}  // namespace

Timeline::Timeline(std::shared_ptr<const Scenario> scenario, std::shared_ptr<const World> world,
                   std::size_t budget_bytes)
    : scenario_(std::move(scenario)),
      world_(std::move(world)),
      replicates_(replicates_of(*scenario_)),
      budget_(budget_bytes),
      looks_(budget_bytes),
      keyframes_(budget_bytes / 2) {
  begin();
}

Timeline Timeline::branch(std::shared_ptr<const Scenario> scenario) const {
  const int day = days_in_common(*scenario);
  if (day < 0) return Timeline(std::move(scenario), world_, budget_);
  Timeline other(*this);
  other.replace_plan(std::move(scenario));
  return other;
}

void Timeline::replace_plan(std::shared_ptr<const Scenario> scenario) {
  const int day = days_in_common(*scenario);
  scenario_ = std::move(scenario);
  again_.reset();
  asked_for_.reset();
  if (day < 0) return begin();
  if (day < computed_) {
    computed_ = day;
    cut(curves_, static_cast<std::size_t>(day) + 1);
    shared_curves_.reset();
    looks_.forget_after(day);
    keyframes_.forget_after(day);
  }
  if (frontier_ && frontier_->batch.day() > day) frontier_.reset();
}

int Timeline::days_in_common(const Scenario& other) const {
  if (!same_but_for_plans(*scenario_, other)) return -1;
  const auto same = [&](int day) { return same_history(scenario_->plan, other.plan, day); };
  if (same(computed_)) return computed_;
  int together = -1;  // histories that differ until some day differ until every later one
  int apart = computed_;
  while (apart - together > 1) {
    const int middle = together + (apart - together) / 2;
    (same(middle) ? together : apart) = middle;
  }
  return together;
}

void Timeline::step() {
  if (!finished()) finish(&Timeline::work_towards, computed_ + 1);
}

std::shared_ptr<const Look> Timeline::look(int day) { return stored_look(day)->whole(); }

std::shared_ptr<const StoredLook> Timeline::stored_look(int day) {
  finish(&Timeline::work_towards_look, day);
  return find(day);
}

Batch Timeline::at_end_of(int day) {
  finish(&Timeline::work_towards_end_of, day);
  return ready(day)->fork(plans());
}

std::vector<std::uint64_t> Timeline::replicate_hashes(int day) {
  finish(&Timeline::work_towards_end_of, day);
  const Batch& batch = *ready(day);
  std::vector<std::uint64_t> hashes;
  for (int lane = 0; lane < batch.lanes(); ++lane) hashes.push_back(batch.lane_hash(lane));
  return hashes;
}

std::shared_ptr<const Curves> Timeline::curves() const {
  if (!shared_curves_) shared_curves_ = std::make_shared<const Curves>(curves_);
  return shared_curves_;
}

std::shared_ptr<const StoredLook> Timeline::find(int day) const {
  return asked_for_ && asked_for_->day() == day ? asked_for_ : looks_.find(day);
}

bool Timeline::work_towards(int day) {
  const int goal = std::min(day, days());
  if (computed_ >= goal) return true;
  if (!frontier_ || !is_own(frontier_)) {
    frontier_ = frontier_ ? forked(frontier_->batch) : nearest(computed_);
    again_.reset();  // memory for one batch less while the run goes on
    return false;
  }
  Batch& batch = frontier_->batch;
  batch.step();
  if (batch.day() > computed_) record(batch);
  return computed_ >= goal;
}

bool Timeline::work_towards_look(int day) {
  if (find(day)) return true;
  if (!work_towards_end_of(day)) return false;
  asked_for_ = std::make_shared<const StoredLook>(*ready(day));
  looks_.add_again(asked_for_);
  return true;
}

bool Timeline::work_towards_end_of(int day) {
  if (day < 0 || day > computed_) throw std::out_of_range("day " + std::to_string(day) + " was not run yet");
  if (ready(day)) return true;
  const auto keyframe = keyframes_.nearest(day);
  const int kept = keyframe ? keyframe->batch.day() : 0;
  if (!again_ || again_->batch.day() > day || again_->batch.day() < kept) {
    again_.reset();
    again_ = nearest(day);
    return again_->batch.day() == day;
  }
  again_->batch.step();
  if (!find(again_->batch.day())) looks_.add_again(std::make_shared<const StoredLook>(again_->batch));
  return again_->batch.day() == day;
}

int Timeline::days_to_run(int day) const {
  if (ready(day)) return 0;
  const auto keyframe = keyframes_.nearest(day);
  int from = keyframe ? keyframe->batch.day() : 0;
  if (again_ && again_->batch.day() <= day) from = std::max(from, again_->batch.day());
  return day - from;
}

void Timeline::begin() {
  computed_ = -1;
  curves_ = {};
  looks_ = LookStore(budget_);
  keyframes_ = Keyframes(budget_ / 2);
  frontier_ = start();
  record(frontier_->batch);
}

void Timeline::record(const Batch& batch) {
  computed_ = batch.day();
  add_day(batch, curves_);
  shared_curves_.reset();
  looks_.add(std::make_shared<const StoredLook>(batch));
  keyframes_.offer(batch, scenario_);
  looks_.set_budget(budget_ - keyframes_.bytes());
}

std::vector<const Plan*> Timeline::plans() const {
  return std::vector<const Plan*>(replicates_.size(), &scenario_->plan);
}

Timeline::SharedRun Timeline::start() const {
  std::vector<LanePlan> lanes;
  for (const std::uint32_t replicate : replicates_) lanes.push_back({replicate, &scenario_->plan});
  return std::make_shared<Run>(scenario_, Batch(world_, lanes, options_of(*scenario_, *world_)));
}

Timeline::SharedRun Timeline::forked(const Batch& batch) const {
  return std::make_shared<Run>(scenario_, batch.fork(plans()));
}

// What is nearest before the end of a day: the frontier where it lags, a keyframe, or day 0 made anew.
Timeline::SharedRun Timeline::nearest(int day) const {
  const auto keyframe = keyframes_.nearest(day);
  const int kept = keyframe ? keyframe->batch.day() : 0;
  for (const SharedRun& run : {again_, frontier_}) {
    if (run && run->batch.day() <= day && run->batch.day() > kept) return forked(run->batch);
  }
  return keyframe ? forked(keyframe->batch) : start();
}

const Batch* Timeline::ready(int day) const {
  if (frontier_ && frontier_->batch.day() == day) return &frontier_->batch;
  if (again_ && again_->batch.day() == day) return &again_->batch;
  const auto keyframe = keyframes_.nearest(day);
  return keyframe && keyframe->batch.day() == day ? &keyframe->batch : nullptr;
}

void Timeline::finish(bool (Timeline::*work)(int), int day) {
  while (!(this->*work)(day)) {
  }
}

}  // namespace trust::viz
