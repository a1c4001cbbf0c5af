// A session without a thread: a command is done when send() returns. For pictures, which must not depend on time, and
// for tests.
#pragma once

#include "viz/session/engine.hpp"

namespace trust::viz {

class DirectSession final : public SessionPort {
 public:
  /// Where replicates are asked for, latest() runs that many of them.
  static constexpr int usual_replicates = 64;

  explicit DirectSession(std::size_t budget_bytes = Engine::usual_budget) : engine_(budget_bytes) {}

  void refine_with(int replicates) { replicates_ = replicates; }

  std::uint64_t send(Command command) override {
    finish();
    engine_.apply(command);
    finish();
    return ++sent_;
  }

  const Snapshot& latest() override {
    finish();
    refine();
    engine_.fill(snapshot_);
    snapshot_.commands_done = sent_;
    return snapshot_;
  }

  /// What is told to the engine itself is done by the next latest() or send().
  Engine& engine() { return engine_; }

  /// Carries out all that is waiting, for those who look at the engine itself.
  void finish() {
    while (engine_.working()) engine_.work();
  }

 private:
  void refine() {
    const auto job = engine_.refine_job();
    if (!job || (refined_ && refined_->edition == job->edition && refined_->uncertain == job->uncertain &&
                 refined_->watched == job->watched)) {
      return;
    }
    refined_ = job;
    engine_.show(std::make_shared<const Refinement>(refine_at_once(*job, replicates_)));
  }

  Engine engine_;
  Snapshot snapshot_;
  std::uint64_t sent_ = 0;
  int replicates_ = usual_replicates;
  std::optional<RefineJob> refined_;
};

}  // namespace trust::viz
