// Commands on their way to the engine. Of the moves of one gesture only the last matters, however many there were.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>

#include "viz/session/commands.hpp"

namespace trust::viz {

class Engine;

struct Order {
  std::uint64_t number = 0;
  Command command;
  std::function<void(Engine&)> task = {};  // instead of the command, where set
};

/// One command that does what both do one after the other, where there is one: the same lever, lane, day, ... again.
std::optional<Command> merged(const Command& older, const Command& newer);

class CommandQueue {
 public:
  /// Behind all others, or in the last one's place where both are one. Never drops what is not done by another.
  void push(Order order);
  void push_all(CommandQueue& others);  // which is empty afterwards

  bool empty() const { return orders_.empty(); }
  Order pop();

 private:
  std::deque<Order> orders_;
};

}  // namespace trust::viz
