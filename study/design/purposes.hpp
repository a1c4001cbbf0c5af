// What the designs of studies draw luck for. Purposes below 128 belong to the model, from 128 on to making
// organisations, from 220 on to studies (sim/draws.hpp), of which designs have 240 to 249: no draw of a design is ever
// one of a run or of a statistic, even with the same seed.
#pragma once

#include <cstdint>

namespace trust {

enum class DesignPurpose : std::uint8_t {
  shuffle = 240,         // first: half of a number; second: the axis and the round
  place_in_stratum,      // first: the point; second: the axis
  independent_of_others  // first: the point; second: the axis
};

}  // namespace trust
