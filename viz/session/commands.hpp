// What one can tell a running session, and the door through which it is told and looked at. Panels know nothing else of
// the engine: not its thread, not its batch.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <variant>

#include "viz/session/snapshot.hpp"

namespace trust::viz {

struct StartRun {};
struct Pause {};
struct Step {
  int days = 1;
};
struct SetSpeed {
  int speed;  // index into speeds()
};
struct Reset {};  // back to day 0; levers stay as the hand left them
struct SetLever {
  Lever lever;
  float value;  // for everyone, from the next day on
};
struct ResetLever {
  Lever lever;  // back to what the scenario says, from the next day on
};
struct LoadScenario {
  std::filesystem::path file;
};

using Command = std::variant<StartRun, Pause, Step, SetSpeed, Reset, SetLever, ResetLever, LoadScenario>;

/// Working days a second, slowest first. The last, infinity, is as fast as the machine can.
std::span<const double> speeds();
inline constexpr int default_speed = 2;

class SessionPort {
 public:
  virtual ~SessionPort() = default;

  /// Never waits. Returns the command's number: Snapshot::commands_done reaches it once its effect can be seen.
  virtual std::uint64_t send(Command command) = 0;

  /// The newest state; valid until the next call.
  virtual const Snapshot& latest() = 0;
};

}  // namespace trust::viz
