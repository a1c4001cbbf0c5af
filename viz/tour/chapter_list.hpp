// The chapters of the tour, one function each, in their order.
#pragma once

#include "viz/tour/chapters.hpp"

namespace trust::viz {

Chapter one_bad_week();        // a story and a puzzle
Chapter bad_outweighs_good();  // losses weigh more than gains
Chapter one_more_report();     // claim C1 of docs/traceability.csv: reporting has an interior optimum
Chapter the_poster();          // claim C3: a poster does nothing
Chapter the_new_way();         // claim C5: a change stalls below a trust threshold
Chapter over_the_shoulder();   // claim C10: supervision is an inverted U
Chapter what_to_take_home();   // take-aways, limits, sources

}  // namespace trust::viz
