// How many leads come: Poisson counts for all lanes at once, exact to the last of a draw's 32 bits.
//
// The mean is the same for everybody who sells (levers and awareness are the organisation's), so that its cumulative
// chances are worked out once a block and each seller only compares a draw with them.
#pragma once

#include "models/day_access.hpp"
#include "models/purposes.hpp"
#include "sim/assert.hpp"
#include "sim/exact_math.hpp"
#include "sim/lane_draws.hpp"

namespace trust {
inline namespace TRUST_PATH {

/// Leads in a step for each person who sells: `leads.rate` x awareness x demand x length of the step.
TRUST_INLINE Lanes expected_leads(const DayContext& day, const LeversOf& levers) {
  return levers(Lever::leads_rate) * get(day, Column::awareness, 0) * levers(Lever::market_demand) * day.step_length;
}

/// Counts of a Poisson distribution, by inversion. A mean above 16 is the sum of several draws of equal means, each up
/// to 16; each draw stops at 48, beyond which lies less than 1e-10 of its mass. Means above 512 count as 512.
class PoissonLanes {
 public:
  static constexpr float most_mean = 512.0F;
  static constexpr float most_mean_of_draw = 16.0F;
  static constexpr int most_of_draw = 48;

  explicit PoissonLanes(Lanes mean) {
    for (int l = 0; l < lane_count; ++l) set_lane(l, trust::lane(clamp(mean, 0.0F, most_mean), l));
  }

  /// The counts at (first, purpose); at.second numbers the draws.
  TRUST_INLINE LaneInts draw(const LaneLuck& luck, DrawAddress at) const {
    LaneInts count(0);
    for (int d = 0; d < most_draws_; ++d) {
      at.second = static_cast<std::uint32_t>(d);
      count += (LaneInts(d) < load_ints(as_cells(draws_))) & below(draw32(luck, at) ^ LaneInts(sign));
    }
    return count;
  }

 private:
  static constexpr std::int32_t sign = static_cast<std::int32_t>(0x80000000U);  // makes unsigned order signed

  static const float* as_cells(const std::int32_t* row) { return reinterpret_cast<const float*>(row); }

  // How many of the thresholds a draw is at or above.
  TRUST_INLINE LaneInts below(LaneInts bits) const {
    LaneInts count(0);
    for (int k = 0; k < length_; ++k) {
      const LaneMask more = bits > load_ints(as_cells(last_below_[k]));
      if (!any(more)) break;
      count += more & LaneInts(1);
    }
    return count;
  }

  void set_lane(int l, double mean) {
    int draws = 1;
    while (mean > draws * double{most_mean_of_draw}) ++draws;
    const double each = mean / draws;
    draws_[l] = draws;
    if (draws > most_draws_) most_draws_ = draws;
    double chance = exact_exp(-each);
    double sum = chance;
    for (int k = 0; k < most_of_draw; ++k) {
      const double scaled = sum * 0x1p32;  // at least e^-16 2^32 > 482
      const bool certain = scaled >= 0x1p32;
      const std::uint32_t last = certain ? 0xFFFFFFFFU : static_cast<std::uint32_t>(scaled) - 1;
      last_below_[k][l] = static_cast<std::int32_t>(last ^ 0x80000000U);
      if (!certain && k + 1 > length_) length_ = k + 1;
      chance = chance * each / (k + 1);
      sum += chance;
    }
    TRUST_ASSERT(sum > 1 - 1e-10);
  }

  alignas(64) std::int32_t last_below_[most_of_draw][lane_count];  // the largest draw that means k leads or fewer
  alignas(64) std::int32_t draws_[lane_count];
  int most_draws_ = 1;
  int length_ = 0;
};

}  // namespace TRUST_PATH
}  // namespace trust
