#include "viz/session/session.hpp"

#include <cmath>
#include <utility>

namespace trust::viz {
namespace {

using Clock = std::chrono::steady_clock;

Clock::duration day_length(double days_per_second) {
  if (std::isinf(days_per_second)) return Clock::duration::zero();
  return std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(1 / days_per_second));
}

}  // namespace

Session::Session(std::function<void()> on_news, std::size_t budget_bytes)
    : on_news_(std::move(on_news)),
      refiner_([this] {
        const std::lock_guard lock(mutex_);
        refined_ = true;
        wake_.notify_one();
      }),
      engine_(budget_bytes),
      thread_([this](const std::stop_token& stop) { work(stop); }) {}

Session::~Session() = default;

void Session::load(Scenario scenario) {
  const std::lock_guard lock(mutex_);
  orders_.push({++sent_, Pause{}, [held = std::move(scenario)](Engine& engine) { engine.load(held); }});
  wake_.notify_one();
}

std::uint64_t Session::send(Command command) {
  const std::lock_guard lock(mutex_);
  orders_.push({++sent_, std::move(command)});
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
    bool is_news = carry_out_orders();
    is_news |= take_refinement();
    keep_pace();
    if (engine_.opening()) publish();  // what takes its time is announced first
    if (engine_.working()) engine_.work();
    direct_refiner();
    if (engine_.settled()) done_ = taken_;
    // Days are made faster than anybody looks: copies that nobody takes are not made.
    if (is_news || is_looked_at() || !(engine_.working() || engine_.running())) publish();
  }
}

// Waits for a command or for news where there is nothing to do, or until the next day of a session that runs. False at
// the end of the session.
bool Session::take_orders(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  const auto woken = [this] { return !orders_.empty() || refined_; };
  if (!engine_.working() && in_hand_.empty()) {
    if (engine_.running()) {
      wake_.wait_until(lock, stop, next_day_, woken);
    } else {
      wake_.wait(lock, stop, woken);
      next_day_ = Clock::now();
    }
  }
  in_hand_.push_all(orders_);
  return !stop.stop_requested();
}

// Commands that came after a file was opened are about that file, and wait for it.
bool Session::carry_out_orders() {
  const bool any = !in_hand_.empty();
  while (!in_hand_.empty() && !engine_.opening()) {
    const Order order = in_hand_.pop();
    order.task ? order.task(engine_) : engine_.apply(order.command);
    taken_ = order.number;
  }
  return any;
}

bool Session::take_refinement() {
  {
    const std::lock_guard lock(mutex_);
    if (!std::exchange(refined_, false)) return false;
  }
  engine_.show(refiner_.latest());
  return true;
}

void Session::keep_pace() {
  const auto now = Clock::now();
  if (!engine_.running() || !engine_.ready_for_next_day() || now < next_day_) return;
  engine_.advance();
  next_day_ = std::max(next_day_ + day_length(engine_.days_per_second()), now);
}

void Session::direct_refiner() {
  auto job = engine_.refine_job();
  const bool same = job && job_ && job->edition == job_->edition && job->uncertain == job_->uncertain;
  if (job && !same) {
    refiner_.start(*job);
  } else if (job && job->watched != job_->watched) {
    refiner_.watch(job->watched);
  } else if (!job && job_) {
    refiner_.stop();
  }
  job_ = std::move(job);
}

bool Session::is_looked_at() {
  const std::lock_guard lock(mutex_);
  return !fresh_;
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
