// The window's controls: ImGui's, each under a name. Where each one lies is remembered, so that a test can press it by
// name and no test knows a pixel.
#pragma once

#include <imgui.h>

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "viz/panels/icons.hpp"
#include "viz/panels/theme.hpp"
#include "viz/plot/text_pen.hpp"
#include "viz/scene/geometry.hpp"

namespace trust::viz {

/// One of several things of which one is chosen.
struct Choice {
  std::string key;  // its control is named "<name>/<key>"
  std::string label;
  std::string tip;
};

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

  // --- Buttons

  /// True when pressed. `width` 0: as wide as its label.
  bool button(const std::string& name, Icon icon, std::string_view label, std::string_view tip, bool enabled = true,
              float width = 0);

  /// A square button with a sign alone; `side` 0: as high as other buttons.
  bool icon_button(const std::string& name, Icon icon, std::string_view tip, bool enabled = true, float side = 0);

  /// A button that stays down while `on`. True when pressed; the caller changes what `on` comes from.
  bool toggle(const std::string& name, Icon icon, std::string_view label, std::string_view tip, bool on,
              float width = 0);

  /// A box to tick with its label. True when it was changed.
  bool tick(const std::string& name, std::string_view label, std::string_view tip, bool& on);

  /// Buttons side by side of which one is down, as wide as their labels need. True when another was pressed.
  bool segmented(const std::string& name, std::span<const Choice> choices, int& chosen);
  static float segmented_width(std::span<const Choice> choices);

  /// Headings over one place of which one is shown: all in one line of `width` pixels. True when another was pressed.
  bool tabs(const std::string& name, float width, std::span<const Choice> choices, int& chosen);

  // --- Fields

  /// True when another entry was chosen. Entries are named "<name>/<label>".
  bool combo(const std::string& name, float width, std::span<const std::string> labels, int& chosen);

  /// A slider with nothing printed in it. True while it is moved; Ctrl+click takes a typed number.
  bool slider(const std::string& name, float width, float& value, float low, float high);

  /// A field for one line of text. True when it changed.
  bool search(const std::string& name, float width, const char* hint, std::string& text);

  /// A value that can be typed anew. Returns what was typed once it is confirmed: by Enter, or by leaving the field.
  /// `quiet`: without a frame, as a text that can be clicked.
  std::optional<std::string> typed(const std::string& name, float width, const std::string& shown, bool quiet = false);

  // --- Popups: what lies over the window until one presses beside it or Esc

  void open_popup(const std::string& name);

  /// True while open; then draw into it and call end_popup(). It stands below the control of the same name. Call it in
  /// the window and place where open_popup() was.
  bool begin_popup(const std::string& name, float width);
  void end_popup();

  /// A line of a popup's menu; pressing it closes the popup. `keys`: as the hand knows them, "Ctrl+S".
  bool menu_item(const std::string& name, Icon icon, std::string_view label, std::string_view keys, bool enabled = true,
                 bool on = false);

  // --- Text

  /// A heading that folds what follows. True while open.
  bool folding(const std::string& name, const std::string& label, bool open_at_first);

  /// Text at the current place; shortened to `width` pixels unless that is 0. Below 0 there is no room for any.
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
  void face(Icon icon, std::string_view label, ImU32 colour, float shift = 0);
  ImU32 ink(bool enabled) const;

  const Theme* theme_ = nullptr;
  TextPen pen_;
  std::map<std::string, Box> places_;
  std::map<std::string, std::string> typed_;  // what stands in fields that are being typed into
};

}  // namespace trust::viz
