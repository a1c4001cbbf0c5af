#include "viz/session/engine.hpp"

#include <algorithm>

namespace trust::viz {
namespace {

// Many mistakes in one line: the first, and how many more there are.
std::string in_one_line(const InputError& error) {
  const auto& problems = error.problems();
  if (problems.empty()) return error.what();
  std::string line = to_string(problems.front());
  if (problems.size() > 1) line += "  (and " + std::to_string(problems.size() - 1) + " more)";
  return line;
}

}  // namespace

void Engine::apply(const Command& command) {
  std::visit([this](const auto& what) { on(what); }, command);
}

void Engine::load(Scenario scenario) {
  running_ = false;
  try {
    runner_ = std::make_unique<Runner>(std::move(scenario));
    message_.clear();
    ++runs_;
  } catch (const InputError& error) {
    message_ = in_one_line(error);  // the run before goes on
  } catch (const std::exception& error) {
    message_ = std::string("This organisation cannot be run: ") + error.what();
  }
}

void Engine::on(const LoadScenario& command) {
  try {
    load(load_scenario(command.file));
  } catch (const InputError& error) {
    message_ = in_one_line(error);
  }
}

void Engine::advance() {
  if (!runner_) return;
  runner_->step();
  if (runner_->finished()) running_ = false;
}

void Engine::on(const StartRun&) { running_ = runner_ && !runner_->finished(); }

void Engine::on(const Step& step) {
  for (int i = 0; runner_ && i < step.days; ++i) runner_->step();
}

void Engine::on(const SetSpeed& command) {
  speed_ = std::clamp(command.speed, 0, static_cast<int>(speeds().size()) - 1);
}

void Engine::on(const Reset&) {
  running_ = false;
  if (runner_) runner_->reset();
}

void Engine::on(const SetLever& command) {
  if (runner_) runner_->set_lever(command.lever, command.value);
}

void Engine::on(const ResetLever& command) {
  if (runner_) runner_->reset_lever(command.lever);
}

void Engine::fill(Snapshot& snapshot) const {
  snapshot.phase = runner_            ? Snapshot::Phase::ready
                   : message_.empty() ? Snapshot::Phase::loading
                                      : Snapshot::Phase::failed;
  snapshot.message = message_;
  snapshot.running = running_;
  snapshot.speed = speed_;
  snapshot.run = snapshot.edition = runs_;
  if (runner_) runner_->fill(snapshot);
}

}  // namespace trust::viz
