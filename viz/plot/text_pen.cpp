#include "viz/plot/text_pen.hpp"

namespace trust::viz {
namespace {

bool continues_a_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u; }

}  // namespace

void TextPen::write(ImDrawList* draw, ImVec2 at, ImU32 colour, std::string_view text) {
  draw->AddText(at, colour, text.data(), text.data() + text.size());
  const ImVec2 size = text_size(text);
  note(draw, at, {at.x + size.x, at.y + size.y}, text);
}

void TextPen::note(const ImDrawList* draw, ImVec2 low, ImVec2 high, std::string_view text) {
  if (text.empty()) return;
  written_.push_back(
      {std::string(text), low, high, draw->GetClipRectMin(), draw->GetClipRectMax(), scrolling_, layer_});
}

ImVec2 text_size(std::string_view text) { return ImGui::CalcTextSize(text.data(), text.data() + text.size()); }

std::string fit_text(std::string_view text, float width) {
  if (text_size(text).x <= width) return std::string(text);
  for (std::size_t length = text.size(); length-- > 1;) {
    if (continues_a_character(text[length])) continue;
    std::string shorter(text.substr(0, length));
    while (!shorter.empty() && shorter.back() == ' ') shorter.pop_back();
    shorter += "...";
    if (text_size(shorter).x <= width) return shorter;
  }
  return {};
}

}  // namespace trust::viz
