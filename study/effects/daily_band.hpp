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

/// Student's t on units, with the critical value of the largest t of all days: its 95th percentile when the units'
/// distances from the mean have their signs drawn anew, each unit's on all days alike (the wild bootstrap of Wu 1986,
/// doi 10.1214/aos/1176350142, for simultaneous bands as in Montiel Olea & Plagborg-Moller 2019,
/// doi 10.1002/jae.2656). Never below the one of a single day, never above the one of unrelated days (Sidak 1967,
/// doi 10.1080/01621459.1967.10482935), which is used for less than six units.
///
/// `differences`: [unit][day] of (what-if minus baseline). On a day on which all units have the same difference the
/// band is that number; on a day on which any is not a number, so is the band.
DailyBand daily_band(const Table& differences, std::uint64_t seed);

}  // namespace trust
