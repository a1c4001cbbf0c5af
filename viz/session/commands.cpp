#include "viz/session/commands.hpp"

#include <array>
#include <limits>

namespace trust::viz {

std::span<const double> speeds() {
  static constexpr std::array<double, 8> table{1, 2, 5, 10, 20, 50, 100, std::numeric_limits<double>::infinity()};
  return table;
}

}  // namespace trust::viz
