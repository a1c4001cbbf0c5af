// A session on its own thread, so that nothing that the engine does can make the window wait: commands go in by a
// queue, copies of its state come out through three snapshots that change hands. Replicates run on a thread of theirs.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>

#include "viz/session/command_queue.hpp"
#include "viz/session/engine.hpp"
#include "viz/session/refiner.hpp"

namespace trust::viz {

class Session final : public SessionPort {
 public:
  /// `on_news` is called on the engine's thread whenever there is a newer snapshot; it must not wait for latest().
  explicit Session(std::function<void()> on_news, std::size_t budget_bytes = Engine::usual_budget);
  ~Session() override;

  /// Starts with a scenario that is read already; its organisation is made on the engine's thread.
  void load(Scenario scenario);

  std::uint64_t send(Command command) override;
  const Snapshot& latest() override;

 private:
  void work(const std::stop_token& stop);
  bool take_orders(const std::stop_token& stop);
  bool carry_out_orders();
  bool take_refinement();
  void keep_pace();
  void direct_refiner();
  bool is_looked_at();
  void publish();

  std::function<void()> on_news_;

  std::mutex mutex_;  // guards what several threads touch:
  std::condition_variable_any wake_;
  CommandQueue orders_;
  std::uint64_t sent_ = 0;
  bool refined_ = false;  // the refiner has news
  Snapshot ready_;
  bool fresh_ = false;  // `ready_` was not looked at yet

  Snapshot front_;  // the looker's own

  Refiner refiner_;  // its thread says only that there is news

  Engine engine_;  // the engine thread's own, as is all below
  Snapshot back_;
  CommandQueue in_hand_;
  std::uint64_t taken_ = 0;  // the last command that the engine knows of
  std::uint64_t done_ = 0;   // ... and whose effect can be seen
  std::optional<RefineJob> job_;
  std::chrono::steady_clock::time_point next_day_;

  std::jthread thread_;  // last: it must end before the rest goes
};

}  // namespace trust::viz
