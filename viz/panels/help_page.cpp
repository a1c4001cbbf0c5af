#include <algorithm>

#include "viz/panels/dialogs.hpp"
#include "viz/panels/keys.hpp"

namespace trust::viz {
namespace {

// What to do on the left, what happens on the right.
void line(PanelContext& context, std::string_view what, std::string_view sentence, float left, float width) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  context.controls.text(what, context.theme.accent, left - context.theme.px(8));
  ImGui::SetCursorScreenPos({at.x + left, at.y});
  context.controls.paragraph(sentence, context.theme.text, width - left);
  ImGui::SetCursorScreenPos({at.x, ImGui::GetCursorScreenPos().y});
}

void keys(PanelContext& context, float width) {
  context.controls.faint("Keys");
  for (const KeyRow& row : key_rows()) line(context, row.text, row.sentence, context.theme.px(105), width);
}

void gestures(PanelContext& context, float width) {
  context.controls.faint("Mouse");
  for (const GestureRow& row : gesture_rows()) line(context, row.gesture, row.sentence, context.theme.px(165), width);
}

}  // namespace

void draw_help_page(PanelContext& context) {
  const float room = ImGui::GetContentRegionAvail().x;
  const float gap = context.theme.px(24);
  const bool beside = room > context.theme.px(700);
  const float width = beside ? (room - gap) / 2 : room;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::BeginGroup();  // a group's lines begin where it does
  keys(context, width);
  ImGui::EndGroup();
  const float end_of_keys = ImGui::GetCursorScreenPos().y;
  if (beside) ImGui::SetCursorScreenPos({at.x + width + gap, at.y});
  ImGui::BeginGroup();
  gestures(context, width);
  ImGui::EndGroup();
  ImGui::SetCursorScreenPos({at.x, std::max(end_of_keys, ImGui::GetCursorScreenPos().y)});
}

}  // namespace trust::viz
