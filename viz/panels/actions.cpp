#include "viz/panels/actions.hpp"

#include <algorithm>

#include "sim/calendar.hpp"
#include "viz/panels/layout.hpp"

namespace trust::viz {
namespace {

int fastest() { return static_cast<int>(speeds().size()) - 1; }

void seek_by(int days, PanelContext& context) {
  const Snapshot& now = context.snapshot;
  context.session.send(SeekDay{std::clamp(now.day + days, 0, now.days)});
}

void show_arm(ShownArm arm, PanelContext& context) {
  if (arm == ShownArm::compare && context.view.arm != arm) context.session.send(Refine{true});
  context.view.arm = arm;
}

void fold_side(PanelContext& context) {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  bool& which = is_narrow({size.x, size.y}, context.theme.scale) ? context.view.drawer : context.view.side_folded;
  which = !which;
}

void run_or_pause(PanelContext& context) {
  if (context.snapshot.running) {
    context.session.send(Pause{});
  } else {
    context.session.send(StartRun{});
  }
}

// The day that is looked at.
void move_in_time(Action action, PanelContext& context) {
  const Snapshot& now = context.snapshot;
  if (action == Action::run) run_or_pause(context);
  if (action == Action::step) context.session.send(Step{1});
  if (action == Action::step_back) context.session.send(Step{-1});
  if (action == Action::week_forward) seek_by(calendar::days_per_week, context);
  if (action == Action::week_back) seek_by(-calendar::days_per_week, context);
  if (action == Action::back) context.session.send(Reset{});
  if (action == Action::end) context.session.send(SeekDay{now.days});
  if (action == Action::faster) context.session.send(SetSpeed{now.speed + 1});
  if (action == Action::slower) context.session.send(SetSpeed{now.speed - 1});
}

void change_view(Action action, PanelContext& context) {
  ViewState& view = context.view;
  if (action == Action::baseline) show_arm(ShownArm::baseline, context);
  if (action == Action::what_if) show_arm(ShownArm::what_if, context);
  if (action == Action::compare) show_arm(ShownArm::compare, context);
  if (action == Action::save) view.dialog = DialogId::save;
  if (action == Action::exporting) view.dialog = DialogId::exporting;
  if (action == Action::open) view.dialog = DialogId::open;
  if (action == Action::theme) view.dark = !view.dark;
  if (action == Action::tour) view.tour = !view.tour;
  if (action == Action::fold_levers) view.levers_folded = !view.levers_folded;
  if (action == Action::fold_side) fold_side(context);
  if (action == Action::help) view.help = !view.help;
}

std::string sentence_of(Action action) {
  for (const KeyRow& row : key_rows()) {
    if (row.action == action) return std::string(row.sentence);
  }
  return "Trust in ten minutes: a guided way through the model.";  // the one action without a key
}

}  // namespace

bool can(Action action, const PanelContext& context) {
  const Snapshot& now = context.snapshot;
  switch (action) {
    case Action::run:
      return now.ready() && (now.running || !now.finished());
    case Action::step:
      return now.ready() && !now.running && !now.finished();
    case Action::step_back:
      return now.ready() && !now.running && now.day > 0;
    case Action::week_forward:
    case Action::end:
      return now.ready() && !now.finished();
    case Action::week_back:
      return now.ready() && now.day > 0;
    case Action::back:
    case Action::exporting:
    case Action::save:
      return now.ready();
    case Action::faster:
      return now.ready() && now.speed < fastest();
    case Action::slower:
      return now.ready() && now.speed > 0;
    case Action::undo:
      return !now.sitting.undo.empty();
    case Action::redo:
      return !now.sitting.redo.empty();
    default:
      return true;
  }
}

void perform(Action action, PanelContext& context) {
  if (!can(action, context)) return;
  if (action == Action::undo) context.session.send(Undo{});
  if (action == Action::redo) context.session.send(Redo{});
  move_in_time(action, context);
  change_view(action, context);
}

void handle_keys(PanelContext& context) {
  const bool covered = ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
  if (ImGui::GetIO().WantTextInput || context.view.dialog != DialogId::none) return;
  if (covered && !context.view.help) return;
  for (const KeyRow& row : key_rows()) {
    if (context.view.help && row.action != Action::help) continue;
    if (row.action != Action::close && pressed(row)) perform(row.action, context);
  }
}

std::string tip_of(Action action, const PanelContext& context) {
  const SittingState& sitting = context.snapshot.sitting;
  const std::string keys = keys_of(action);
  if (action == Action::undo && !sitting.undo.empty()) return "Take back: " + sitting.undo + keys;
  if (action == Action::undo) return "Nothing was changed yet" + keys;
  if (action == Action::redo && !sitting.redo.empty()) return "Make again: " + sitting.redo + keys;
  if (action == Action::redo) return "Nothing was taken back" + keys;
  if (action == Action::run && context.snapshot.ready() && context.snapshot.finished()) {
    return "The scenario ends here. Back to day 0: " + key_names(Action::back);
  }
  std::string sentence = sentence_of(action);
  sentence.pop_back();
  return sentence + keys;
}

void open_file(const std::filesystem::path& file, PanelContext& context) {
  if (context.snapshot.sitting.unsaved) {
    context.view.opening = file;
    context.view.dialog = DialogId::lose_edits;
  } else {
    context.view.dialog = DialogId::none;
    context.session.send(LoadScenario{file});
  }
}

}  // namespace trust::viz
