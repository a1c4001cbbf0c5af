#include "viz/session/engine.hpp"

#include <algorithm>
#include <exception>

namespace trust::viz {

void Engine::load(Scenario scenario) {
  opening_.emplace();
  opening_->scenario = std::move(scenario);
}

bool Engine::settled() const { return !opening_ && (!arms_ || (there() && stories_.answered())); }

bool Engine::working() const {
  if (opening_) return true;
  return arms_ && (!there() || stories_.waiting(*arms_, all_run()) || !all_run());
}

void Engine::advance() {
  if (!arms_ || !running_) return;
  seeking_ = false;
  goal_ = std::min(goal_ + 1, arms_->of(Arm::baseline).days());
}

void Engine::work() {
  try {
    opening_ ? open_more() : go_on();
  } catch (const InputError& error) {
    opening_ ? give_up_opening(error.what()) : stop_where_it_is();
  } catch (const std::exception& error) {
    const bool was_opening = opening_.has_value();
    was_opening ? give_up_opening(std::string("This organisation cannot be run: ") + error.what()) : stop_where_it_is();
    if (!was_opening) message_ = std::string("The run stopped: ") + error.what();
  }
}

// One part at a time, so that what it is at can be seen before it begins.
void Engine::open_more() {
  if (!opening_->file.empty()) {
    opening_->sitting.emplace(std::exchange(opening_->file, {}));
    return;
  }
  if (opening_->scenario) {
    opening_->sitting.emplace(std::move(*opening_->scenario));
    opening_->scenario.reset();
    return;
  }
  const auto& baseline = (opening_->sitting ? *opening_->sitting : *sitting_).baseline();
  if (!opening_->world) {
    opening_->world = std::make_shared<const World>(baseline->organisation(0));
    return;
  }
  adopt();
}

// The run before goes on if its successor cannot be made.
void Engine::adopt() {
  const Sitting& sitting = opening_->sitting ? *opening_->sitting : *sitting_;
  BothArms arms(sitting.baseline(), sitting.what_if(), opening_->world, budget_);
  if (opening_->sitting) {
    sitting_ = std::move(opening_->sitting);
    stories_ = {};
    running_ = false;
  }
  arms_ = std::move(arms);
  stories_.forget(Arm::baseline);
  stories_.forget(Arm::what_if);
  world_ = std::move(opening_->world);
  day_ = 0;
  goal_ = std::min(opening_->goal, sitting_->baseline()->days);
  seek_from_ = 0;
  seeking_ = goal_ > 0;
  stale_ = catching_up_ = false;
  stale_curves_.reset();
  for (const Arm arm : {Arm::baseline, Arm::what_if}) {
    shown_[static_cast<std::size_t>(arm)] = arms_->of(arm).stored_look(0);
  }
  opening_.reset();
  board_.set_baseline(sitting_->baseline(), world_->shared_organisation());
  sitting_state_ = sitting_->state();
  message_.clear();
  news_.clear();
  ++runs_;
  ++edition_;
}

void Engine::give_up_opening(std::string why) {
  const bool was_edit = sitting_ && arms_ && sitting_->baseline() != arms_->of(Arm::baseline).scenario();
  opening_.reset();
  if (was_edit) sitting_->undo();  // a seed whose organisation cannot be made
  if (sitting_) sitting_state_ = sitting_->state();
  message_ = std::move(why);
}

void Engine::go_on() {
  if (!arms_) return;
  if (!there()) {
    arms_->computed() < goal_ ? arms_->work_towards(goal_) : arms_->work_towards_looks(goal_);
    show_day();
    if (there() && goal_ >= arms_->of(Arm::baseline).days()) running_ = false;
  } else if (stories_.waiting(*arms_, all_run())) {
    stories_.work(*arms_, all_run());
  } else if (!all_run()) {
    arms_->work_towards(arms_->farthest());
  }
}

// On the way to a later day every day is shown; on the way to an earlier one, or to one that has to be run again, what
// was there before.
void Engine::show_day() {
  const int day = std::min(goal_, arms_->computed());
  if (day < day_ && day != goal_) return;
  if (day == day_ && !stale_) return;
  const auto baseline = arms_->of(Arm::baseline).kept(day);
  const auto what_if = arms_->of(Arm::what_if).kept(day);
  if (!baseline || !what_if) return;
  shown_ = {baseline, what_if};
  day_ = day;
  stale_ = false;
  stale_curves_.reset();
  if (there()) seeking_ = false;
}

void Engine::stop_where_it_is() {
  running_ = seeking_ = catching_up_ = stale_ = false;
  goal_ = day_;
}

// A what-if that became another one, or a baseline: an organisation of another seed is made first.
void Engine::take_up_edits() {
  sitting_state_ = sitting_->state();
  if (sitting_->baseline() != arms_->of(Arm::baseline).scenario()) {
    opening_.emplace();
    opening_->goal = goal_;
    if (sitting_->baseline()->imported) opening_->world = world_;
    return;
  }
  if (sitting_->what_if() == arms_->of(Arm::what_if).scenario()) return;
  if (!stale_) stale_curves_ = arms_->of(Arm::what_if).curves();
  stale_ = catching_up_ = true;
  arms_->set_what_if(sitting_->what_if());
  stories_.forget(Arm::what_if);
  seek_from_ = arms_->computed();
  ++edition_;
  show_day();
}

}  // namespace trust::viz
