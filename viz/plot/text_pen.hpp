// Writes text and remembers where, so that a test can find text that is cut off or lies over other text.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

namespace trust::viz {

struct WrittenText {
  std::string text;
  ImVec2 low;
  ImVec2 high;
  ImVec2 clip_low;
  ImVec2 clip_high;
  bool scrolls;   // in a list that scrolls: may be cut off above and below
  int layer = 0;  // what lies over the window, as popups do, may hide what is written below it
};

class TextPen {
 public:
  void begin_frame() {
    written_.clear();
    layer_ = 0;
  }

  /// Writes at the upper left corner `at`.
  void write(ImDrawList* draw, ImVec2 at, ImU32 colour, std::string_view text);

  /// Remembers text that somebody else writes.
  void note(const ImDrawList* draw, ImVec2 low, ImVec2 high, std::string_view text);

  /// Until switched off: what is written may scroll out of sight.
  void scrolling(bool on) { scrolling_ = on; }

  /// What is written between the two lies over the rest.
  void raise() { ++layer_; }
  void lower() { --layer_; }

  const std::vector<WrittenText>& written() const { return written_; }

 private:
  std::vector<WrittenText> written_;
  bool scrolling_ = false;
  int layer_ = 0;
};

ImVec2 text_size(std::string_view text);

/// The text, or its beginning with an ellipsis, no wider than `width` pixels. Empty where not even that fits.
std::string fit_text(std::string_view text, float width);

}  // namespace trust::viz
