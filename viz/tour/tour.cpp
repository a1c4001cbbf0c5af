#include "viz/tour/tour.hpp"

namespace trust::viz {

void Tour::draw(PanelContext&) {}

}  // namespace trust::viz
