#include "viz/panels/log_panel.hpp"

namespace trust::viz {

void LogPanel::draw(PanelContext&) {}

}  // namespace trust::viz
