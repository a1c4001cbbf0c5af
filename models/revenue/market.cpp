// The market: awareness, the quality of leads, and the count of leads since the start.
#include "models/day_access.hpp"
#include "models/revenue/arrivals.hpp"
#include "models/revenue/model.hpp"
#include "sim/assert.hpp"
#include "sim/calendar.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

// Sums over those who sell and those in marketing, in the order of the seats.
struct Crowd {
  LaneInts sellers{0};
  LaneInts marketers{0};
  LaneInts granted{0};
  Lanes trusting_clients = 0.0F;

  explicit Crowd(const DayContext& day) {
    const ChainPart* part = day.world->part().data();
    for (Seat seat = 0; seat < day.world->seats(); ++seat) {
      if (part[seat] == ChainPart::sales) add_seller(day, seat);
      if (part[seat] == ChainPart::marketing) add_marketer(day, seat);
    }
  }

 private:
  TRUST_INLINE void add_seller(const DayContext& day, Seat seat) {
    sellers += to_ints(present(day, seat));
    trusting_clients += to_floats(get_ints(day, Column::accounts, seat)) * get(day, Column::clients_trust, seat);
  }
  TRUST_INLINE void add_marketer(const DayContext& day, Seat seat) {
    const LaneInts there = to_ints(present(day, seat));
    marketers += there;
    granted += choose(there > LaneInts(0), get_ints(day, Column::checklist, seat), LaneInts(0));
  }
};

// A total in units of 2^-16, as a value a lane.
Lanes value_of(const DayContext& day, Total total) {
  alignas(64) float values[lane_count];
  for (int l = 0; l < lane_count; ++l) values[l] = static_cast<float>(total_of(day, total, l)) * total_unit;
  return load(values);
}

float at_least_one(Seat seats) { return seats == 0 ? 1.0F : static_cast<float>(seats); }

Lanes awareness(const DayContext& day, const Crowd& crowd, const LeversOf& levers) {
  const Lanes before = get(day, Column::awareness, 0);
  const Lanes forgotten = before * share_of_half_life(day, levers(Lever::awareness_half_life));
  const Lanes campaigns = levers(Lever::awareness_campaign) * value_of(day, Total::pay_off) /
                          at_least_one(day.world->count_of(ChainPart::marketing));
  constexpr auto year = static_cast<float>(calendar::days_per_year);
  const Lanes referrals = levers(Lever::client_referral) * crowd.trusting_clients * (day.step_length / year) /
                          at_least_one(day.world->count_of(ChainPart::sales));
  return max(before - forgotten + campaigns + referrals, 0.0F);
}

// The share of the leads to be expected that business development has an hour for; 1 where none are to be expected.
Lanes qualified(const DayContext& day, const Crowd& crowd, const LeversOf& levers) {
  const Lanes hours = value_of(day, Total::development_hours) * day.step_length;
  const Lanes leads = expected_leads(day, levers) * to_floats(crowd.sellers);
  return choose(hours < leads, hours / max(leads, 1e-30F), Lanes(1.0F));
}

Lanes quality(const DayContext& day, const Crowd& crowd, const LeversOf& levers) {
  const Lanes checklist = to_floats(crowd.granted) / max(to_floats(crowd.marketers), 1.0F);
  return clamp01(levers(Lever::leads_quality) + levers(Lever::leads_qualification) * qualified(day, crowd, levers) +
                 levers(Lever::request_use) * checklist / 8.0F);
}

constexpr Column ended[] = {Column::won_in_all, Column::lost_in_all, Column::rejected_in_all, Column::silent_in_all};

// Whether every lead since the start is won, lost, rejected, unanswered or still open, in every lane.
[[maybe_unused]] bool leads_are_accounted_for(const DayContext& day) {
  LaneInts rest = get_ints(day, Column::leads_in_all, 0);
  for (const Column column : ended) rest -= get_ints(day, column, 0);
  for (Seat seat = 0; seat < day.world->seats(); ++seat) {
    if (day.world->part()[seat] != ChainPart::sales) continue;
    rest -= get_ints(day, Column::open_leads, seat) + get_ints(day, Column::open_opportunities, seat);
  }
  return !any(~(rest == LaneInts(0)));
}

// Counts wrap at 2^32, as do the sums that are held against them.
void count(const DayContext& day, Column column, Total total) {
  float* row = cells(day, column, 0);
  alignas(64) std::int32_t more[lane_count];
  for (int l = 0; l < lane_count; ++l) more[l] = static_cast<std::int32_t>(total_of(day, total, l));
  store_ints(row, load_ints(row) + load_ints(reinterpret_cast<const float*>(more)));
}

}  // namespace

void market(DayContext& day) {
  TRUST_ASSERT(!starts_day(day) || leads_are_accounted_for(day));
  if (day.world->seats() == 0) return;  // nobody's levers either
  const LeversOf levers(day, 0);
  const Crowd crowd(day);
  put(day, Column::awareness, 0, awareness(day, crowd, levers));
  put(day, Column::leads_quality, 0, quality(day, crowd, levers));
}

void close_chain(DayContext& day) {
  if (!ends_day(day)) return;  // what came together over the day's steps
  count(day, Column::leads_in_all, Total::leads);
  count(day, Column::won_in_all, Total::wins);
  count(day, Column::lost_in_all, Total::lost_leads);
  count(day, Column::lost_in_all, Total::lost_deals);
  count(day, Column::rejected_in_all, Total::rejected);
  count(day, Column::silent_in_all, Total::silent);
}

void start_counts(DayContext& day) {
  float* leads = cells(day, Column::leads_in_all, 0);
  store_ints(leads, LaneInts(0));
  for (const Column column : ended) store_ints(leads, load_ints(leads) + get_ints(day, column, 0));
  count(day, Column::leads_in_all, Total::open_leads);
  count(day, Column::leads_in_all, Total::open_opportunities);
}

void start_market(DayContext& day) {
  put(day, Column::awareness, 0, 1.0F);
  if (day.world->seats() == 0) return;
  for (Seat seat = 0; seat < day.world->seats(); ++seat) {
    if (day.world->part()[seat] != ChainPart::development) continue;
    add_total(day, 0, Total::development_hours, in_units(get(day, Column::output, seat) * present(day, seat)));
  }
  put(day, Column::leads_quality, 0, quality(day, Crowd(day), LeversOf(day, 0)));
}

}  // namespace TRUST_PATH
}  // namespace trust
