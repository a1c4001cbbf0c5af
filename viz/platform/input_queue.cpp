#include "viz/platform/input_queue.hpp"

#include <algorithm>
#include <set>

namespace trust::viz {
namespace {

// What has happened in a frame so far: things of different sorts never share a frame.
enum class Effect { none, text, command, button, wheel, focus };

bool is_text(const Input& input) {
  return input.kind == InputKind::character ||
         (input.kind == InputKind::key && input.role == KeyRole::text && input.down);
}

bool is_modifier(const Input& input) {
  return input.kind == InputKind::key && input.role != KeyRole::text && input.role != KeyRole::command;
}

}  // namespace

// The part of the queue that a frame takes.
struct InputQueue::Portion {
  bool typing;
  bool opening;
  Effect effect = Effect::none;
  bool character = false;
  std::set<int> keys{};  // that changed

  // Whether the frame may take one more. `commands`: Ctrl is held, so that a text key is a command.
  bool takes(const Input& input, bool commands) const {
    if (opening && !typing && is_text(input)) return false;
    switch (input.kind) {
      case InputKind::key:
        return takes_key(input, commands);
      case InputKind::character:
        return effect == Effect::none || (effect == Effect::text && (typing || !character));
      case InputKind::pointer:
        return effect == Effect::none || effect == Effect::text;
      case InputKind::wheel:
        return effect == Effect::none || effect == Effect::wheel;
      case InputKind::button:
      case InputKind::focus:
        return effect == Effect::none;
    }
    return false;
  }

  void add(const Input& input, bool commands) {
    if (input.kind == InputKind::key) keys.insert(input.code);
    character = character || input.kind == InputKind::character;
    effect = std::max(effect, effect_of(input, commands));
  }

 private:
  static Effect effect_of(const Input& input, bool commands) {
    switch (input.kind) {
      case InputKind::key:
        if (!input.down || is_modifier(input)) return Effect::none;
        return input.role == KeyRole::text && !commands ? Effect::text : Effect::command;
      case InputKind::character:
        return Effect::text;
      case InputKind::button:
        return Effect::button;
      case InputKind::wheel:
        return Effect::wheel;
      case InputKind::focus:
        return Effect::focus;
      case InputKind::pointer:
        break;
    }
    return Effect::none;
  }

  bool takes_key(const Input& input, bool commands) const {
    // Typed text is its characters: how its keys go up and down does not matter.
    const bool spells = input.role == KeyRole::text || input.role == KeyRole::shift;
    if (typing && spells && !commands && effect <= Effect::text) return true;
    if (keys.contains(input.code)) return false;
    if (input.down || is_modifier(input)) return effect == Effect::none;
    return true;  // a key let go does nothing
  }
};

bool InputQueue::commands() const {
  const auto holds = [&](KeyRole role) {
    return std::any_of(held_.begin(), held_.end(), [&](const auto& held) { return held.second == role; });
  };
  return (holds(KeyRole::control) || holds(KeyRole::super)) && !holds(KeyRole::alt);  // both: AltGr, which spells
}

void InputQueue::note(const Input& input) {
  if (input.kind == InputKind::focus) held_.clear();
  if (!is_modifier(input)) return;
  if (input.down) {
    held_[input.code] = input.role;
  } else {
    held_.erase(input.code);
  }
}

std::vector<Input> InputQueue::next(bool typing) {
  Portion portion{typing, opening_ > 0};
  std::vector<Input> taken;
  while (!waiting_.empty() && portion.takes(waiting_.front(), commands())) {
    const Input input = waiting_.front();
    waiting_.pop_front();
    portion.add(input, commands());
    note(input);
    taken.push_back(input);
  }
  opening_ = portion.effect == Effect::button ? opening : std::max(0, opening_ - 1);
  return taken;
}

}  // namespace trust::viz
