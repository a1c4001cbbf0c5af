// A session without a thread: a command is done when send() returns. For pictures, which must not depend on time, and
// for tests.
#pragma once

#include "viz/session/engine.hpp"

namespace trust::viz {

class DirectSession final : public SessionPort {
 public:
  std::uint64_t send(Command command) override {
    engine_.apply(command);
    return ++sent_;
  }

  const Snapshot& latest() override {
    engine_.fill(snapshot_);
    snapshot_.commands_done = sent_;
    return snapshot_;
  }

  Engine& engine() { return engine_; }

 private:
  Engine engine_;
  Snapshot snapshot_;
  std::uint64_t sent_ = 0;
};

}  // namespace trust::viz
