#include "viz/session/command_queue.hpp"

#include <utility>

namespace trust::viz {
namespace {

template <typename Part>
void take_over(std::optional<Part>& older, const std::optional<Part>& newer) {
  if (newer) older = newer;
}

// A newer one of the same kind stands for both, but for those that do something each time.
struct Merge {
  template <typename One, typename Other>
  std::optional<Command> operator()(const One&, const Other&) const {
    return std::nullopt;
  }
  std::optional<Command> operator()(const SeekDay&, const SeekDay& newer) const { return newer; }
  std::optional<Command> operator()(const SetSpeed&, const SetSpeed& newer) const { return newer; }
  std::optional<Command> operator()(const Watch&, const Watch& newer) const { return newer; }
  std::optional<Command> operator()(const Follow&, const Follow& newer) const { return newer; }
  std::optional<Command> operator()(const Refine&, const Refine& newer) const { return newer; }
  std::optional<Command> operator()(const SetLever& older, const SetLever& newer) const {
    return older.lever == newer.lever ? std::optional<Command>(newer) : std::nullopt;
  }
  std::optional<Command> operator()(const ChangeLane& older, const ChangeLane& newer) const {
    if (older.lane != newer.lane || older.gesture != newer.gesture) return std::nullopt;
    ChangeLane both = older;
    take_over(both.first_day, newer.first_day);
    take_over(both.last_day, newer.last_day);
    take_over(both.strength, newer.strength);
    take_over(both.on, newer.on);
    return both;
  }
};

}  // namespace

std::optional<Command> merged(const Command& older, const Command& newer) { return std::visit(Merge{}, older, newer); }

void CommandQueue::push(Order order) {
  if (!orders_.empty() && !orders_.back().task && !order.task) {
    if (auto both = merged(orders_.back().command, order.command)) {
      orders_.back() = {order.number, std::move(*both)};
      return;
    }
  }
  orders_.push_back(std::move(order));
}

void CommandQueue::push_all(CommandQueue& others) {
  while (!others.empty()) push(others.pop());
}

Order CommandQueue::pop() {
  Order first = std::move(orders_.front());
  orders_.pop_front();
  return first;
}

}  // namespace trust::viz
