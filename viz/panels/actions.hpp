// What keys and the buttons of the bar do: both come here, so that they cannot do different things.
#pragma once

#include "viz/panels/keys.hpp"
#include "viz/panels/panel.hpp"

namespace trust::viz {

/// Whether it would do anything now.
bool can(Action action, const PanelContext& context);

/// Does it, if it can be done.
void perform(Action action, PanelContext& context);

/// Performs what the keys of this frame ask for; nothing while text is typed or something lies over the window. Esc
/// alone is left to the window.
void handle_keys(PanelContext& context);

/// What stands at a control of it: what it does, and its keys.
std::string tip_of(Action action, const PanelContext& context);

/// Loads a file; asks first where unsaved changes would be lost.
void open_file(const std::filesystem::path& file, PanelContext& context);

}  // namespace trust::viz
