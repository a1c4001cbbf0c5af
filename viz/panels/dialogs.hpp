// What lies over the window for a while and wants an answer: saving and opening, exports, the page of keys.
#pragma once

#include <vector>

#include "viz/panels/panel.hpp"

namespace trust::viz {

class Dialogs {
 public:
  /// Draws what is open, after all panels.
  void draw(PanelContext& context);

 private:
  void begin(PanelContext& context);
  void draw_body(PanelContext& context);

  void draw_save(PanelContext& context);
  void save_buttons(PanelContext& context);
  void draw_open(PanelContext& context);
  void draw_exporting(PanelContext& context);
  void choose_picture(PanelContext& context);
  void draw_clear_edits(PanelContext& context);
  void draw_lose_edits(PanelContext& context);
  void look_at_file(const PanelContext& context);
  void say_where(PanelContext& context);
  bool names_a_place() const { return !name_.empty() && has_folder_; }

  DialogId shown_ = DialogId::none;  // that was prepared
  std::string name_;                 // of a file, as it is typed
  std::string looked_at_;            // the name that what follows is about
  std::filesystem::path file_;       // where it would lie
  bool exists_ = false;
  bool has_folder_ = true;
  bool is_baseline_ = false;
  bool asked_ = false;  // whether an existing file may be replaced
  std::vector<std::filesystem::path> here_;
  int panel_ = 0;                       // whose picture is wanted
  std::optional<PictureWish> picture_;  // to be taken once the dialog has gone
};

/// Every key and gesture, from their tables.
void draw_help_page(PanelContext& context);

/// The scenario's name as a file's: "first-90-days".
std::string file_stem_of(const std::string& name);

}  // namespace trust::viz
