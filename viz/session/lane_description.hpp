// A document's interventions as lanes: what they do, to whom and when, in plain words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/parameters.hpp"
#include "viz/session/lane.hpp"

namespace trust::viz {

/// Of the baseline itself.
std::vector<Lane> lanes_of(const std::string& document, int days);

/// Those of a what-if, marked as to what the baseline has of them. `days`: of the run.
std::vector<Lane> lanes_beside(const std::string& document, const std::string& baseline, int days);

/// "Trust gain"
std::string plain_name(Lever lever);

/// With two digits behind the point, or more where the value has more.
std::string plain_number(float value);

}  // namespace trust::viz
