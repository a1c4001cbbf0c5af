#include "viz/panels/keys.hpp"

#include <imgui.h>

#include <array>

namespace trust::viz {
namespace {

// ImGui 1.86 gives names to some keys only; the others have the numbers that the window system gives them: letters
// those of ASCII, function keys from 290 on.
constexpr int function_1 = 290;

// Keys that ImGui names are kept below 0, since their numbers are known at run time only.
constexpr int named(ImGuiKey key) { return -1 - key; }

constexpr KeyRow on_key(Action action, int key, bool repeats, std::string_view text, std::string_view sentence) {
  return {action, key, 0, false, false, repeats, text, sentence};
}

constexpr KeyRow on_letter(Action action, char letter, std::string_view text, std::string_view sentence) {
  return {action, 0, letter, false, false, false, text, sentence};
}

constexpr KeyRow with_control(Action action, char key, std::string_view text, std::string_view sentence) {
  return {action, key, 0, true, false, false, text, sentence};
}

constexpr std::array rows{
    on_key(Action::run, named(ImGuiKey_Space), false, "Space", "Run, or pause."),
    on_key(Action::step, named(ImGuiKey_RightArrow), true, "Right", "One working day on."),
    on_key(Action::step_back, named(ImGuiKey_LeftArrow), true, "Left", "One working day back."),
    on_key(Action::week_forward, named(ImGuiKey_PageDown), true, "Page down", "A week on."),
    on_key(Action::week_back, named(ImGuiKey_PageUp), true, "Page up", "A week back."),
    on_key(Action::back, named(ImGuiKey_Home), false, "Home", "Back to day 0; nothing that you changed is lost."),
    on_key(Action::end, named(ImGuiKey_End), false, "End", "To the last day."),
    on_letter(Action::faster, '+', "+", "Run faster."),
    KeyRow{Action::faster, 0, '=', false, false, false, "=", "Run faster, too: where + needs Shift."},
    on_letter(Action::slower, '-', "-", "Run slower."),
    on_letter(Action::baseline, '1', "1", "Show the baseline: the scenario as its file has it."),
    on_letter(Action::what_if, '2', "2", "Show the what-if: the scenario with what you changed."),
    on_letter(Action::compare, '3', "3", "Compare the two, with bands from many replicates."),
    with_control(Action::undo, 'Z', "Ctrl+Z", "Take the last change back."),
    with_control(Action::redo, 'Y', "Ctrl+Y", "Make it again."),
    KeyRow{Action::redo, 'Z', 0, true, true, false, "Ctrl+Shift+Z", "Make it again, too."},
    with_control(Action::save, 'S', "Ctrl+S", "Save the what-if as a file that the command line can run."),
    with_control(Action::exporting, 'E', "Ctrl+E", "Export pictures and numbers of what is shown."),
    with_control(Action::open, 'O', "Ctrl+O", "Open a scenario, or a what-if that was saved."),
    on_letter(Action::theme, 'd', "D", "Light or dark."),
    on_key(Action::fold_levers, named(ImGuiKey_Tab), false, "Tab", "Fold the levers away, or bring them back."),
    KeyRow{Action::fold_side, named(ImGuiKey_Tab), 0, false, true, false, "Shift+Tab",
           "Fold the right column away, or bring it back."},
    on_key(Action::help, function_1, false, "F1", "This page."),
    on_key(Action::close, named(ImGuiKey_Escape), false, "Esc",
           "Close what is open on top; bring a maximised panel back to its place."),
};

constexpr std::array gestures{
    GestureRow{"Drag the black line", "Look at another day. A press anywhere on a plot brings the line there."},
    GestureRow{"Wheel", "Zoom at the pointer: into the network, or into the days of the plots."},
    GestureRow{"Drag the background", "Move what you zoomed into."},
    GestureRow{"Double click", "Show everything again; on the head of a panel: maximise it."},
    GestureRow{"Click a person", "Follow that person: values, ties and what happened."},
    GestureRow{"Ctrl+click a person", "Mark them, or let go: an intervention can be about those who are marked."},
    GestureRow{"Drag a lane", "Move an intervention; drag its ends to stretch it."},
    GestureRow{"Right click a lane", "Its options, its strength; switch it off, or remove it (Delete)."},
    GestureRow{"Right drag, Shift+drag", "On plots: move the days. Ctrl+drag: zoom into a box."},
    GestureRow{"Right click a lever", "Back to what the scenario says."},
    GestureRow{"Click a lever's number", "Type a value."},
    GestureRow{"Drag between panels", "Make them larger or smaller; double click: as at first."},
    GestureRow{"Rest on anything", "A tip says what it is, and which key does it."},
};

bool letter_typed(char letter) {
  for (const ImWchar typed : ImGui::GetIO().InputQueueCharacters) {
    const ImWchar small = typed >= 'A' && typed <= 'Z' ? static_cast<ImWchar>(typed - 'A' + 'a') : typed;
    if (small == static_cast<ImWchar>(letter)) return true;
  }
  return false;
}

}  // namespace

std::span<const KeyRow> key_rows() { return rows; }
std::span<const GestureRow> gesture_rows() { return gestures; }

bool pressed(const KeyRow& row) {
  const ImGuiIO& io = ImGui::GetIO();
  if (row.letter != 0) return !io.KeyCtrl && !io.KeyAlt && letter_typed(row.letter);
  if (io.KeyCtrl != row.control || io.KeyShift != row.shift || io.KeyAlt) return false;
  return ImGui::IsKeyPressed(row.key < 0 ? ImGui::GetKeyIndex(-1 - row.key) : row.key, row.repeats);
}

std::string key_names(Action action) {
  std::string names;
  for (const KeyRow& row : rows) {
    if (row.action == action) names += (names.empty() ? "" : ", ") + std::string(row.text);
  }
  return names;
}

std::string keys_of(Action action) {
  const std::string names = key_names(action);
  return names.empty() ? "" : " (" + names + ")";
}

}  // namespace trust::viz
