// Who or what lies under the pointer.
#pragma once

#include <cstdint>
#include <optional>

#include "viz/scene/layout.hpp"

namespace trust::viz {

/// The team whose circle holds `point` (layout units).
std::optional<std::uint32_t> team_at(const Layout& layout, Point point);

/// The person whose disc holds `point`, or lies at most `slack` away; the nearest of several. no_seat for nobody.
Seat person_at(const Layout& layout, Point point, float slack);

}  // namespace trust::viz
