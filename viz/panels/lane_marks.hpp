// How a lane looks: bars and marks, solid or hollow, with its name where there is room for it.
#pragma once

#include "viz/panels/lane_span.hpp"
#include "viz/panels/panel.hpp"
#include "viz/plot/day_axis.hpp"

namespace trust::viz {

/// The rectangle of a lane's bar in a row from `top` on, `height` high: at least a few pixels wide.
Box bar_of(const LaneSpan& span, bool once, const DayAxis& axis, float top, float height, float scale);

/// The bar and its name. `fixed`: nothing can be done to it, as to the baseline's.
void draw_lane_bar(PanelContext& context, const Lane& lane, const Box& bar, const DayAxis& axis, bool selected,
                   bool fixed);

/// Where the baseline has it.
void draw_lane_ghost(PanelContext& context, const Box& bar);

/// All that is known of a lane, and what one can do to it.
void lane_tip(PanelContext& context, const Lane& lane, const LaneSpan& span, bool fixed);

}  // namespace trust::viz
