// What one can tell a running session, and the door through which it is told and looked at. Panels know nothing else of
// the engine: not its thread, not its batch.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "viz/session/snapshot.hpp"

namespace trust::viz {

// --- The day that is looked at
struct StartRun {};
struct Pause {};
struct Step {
  int days = 1;  // below 0: back
};
struct SeekDay {
  int day;
};
struct SetSpeed {
  int speed;  // index into speeds()
};
struct Reset {};  // back to day 0; nothing of the what-if is lost

// --- What the what-if is: each of these can be undone
struct SetLever {
  Lever lever;
  float value;  // for everyone, from the day after the one that is looked at
};
struct ResetLever {
  Lever lever;  // back to what the scenario says, from then on
};
struct AddIntervention {
  std::string words;                     // "KIND" or "KIND:option=value,..." as --what-if takes them
  std::vector<std::string> people = {};  // by id: whom it is about, instead of what the words say
};
/// What is absent stays as it is.
struct ChangeLane {
  std::size_t lane;
  std::optional<int> first_day;
  std::optional<int> last_day;
  std::optional<float> strength;
  std::optional<bool> on;
  std::size_t gesture = 0;  // of the hand: what two gestures change are two steps of undo
};
struct SetLaneOption {
  std::size_t lane;
  std::string key;
  std::string text;  // as a file would write it
};
struct RemoveLane {
  std::size_t lane;
};
struct ClearEdits {};
struct SetSeed {
  std::uint64_t seed;
};
struct Undo {};
struct Redo {};

// --- Files
struct LoadScenario {
  std::filesystem::path file;  // a scenario, or a sitting that was saved
};
struct SetWhatIf {
  std::string word;  // as --what-if of `trustsim compare` takes it
};
struct SaveSitting {
  std::filesystem::path file;
};

// --- What is worked out in the background
struct Refine {
  bool on = true;          // whether replicates run in the background at all
  bool uncertain = false;  // with drawn parameters too
};
struct Watch {
  std::vector<Measure> measures;  // those that curves are wanted of
};
struct Follow {
  std::string person;  // id; empty for nobody
  Arm arm = Arm::what_if;
};
struct Explain {
  std::string source, target;  // ids
  int day;
  Arm arm = Arm::what_if;
};

using Command = std::variant<StartRun, Pause, Step, SeekDay, SetSpeed, Reset, SetLever, ResetLever, AddIntervention,
                             ChangeLane, SetLaneOption, RemoveLane, ClearEdits, SetSeed, Undo, Redo, LoadScenario,
                             SetWhatIf, SaveSitting, Refine, Watch, Follow, Explain>;

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
