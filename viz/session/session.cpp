#include "viz/session/session.hpp"

#include <chrono>
#include <cmath>
#include <utility>

namespace trust::viz {
namespace {

using Clock = std::chrono::steady_clock;

// While a slider is dragged only its last place matters.
bool replaces(const Command& newer, const Command& older) {
  const auto* now = std::get_if<SetLever>(&newer);
  const auto* before = std::get_if<SetLever>(&older);
  return now && before && now->lever == before->lever;
}

Clock::duration day_length(double days_per_second) {
  if (std::isinf(days_per_second)) return Clock::duration::zero();
  return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(1 / days_per_second));
}

}  // namespace

Session::Session(std::function<void()> on_news)
    : on_news_(std::move(on_news)), thread_([this](const std::stop_token& stop) { work(stop); }) {}

Session::~Session() = default;

void Session::load(Scenario scenario) {
  const std::lock_guard lock(mutex_);
  orders_.push_back({++sent_, Pause{}, [held = std::move(scenario)](Engine& engine) { engine.load(held); }});
  wake_.notify_one();
}

std::uint64_t Session::send(Command command) {
  const std::lock_guard lock(mutex_);
  ++sent_;
  if (!orders_.empty() && !orders_.back().task && replaces(command, orders_.back().command)) {
    orders_.back() = {sent_, std::move(command), {}};
  } else {
    orders_.push_back({sent_, std::move(command), {}});
  }
  wake_.notify_one();
  return sent_;
}

const Snapshot& Session::latest() {
  const std::lock_guard lock(mutex_);
  if (fresh_) std::swap(front_, ready_);
  fresh_ = false;
  return front_;
}

void Session::work(const std::stop_token& stop) {
  while (take_orders(stop)) {
    const bool commanded = !in_hand_.empty();
    for (const Order& order : std::exchange(in_hand_, {})) {
      order.task ? order.task(engine_) : engine_.apply(order.command);
      done_ = order.number;
    }
    if (engine_.running()) keep_pace();
    bool looked_at;
    {
      const std::lock_guard lock(mutex_);
      looked_at = !fresh_;
    }
    // A run at full speed makes days faster than anybody looks: copies that nobody takes are not made.
    if (commanded || looked_at || !engine_.running()) publish();
  }
}

// Waits for a command, or for the time of the next day where one is running. False at the end of the session.
bool Session::take_orders(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  const auto ordered = [this] { return !orders_.empty(); };
  if (engine_.running()) {
    wake_.wait_until(lock, stop, next_day_, ordered);
  } else {
    wake_.wait(lock, stop, ordered);
    next_day_ = Clock::now();
  }
  in_hand_ = std::exchange(orders_, {});
  return !stop.stop_requested();
}

void Session::keep_pace() {
  const auto now = Clock::now();
  if (now < next_day_) return;
  engine_.advance();
  next_day_ = std::max(next_day_ + day_length(engine_.days_per_second()), now);
}

void Session::publish() {
  engine_.fill(back_);
  back_.commands_done = done_;
  {
    const std::lock_guard lock(mutex_);
    std::swap(back_, ready_);
    fresh_ = true;
  }
  on_news_();
}

}  // namespace trust::viz
