#include "viz/panels/spread_panel.hpp"

namespace trust::viz {

void SpreadPanel::draw(PanelContext&) {}

}  // namespace trust::viz
