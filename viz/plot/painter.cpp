#include "viz/plot/painter.hpp"

namespace trust::viz {

PlotColour faded(PlotColour colour, float share) {
  const auto opacity = static_cast<PlotColour>(static_cast<float>(colour >> 24) * share + 0.5F);
  return (colour & 0x00FFFFFFu) | opacity << 24;
}

}  // namespace trust::viz
