// Saving and opening: which file, where it lies, and what is there already.
#include <algorithm>

#include "viz/panels/actions.hpp"
#include "viz/panels/dialog_frame.hpp"
#include "viz/panels/dialogs.hpp"

namespace trust::viz {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files_listed = 200;

std::vector<fs::path> scenario_files_here() {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(fs::current_path(error), error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ".toml" && files.size() < most_files_listed) {
      files.push_back(entry->path().filename());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

// Whoever typed a name means it.
bool enter_pressed() {
  return ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false) ||
         ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_KeyPadEnter), false);
}

std::string proposal(DialogId dialog, const Snapshot& now) {
  const std::string stem = file_stem_of(now.scenario);
  if (dialog == DialogId::exporting) return stem + "-day-" + std::to_string(now.day);
  if (dialog != DialogId::save) return "";
  const bool saved_before = !now.sitting.file.empty() && now.sitting.file != now.sitting.baseline_file;
  return saved_before ? now.sitting.file : stem + "-what-if.toml";
}

}  // namespace

// Prepares what was asked for.
void Dialogs::begin(PanelContext& context) {
  shown_ = context.view.dialog;
  name_ = proposal(shown_, context.snapshot);
  looked_at_.clear();
  exists_ = is_baseline_ = asked_ = false;
  if (shown_ == DialogId::open) here_ = scenario_files_here();
}

// Where the typed name would lie, and whether there is something already; once for every name.
void Dialogs::look_at_file(const PanelContext& context) {
  if (name_ == looked_at_) return;
  looked_at_ = name_;
  asked_ = false;
  std::error_code error;
  file_ = fs::absolute(name_, error).lexically_normal();
  if (shown_ == DialogId::save && file_.extension() != ".toml") file_ += ".toml";
  exists_ = !name_.empty() && fs::exists(file_, error);
  has_folder_ = fs::is_directory(file_.parent_path(), error);
  const fs::path& baseline = context.snapshot.sitting.baseline_file;
  is_baseline_ = exists_ && !baseline.empty() && fs::equivalent(file_, baseline, error);
}

void Dialogs::say_where(PanelContext& context) {
  Controls& controls = context.controls;
  const float width = ImGui::GetContentRegionAvail().x;
  const std::string folder = file_.parent_path().string();
  if (name_.empty()) return controls.faint("Type a name.", width);
  if (has_folder_) return controls.faint("Will lie in " + folder, width);
  controls.text("There is no folder " + folder, context.theme.change, width);
}

void Dialogs::draw_save(PanelContext& context) {
  Controls& controls = context.controls;
  const float width = ImGui::GetContentRegionAvail().x;
  look_at_file(context);
  controls.paragraph(
      "A scenario file with your changes, which names the scenario that it is compared with. The "
      "command line runs it too.",
      context.theme.faint_text, width);
  controls.search("save/file", width, "Name of the file", name_);
  look_at_file(context);
  say_where(context);
  if (is_baseline_) {
    controls.text("That is the scenario itself: choose another name.", context.theme.change, width);
  } else if (exists_) {
    controls.text("There is such a file already.", context.theme.change, width);
  }
  save_buttons(context);
}

// Replacing a file takes a second press.
void Dialogs::save_buttons(PanelContext& context) {
  Controls& controls = context.controls;
  const char* label = asked_ ? "Yes, replace it" : "Save";
  foot(button_width(label) + button_width("Cancel") + ImGui::GetStyle().ItemSpacing.x, context);
  const bool good = names_a_place() && !is_baseline_;
  const bool pressed =
      controls.button(asked_ ? "save/replace" : "save/ok", Icon::none, label, "Writes this file (Enter)", good);
  if (pressed || (good && enter_pressed())) {
    if (exists_ && !asked_) {
      asked_ = true;
    } else {
      context.session.send(SaveSitting{file_});
      context.view.dialog = DialogId::none;
    }
  }
  ImGui::SameLine();
  if (controls.button("dialog/cancel", Icon::none, "Cancel", "Nothing is written (Esc)")) {
    context.view.dialog = DialogId::none;
  }
}

void Dialogs::draw_open(PanelContext& context) {
  Controls& controls = context.controls;
  const float width = ImGui::GetContentRegionAvail().x;
  if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
  controls.search("open/file", width, "Path of a file, or choose one below", name_);
  look_at_file(context);
  const float height = std::min(static_cast<float>(here_.size()), 8.0F) * ImGui::GetFrameHeightWithSpacing();
  if (height > 0 && ImGui::BeginChild("##files", {0, height}, false, ImGuiWindowFlags_NoNav)) {
    for (const fs::path& file : here_) {
      if (controls.menu_item("open/" + file.string(), Icon::none, file.string(), "")) name_ = file.string();
    }
  }
  if (height > 0) ImGui::EndChild();
  if (here_.empty()) controls.faint("There are no scenario files in the working folder.", width);
  if (!name_.empty() && !exists_) controls.text("There is no such file.", context.theme.change, width);
  foot(button_width("Open") + button_width("Cancel") + ImGui::GetStyle().ItemSpacing.x, context);
  const bool pressed = controls.button("open/ok", Icon::none, "Open", "Opens this file (Enter)", exists_);
  if (pressed || (exists_ && enter_pressed())) open_file(file_, context);
  ImGui::SameLine();
  if (controls.button("dialog/cancel", Icon::none, "Cancel", "Nothing is opened (Esc)")) {
    context.view.dialog = DialogId::none;
  }
}

}  // namespace trust::viz
