// A curve that was seen before and stays in the plot of its measure, faded and with its name.
#pragma once

#include <string>
#include <vector>

#include "models/measures.hpp"

namespace trust::viz {

struct GhostCurve {
  std::string label;
  Measure measure;
  std::vector<float> values;  // one a day, day 0 first
};

}  // namespace trust::viz
