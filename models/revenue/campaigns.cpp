// Campaigns: whether there is one, whether it is bold, what it is worth. What else the market needs to know of the
// people is summed up on the way.
#include "models/day_access.hpp"
#include "models/purposes.hpp"
#include "models/revenue/model.hpp"
#include "sim/lane_draws.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

constexpr std::int32_t campaign_bit = 1;
constexpr std::int32_t bold_bit = 2;

DrawAddress address(const DayContext& day, Seat seat, Purpose purpose) {
  return {seat, no_seat, day.step, static_cast<std::uint8_t>(purpose)};
}

std::uint32_t replicate_of(const LaneLuck& luck, int lane) {
  const std::uint32_t place = luck.fours.place[static_cast<std::size_t>(lane)];
  return luck.fours.group[place / 4] * 4 + place % 4;
}

TRUST_INLINE Lanes chance_of_bold(const DayContext& day, Seat seat, const LeversOf& levers) {
  const Lanes backing = trust_of_manager(day, seat) * (1.0F - levers(Lever::campaign_blame));
  return logistic(levers(Lever::campaign_sensitivity) *
                  (backing + get(day, Column::safety, seat) - levers(Lever::campaign_threshold)));
}

// A pay-off in whole units of 2^-16, rounded to the nearest.
std::int64_t in_whole_units(double value) {
  const double scaled = value * 65536.0 + 0.5;
  const auto towards_zero = static_cast<std::int64_t>(scaled);
  return towards_zero - (scaled < static_cast<double>(towards_zero) ? 1 : 0);
}

// Lane by lane: campaigns are rare.
void pay_off(const DayContext& day, Seat seat, int worker, LaneMask is_campaign, LaneMask is_bold) {
  const LeversOf levers(day, seat);
  const Lanes mean = choose(is_bold, levers(Lever::campaign_bold_mean), levers(Lever::campaign_safe_mean));
  const Lanes deviation =
      choose(is_bold, levers(Lever::campaign_bold_deviation), levers(Lever::campaign_safe_deviation));
  const Lanes seen = levers(Lever::campaign_visible) * get(day, Column::output, seat) / levers(Lever::campaign_output);
  for (int l = 0; l < lane_count; ++l) {
    if (lane(is_campaign, l) == 0) continue;
    const double luck = standard_normal(day.luck.key, address(day, seat, Purpose::pay_off), replicate_of(day.luck, l));
    const double worth = (lane(mean, l) + lane(deviation, l) * luck) * lane(seen, l);
    add_total(day, worker, Total::pay_off, l, in_whole_units(worth));
  }
}

struct Sums {
  LaneInts campaigns{0}, bold{0}, development{0}, carriers{0}, carriers_adopted{0};

  void add_to(const DayContext& day, int worker) const {
    add_total(day, worker, Total::campaigns, campaigns);
    add_total(day, worker, Total::bold_campaigns, bold);
    add_total(day, worker, Total::development_hours, development);
    add_total(day, worker, Total::carriers, carriers);
    add_total(day, worker, Total::carriers_adopted, carriers_adopted);
  }
};

TRUST_INLINE void bring_out(const DayContext& day, Seat seat, int worker, Sums& sums) {
  const LeversOf levers(day, seat);
  const Lanes rate = per_step(day, levers(Lever::campaign_rate));
  const LaneMask there = present(day, seat) > 0.0F;
  const LaneMask is_campaign = there & happens(draw32(day.luck, address(day, seat, Purpose::campaign)), rate);
  LaneMask is_bold(0);
  if (any(is_campaign)) {
    const LaneInts bits = draw32(day.luck, address(day, seat, Purpose::bold));
    is_bold = is_campaign & happens(bits, chance_of_bold(day, seat, levers));
    pay_off(day, seat, worker, is_campaign, is_bold);
  }
  put_ints(day, Column::bold, seat, (is_campaign & LaneInts(campaign_bit)) | (is_bold & LaneInts(bold_bit)));
  sums.campaigns += is_campaign & LaneInts(1);
  sums.bold += is_bold & LaneInts(1);
}

}  // namespace

void campaign(const DayContext& day, RowBlock block, int worker) {
  Sums sums;
  for (Seat seat = block.begin; seat < block.end; ++seat) {
    const ChainPart part = day.world->part()[seat];
    if (part == ChainPart::marketing) bring_out(day, seat, worker, sums);
    if (part == ChainPart::development)
      sums.development += in_units(get(day, Column::output, seat) * present(day, seat));
    if (day.world->carries_change()[seat] != 0) {
      sums.carriers += to_ints(present(day, seat));
      sums.carriers_adopted += to_ints(present(day, seat) * get(day, Column::adopted, seat));
    }
  }
  sums.add_to(day, worker);
}

}  // namespace TRUST_PATH
}  // namespace trust
