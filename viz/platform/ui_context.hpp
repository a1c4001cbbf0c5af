// ImGui's context with the program's font, alive as long as this object.
#pragma once

#include <span>
#include <string>

struct ImGuiContext;

namespace trust::viz {

/// Inter, and what is taken where it is missing; each a file with the package that has it.
struct FontFile {
  const char* path;
  const char* name;
  const char* package;
};
std::span<const FontFile> usual_fonts();

class UiContext {
 public:
  /// `scale` 1: text of 15 pixels. The first of `fonts` that can be read is taken, or else ImGui's own; they have to
  /// outlive this object.
  explicit UiContext(float scale, std::span<const FontFile> fonts = usual_fonts());
  ~UiContext();
  UiContext(const UiContext&) = delete;
  UiContext& operator=(const UiContext&) = delete;

  /// Makes the font anew; call between frames. Who holds it as a texture must make that anew.
  void set_scale(float scale);

  /// What to tell the user about the font: empty where the wanted one was found.
  const std::string& font_note() const { return font_note_; }

 private:
  std::span<const FontFile> fonts_;
  ImGuiContext* context_;
  std::string font_note_;
};

}  // namespace trust::viz
