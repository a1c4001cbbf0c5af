// The commands of a session, one by one.
#include <algorithm>
#include <exception>

#include "viz/session/engine.hpp"

namespace trust::viz {

void Engine::apply(const Command& command) {
  note_gesture(command);
  std::visit([this](const auto& what) { on(what); }, command);
}

// Moves of one lever, or of one lane while it is held, without anything between them are one gesture: one step of undo.
void Engine::note_gesture(const Command& command) {
  std::array<std::size_t, 3> of{command.index(), 0, 0};
  if (const auto* lever = std::get_if<SetLever>(&command)) of[1] = 1 + static_cast<std::size_t>(lever->lever);
  if (const auto* lane = std::get_if<ChangeLane>(&command)) of = {command.index(), 1 + lane->lane, lane->gesture};
  if (of != gesture_of_ || of[1] == 0) ++gesture_;
  gesture_of_ = of;
}

void Engine::look_at(int day) {
  if (!arms_) return;
  goal_ = std::clamp(day, 0, arms_->of(Arm::baseline).days());
  seek_from_ = arms_->computed();
  seeking_ = true;
  show_day();
  if (there()) seeking_ = false;
}

// Edits by hand act from the day after the one that is looked at; on the last day, on that day itself.
int Engine::tomorrow() const { return std::min(goal_ + 1, arms_->of(Arm::baseline).days()); }

template <typename Edit>
void Engine::edit(const Edit& change) {
  if (!arms_) return;
  try {
    change(*sitting_);
    message_.clear();
    news_.clear();
    take_up_edits();
  } catch (const InputError& error) {
    message_ = error.what();  // a line for each mistake
  } catch (const std::exception& error) {
    message_ = error.what();
  }
}

void Engine::on(const StartRun&) { running_ = arms_ && goal_ < arms_->of(Arm::baseline).days(); }

// Stops everything that goes on: a run, the way to a day, and what is run again after an edit.
void Engine::on(const Pause&) {
  running_ = catching_up_ = false;
  if (seeking_) goal_ = day_;
  seeking_ = false;
}

void Engine::on(const Step& step) {
  running_ = false;
  look_at(goal_ + step.days);
}

void Engine::on(const SeekDay& command) { look_at(command.day); }

void Engine::on(const SetSpeed& command) {
  speed_ = std::clamp(command.speed, 0, static_cast<int>(speeds().size()) - 1);
}

void Engine::on(const Reset&) {
  running_ = false;
  look_at(0);
}

void Engine::on(const SetLever& command) {
  edit([&](Sitting& sitting) {
    const Parameter& row = parameter(command.lever);
    sitting.set_lever(command.lever, std::clamp(command.value, row.low, row.high), tomorrow(), gesture_);
  });
}

void Engine::on(const ResetLever& command) {
  edit([&](Sitting& sitting) { sitting.reset_lever(command.lever, tomorrow()); });
}

void Engine::on(const AddIntervention& command) {
  edit([&](Sitting& sitting) { sitting.add(command.words, tomorrow(), command.people); });
}

void Engine::on(const ChangeLane& command) {
  edit([&](Sitting& sitting) { sitting.change(command, gesture_); });
}

void Engine::on(const SetLaneOption& command) {
  edit([&](Sitting& sitting) { sitting.set_option(command); });
}

void Engine::on(const RemoveLane& command) {
  edit([&](Sitting& sitting) { sitting.remove(command.lane); });
}

void Engine::on(const ClearEdits&) {
  edit([](Sitting& sitting) { sitting.clear(); });
}

void Engine::on(const SetSeed& command) {
  edit([&](Sitting& sitting) { sitting.set_seed(command.seed); });
}

void Engine::on(const Undo&) {
  edit([](Sitting& sitting) { sitting.undo(); });
}

void Engine::on(const Redo&) {
  edit([](Sitting& sitting) { sitting.redo(); });
}

void Engine::on(const LoadScenario& command) {
  opening_.emplace();
  opening_->file = command.file;
}

void Engine::on(const SetWhatIf& command) {
  edit([&](Sitting& sitting) { sitting.set_what_if(command.word); });
}

void Engine::on(const SaveSitting& command) {
  edit([&](Sitting& sitting) { sitting.save(command.file); });
  if (arms_ && message_.empty()) news_ = "Saved as " + command.file.string();
}

void Engine::on(const Refine& command) {
  refine_ = command.on;
  uncertain_ = command.uncertain;
}

void Engine::on(const Watch& command) { watched_ = command.measures; }

void Engine::on(const Follow& command) { stories_.follow(command); }

void Engine::on(const Explain& command) {
  if (arms_) stories_.explain(command);
}

}  // namespace trust::viz
