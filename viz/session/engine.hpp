// What a session does with commands, whatever thread it lives on.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "viz/session/commands.hpp"
#include "viz/session/runner.hpp"

namespace trust::viz {

class Engine {
 public:
  /// Carries out a command. Never throws for what a user can do wrong: the snapshot's message says it.
  void apply(const Command& command);

  /// Starts with a scenario that is read already; as LoadScenario otherwise.
  void load(Scenario scenario);

  /// One day of a running session; pauses at the scenario's end.
  void advance();

  bool running() const { return running_; }
  double days_per_second() const { return speeds()[static_cast<std::size_t>(speed_)]; }

  /// The run, once a scenario is loaded.
  const Runner* runner() const { return runner_.get(); }

  /// Writes all that is known into `snapshot` (all but commands_done).
  void fill(Snapshot& snapshot) const;

 private:
  void on(const StartRun&);
  void on(const Pause&) { running_ = false; }
  void on(const Step& step);
  void on(const SetSpeed& command);
  void on(const Reset&);
  void on(const SetLever& command);
  void on(const ResetLever& command);
  void on(const LoadScenario& command);
  template <typename Other>
  void on(const Other&) {}

  std::unique_ptr<Runner> runner_;
  std::uint64_t runs_ = 0;
  bool running_ = false;
  int speed_ = default_speed;
  std::string message_;
};

}  // namespace trust::viz
