// The frame that all dialogs share: in the middle, the window behind it dimmed, as high as needed.
#pragma once

#include "viz/panels/panel.hpp"

namespace trust::viz {

/// True while it is to be drawn; then end_dialog(). `title` stands on top.
bool begin_dialog(const char* name, std::string_view title, float width, PanelContext& context);
void end_dialog(PanelContext& context, bool close);

/// A row for buttons at the dialog's foot: returns where `buttons` pixels of them begin.
void foot(float buttons, PanelContext& context);

/// The pixels that a button with that label takes.
float button_width(std::string_view label);

}  // namespace trust::viz
