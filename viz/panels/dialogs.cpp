#include "viz/panels/dialogs.hpp"

namespace trust::viz {

void Dialogs::draw(PanelContext&) {}

}  // namespace trust::viz
