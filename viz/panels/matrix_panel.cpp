#include "viz/panels/matrix_panel.hpp"

namespace trust::viz {

void MatrixPanel::draw(PanelContext&) {}

}  // namespace trust::viz
