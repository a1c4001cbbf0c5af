// A session on its own thread, so that nothing that the engine does can make the window wait: commands go in by a
// queue, copies of its state come out through three snapshots that change hands.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "viz/session/engine.hpp"

namespace trust::viz {

class Session final : public SessionPort {
 public:
  /// `on_news` is called on the engine's thread whenever there is a newer snapshot; it must not wait for latest().
  explicit Session(std::function<void()> on_news);
  ~Session() override;

  /// Starts with a scenario that is read already; its organisation is made on the engine's thread.
  void load(Scenario scenario);

  std::uint64_t send(Command command) override;
  const Snapshot& latest() override;

 private:
  using Task = std::function<void(Engine&)>;
  struct Order {
    std::uint64_t number;
    Command command;
    Task task;  // instead of the command, where set
  };

  void work(const std::stop_token& stop);
  bool take_orders(const std::stop_token& stop);
  void keep_pace();
  void publish();

  std::function<void()> on_news_;

  std::mutex mutex_;  // guards what both threads touch:
  std::condition_variable_any wake_;
  std::deque<Order> orders_;
  std::uint64_t sent_ = 0;
  Snapshot ready_;
  bool fresh_ = false;  // `ready_` was not looked at yet

  Snapshot front_;  // the looker's own

  Engine engine_;  // the engine thread's own, as is all below
  Snapshot back_;
  std::uint64_t done_ = 0;
  std::deque<Order> in_hand_;
  std::chrono::steady_clock::time_point next_day_;

  std::jthread thread_;  // last: it must end before the rest goes
};

}  // namespace trust::viz
