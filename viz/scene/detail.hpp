// How much of the organisation is drawn: what there is room for. Many people are drawn as their teams, many teams as
// their functions (semantic zoom).
#pragma once

#include "viz/scene/layout.hpp"
#include "viz/scene/view.hpp"

namespace trust::viz {

enum class Detail : std::uint8_t { functions, teams, people };

inline constexpr std::size_t few_people = 2000;  // up to so many, everybody is always drawn
inline constexpr std::size_t most_marks = 5000;  // people or teams in sight at once, roughly

/// Follows from how near one looks alone, not from where, so that moving the picture changes nothing. The chart always
/// shows people; it folds branches that are too small instead.
Detail detail_for(const Layout& layout, const View& view, const Box& canvas);

}  // namespace trust::viz
