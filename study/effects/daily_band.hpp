// When an effect begins: a band around its path over days that holds the true path on all days at once in 95 % of
// comparisons. Looking day by day would find a first day too early, as one of many days leaves zero by luck.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "study/effects/table.hpp"
#include "study/statistics.hpp"

namespace trust {

struct DailyBand {
  std::vector<double> difference;   // mean over units, one a day
  std::vector<Range> band;          // one a day
  std::optional<int> first_day;     // the first day whose band leaves out zero: an index into `band`
  std::optional<int> lasting_from;  // from this day to the last one, every band leaves out zero
  double critical_value = 0;        // half the band's width over the day's standard error
};

/// `differences`: [unit][day] of (what-if minus baseline). On a day on which all units have the same difference the
/// band is that number; on a day on which any is not a number, so is the band.
DailyBand daily_band(const Table& differences, std::uint64_t seed);

}  // namespace trust
