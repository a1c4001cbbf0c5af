#include "viz/panels/dialogs.hpp"

#include <cctype>

#include "viz/panels/dialog_frame.hpp"

namespace trust::viz {
namespace {

constexpr float dialog_width = 560;
constexpr float help_width = 860;

struct Title {
  DialogId id;
  const char* name;  // of its control
  const char* text;
};

constexpr std::array titles{Title{DialogId::save, "dialog/save", "Save the what-if"},
                            Title{DialogId::open, "dialog/open", "Open a scenario or a what-if that was saved"},
                            Title{DialogId::exporting, "dialog/export", "Export what is shown"},
                            Title{DialogId::clear_edits, "dialog/clear", "Take back everything that you changed?"},
                            Title{DialogId::lose_edits, "dialog/lose", "What you changed is not saved"}};

const Title* title_of(DialogId id) {
  for (const Title& title : titles) {
    if (title.id == id) return &title;
  }
  return nullptr;
}

void draw_help(PanelContext& context) {
  if (!begin_dialog("dialog/help", "Keys and gestures", help_width, context)) return;
  draw_help_page(context);
  foot(button_width("Close"), context);
  if (context.controls.button("help/close", Icon::none, "Close", "Close this page (Esc, F1)"))
    context.view.help = false;
  end_dialog(context, !context.view.help);
}

}  // namespace

std::string file_stem_of(const std::string& name) {
  std::string stem;
  for (const char letter : name) {
    const auto byte = static_cast<unsigned char>(letter);
    if (std::isalnum(byte)) {
      stem += static_cast<char>(std::tolower(byte));
    } else if (!stem.empty() && stem.back() != '-') {
      stem += '-';
    }
  }
  while (!stem.empty() && stem.back() == '-') stem.pop_back();
  return stem.empty() ? "scenario" : stem;
}

void Dialogs::draw(PanelContext& context) {
  if (context.view.dialog != shown_) begin(context);
  if (picture_ && shown_ == DialogId::none) {  // the dialog itself is not to be in the picture
    context.view.picture = std::move(picture_);
    picture_.reset();
  }
  if (context.view.help && shown_ == DialogId::none) draw_help(context);
  const Title* title = title_of(shown_);
  if (!title || !begin_dialog(title->name, title->text, dialog_width, context)) return;
  draw_body(context);
  const bool close = context.view.dialog != shown_;
  end_dialog(context, close);
}

void Dialogs::draw_body(PanelContext& context) {
  if (shown_ == DialogId::save) draw_save(context);
  if (shown_ == DialogId::open) draw_open(context);
  if (shown_ == DialogId::exporting) draw_exporting(context);
  if (shown_ == DialogId::clear_edits) draw_clear_edits(context);
  if (shown_ == DialogId::lose_edits) draw_lose_edits(context);
}

void Dialogs::draw_clear_edits(PanelContext& context) {
  Controls& controls = context.controls;
  controls.paragraph("The what-if becomes the scenario again: levers, interventions and all. Undo brings it back.",
                     context.theme.text, ImGui::GetContentRegionAvail().x);
  foot(button_width("Take back") + button_width("Cancel") + ImGui::GetStyle().ItemSpacing.x, context);
  if (controls.button("clear/ok", Icon::none, "Take back", "")) {
    context.session.send(ClearEdits{});
    context.view.dialog = DialogId::none;
  }
  ImGui::SameLine();
  if (controls.button("dialog/cancel", Icon::none, "Cancel", "Nothing happens (Esc)")) {
    context.view.dialog = DialogId::none;
  }
}

void Dialogs::draw_lose_edits(PanelContext& context) {
  Controls& controls = context.controls;
  controls.paragraph(
      "Opening " + context.view.opening.filename().string() + " ends this sitting, and what you changed would be gone.",
      context.theme.text, ImGui::GetContentRegionAvail().x);
  const float gaps = 2 * ImGui::GetStyle().ItemSpacing.x;
  foot(button_width("Open all the same") + button_width("Save first") + button_width("Cancel") + gaps, context);
  if (controls.button("lose/ok", Icon::none, "Open all the same", "What you changed is lost")) {
    context.session.send(LoadScenario{context.view.opening});
    context.view.dialog = DialogId::none;
  }
  ImGui::SameLine();
  if (controls.button("lose/save", Icon::none, "Save first", "Write a file, then open the other"))
    context.view.dialog = DialogId::save;
  ImGui::SameLine();
  if (controls.button("dialog/cancel", Icon::none, "Cancel", "Nothing happens (Esc)")) {
    context.view.dialog = DialogId::none;
  }
}

}  // namespace trust::viz
