// The window's controls: ImGui's, each under a name. Where each one lies is remembered, so that a test can press it by
// name and no test knows a pixel.
#pragma once

#include <imgui.h>

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "viz/panels/theme.hpp"
#include "viz/plot/text_pen.hpp"
#include "viz/scene/geometry.hpp"

namespace trust::viz {

enum class Icon : std::uint8_t { none, run, pause, step, reset };

class Controls {
 public:
  void begin_frame(const Theme& theme);

  const Theme& theme() const { return *theme_; }
  TextPen& pen() { return pen_; }

  /// Where a control of the last frame lies.
  std::optional<Box> find(const std::string& name) const;
  const std::map<std::string, Box>& all() const { return places_; }

  /// Names the last ImGui item, or a rectangle.
  void name_item(const std::string& name);
  void name_box(const std::string& name, ImVec2 low, ImVec2 high);

  /// True when pressed. `width` 0: as wide as its label.
  bool button(const std::string& name, Icon icon, std::string_view label, std::string_view tip, bool enabled = true,
              float width = 0);

  /// True when another entry was chosen. Entries are named "<name>/<label>".
  bool combo(const std::string& name, float width, std::span<const std::string> labels, int& chosen);

  /// A slider with nothing printed in it. True while it is moved; Ctrl+click takes a typed number.
  bool slider(const std::string& name, float width, float& value, float low, float high);

  /// A field for one line of text. True when it changed.
  bool search(const std::string& name, float width, const char* hint, std::string& text);

  /// A heading that folds what follows. True while open.
  bool folding(const std::string& name, const std::string& label, bool open_at_first);

  /// Text at the current place; shortened to `width` pixels unless that is 0.
  void text(std::string_view text, ImU32 colour, float width = 0);
  void text(std::string_view line) { text(line, theme_->text); }
  void faint(std::string_view line, float width = 0) { text(line, theme_->faint_text, width); }

  /// Text that ends at pixel `right` of the current line.
  void text_until(float right, std::string_view line, ImU32 colour);

  /// Several lines, broken at spaces to `width` pixels.
  void paragraph(std::string_view text, ImU32 colour, float width);

  /// Shows `tip` while the last item is pointed at.
  void tip_on_hover(std::string_view tip);

 private:
  void draw_icon(Icon icon, ImVec2 middle, ImU32 colour) const;

  const Theme* theme_ = nullptr;
  TextPen pen_;
  std::map<std::string, Box> places_;
};

}  // namespace trust::viz
