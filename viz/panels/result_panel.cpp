#include "viz/panels/result_panel.hpp"

namespace trust::viz {

void ResultPanel::draw(PanelContext&) {}

}  // namespace trust::viz
