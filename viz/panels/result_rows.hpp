// The table of the result panel: a row for each measure, in one line where there is room and in two where there is not.
#pragma once

#include "viz/panels/panel.hpp"

namespace trust::viz {

/// The sign of a mood, so that colour never stands alone, around `middle`.
void draw_mood(ImDrawList* draw, CardLine::Mood mood, ImVec2 middle, float radius, ImU32 colour);

ImU32 colour_of(CardLine::Mood mood, const Theme& theme);

/// `colour` as it is shown of a result that is being replaced.
ImU32 faded(ImU32 colour);

/// Rows are controls "result/row/<measure>"; a click adds the measure to the plots.
void draw_result_rows(PanelContext& context, const Refinement& refinement, bool stale);

}  // namespace trust::viz
