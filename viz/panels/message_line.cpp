#include "viz/panels/message_line.hpp"

#include <algorithm>
#include <array>

namespace trust::viz {
namespace {

constexpr std::size_t most_lines = 4;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  if (lines.size() <= most_lines) return lines;
  const std::size_t left = lines.size() - most_lines + 1;
  lines.resize(most_lines - 1);
  lines.push_back("... and " + std::to_string(left) + " more lines: rest the pointer here to read them");
  return lines;
}

}  // namespace

// What went wrong first, then what the window did, then what the engine did.
void MessageLine::take(const Snapshot& snapshot, const ViewState& view) {
  const std::array<std::string, 3> candidates{snapshot.message, view.news, snapshot.news};
  std::erase_if(closed_, [&](const std::string& text) {
    return std::find(candidates.begin(), candidates.end(), text) == candidates.end();
  });
  const auto found = std::find_if(candidates.begin(), candidates.end(), [&](const std::string& text) {
    return !text.empty() && std::find(closed_.begin(), closed_.end(), text) == closed_.end();
  });
  text_ = found == candidates.end() ? "" : *found;
  bad_ = found == candidates.begin();
  shown_ = lines_of(text_);
}

void MessageLine::draw(PanelContext& context) {
  Controls& controls = context.controls;
  const float side = ImGui::GetTextLineHeight() * 1.25F;
  const float room = ImGui::GetContentRegionAvail().x - side - context.theme.px(10);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, context.theme.px(5)});
  ImGui::BeginGroup();
  for (const std::string& line : shown_) controls.text(line, bad_ ? context.theme.change : context.theme.text, room);
  ImGui::EndGroup();
  ImGui::PopStyleVar();
  controls.name_item("message");
  controls.tip_on_hover(text_);
  ImGui::SetCursorScreenPos({at.x + room + context.theme.px(10), at.y - context.theme.px(2)});
  if (controls.icon_button("message/close", Icon::close, "Hide this", true, side)) closed_.push_back(text_);
}

}  // namespace trust::viz
