// ImGui's context with the program's font, alive as long as this object.
#pragma once

#include <string>

struct ImGuiContext;

namespace trust::viz {

class UiContext {
 public:
  /// `scale` 1: text of 15 pixels.
  explicit UiContext(float scale);
  ~UiContext();
  UiContext(const UiContext&) = delete;
  UiContext& operator=(const UiContext&) = delete;

  /// Makes the font anew, between two frames. Where OpenGL draws, its copy of the old one must go first and comes back
  /// by itself or by the frame's own doing.
  void set_scale(float scale);

  /// What to tell the user about the font: empty where the wanted one was found.
  const std::string& font_note() const { return font_note_; }

 private:
  ImGuiContext* context_;
  std::string font_note_;
};

}  // namespace trust::viz
