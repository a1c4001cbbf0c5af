// The result in plain words: what `trustsim compare` says on its card, as sentences for somebody who reads one line at a
// time.
#pragma once

#include <vector>

#include "study/compare/compare.hpp"
#include "viz/session/refinement.hpp"

namespace trust::viz {

/// Of the first what-if of `result`, which ran `days` days. Figures are those of `trustsim compare`, rounded as there.
/// The first line is about trust, the last one says what the intervals know and what they do not.
std::vector<CardLine> result_card(const CompareResult& result, int days);

}  // namespace trust::viz
