#include "models/staying/model.hpp"

#include <algorithm>
#include <vector>

#include "models/staying/seat_change.hpp"
#include "models/trust_rules/model.hpp"
#include "sim/assert.hpp"
#include "sim/calendar.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

// The chance that something of hazard `rate` (per day) happens within the step: 1 - exp(-x), by its series where x is
// so small that the subtraction would lose its digits.
TRUST_INLINE Lanes chance_within_step(const DayContext& day, Lanes rate) {
  const Lanes x = rate * day.step_length;
  const Lanes series = x * (1.0F - x * (0.5F - x * (1.0F / 6.0F)));
  return choose(x < 0.01F, series, 1.0F - exponential(-x));
}

// Per year.
TRUST_INLINE Lanes hazard_of_leaving(const DayContext& day, Seat seat, const LeversOf& levers) {
  const Lanes trust_given = get(day, Column::trust_given, seat);
  const Lanes distance = trust_given - levers(Lever::exit_trust_reference);
  return levers(Lever::exit_rate) *
         exponential(levers(Lever::exit_stress) * (get(day, Column::stress, seat) - reference_stress) +
                     levers(Lever::exit_peers) * get(day, Column::peer_exits, seat) -
                     levers(Lever::exit_trust) * distance -
                     levers(Lever::exit_growth) * get(day, Column::hours_learning, seat));
}

TRUST_INLINE LaneMask drawn(const DayContext& day, Seat seat, Purpose purpose, Lanes chance) {
  return happens(draw32(day.luck, {seat, no_seat, day.step, static_cast<std::uint8_t>(purpose)}), chance);
}

// Who leaves and whose seat is filled this step, lane by lane.
struct SeatLuck {
  LaneMask leaves;
  LaneMask is_filled;

  TRUST_INLINE SeatLuck(const DayContext& day, Seat seat) {
    const LeversOf levers(day, seat);
    const LaneMask there = present(day, seat) > 0.0F;
    const Lanes leaving = hazard_of_leaving(day, seat, levers) * (1.0F / static_cast<float>(calendar::days_per_year));
    leaves = there & drawn(day, seat, Purpose::leave, chance_within_step(day, leaving));
    const Lanes filling = 1.0F / levers(Lever::refill_days);
    is_filled = ~there & drawn(day, seat, Purpose::refill, chance_within_step(day, filling));
  }
};

// A seat that changes by its hazard. Held as bits: nothing is known of the order in which workers met the seats.
struct Change {
  Seat seat;
  std::uint32_t leaves;  // bit l: in lane l
  std::uint32_t is_filled;
};

// The draws are made again, from the same values: the workers' lists need hold no more than seats.
std::vector<Change> changes_of_the_step(const DayContext& day) {
  std::vector<Change> changes;
  for (const Worker& worker : day.workers) {
    for (Seat s = 0; s < worker.changing_count; ++s) {
      const Seat seat = worker.changing[s];
      const SeatLuck luck(day, seat);
      changes.push_back({seat, bits_of(luck.leaves), bits_of(luck.is_filled)});
    }
  }
  std::sort(changes.begin(), changes.end(),
            [](const Change& one, const Change& other) { return one.seat < other.seat; });
  return changes;
}

template <class Use>
void for_each_lane(std::uint32_t bits, const Use& use) {
  for (int l = 0; l < lane_count; ++l) {
    if ((bits >> l & 1U) != 0) use(l);
  }
}

bool is_meant(const DayContext& day, const EventOfDay& today, Seat seat) {
  constexpr auto purpose = static_cast<std::uint8_t>(Purpose::event_share);
  const LaneInts bits = draw32(day.luck, {seat, today.number, day.step, purpose});
  return lane(happens(bits, clamp01(today.event->share)), today.lane) != 0;
}

void change_seat(DayContext& day, Event::Kind kind, Seat seat, int lane) {
  const bool there = is_there(day, seat, lane);
  if (there && kind != Event::Kind::hire) empty_seat(day, seat, lane);
  const bool comes = kind == Event::Kind::hire ? !there : there && kind == Event::Kind::replace;
  if (comes) fill_seat(day, seat, lane);
}

// The rows are those of the new reporting lines already (models/reorganisation.hpp): managers and reports who did not
// know each other do now.
void meet_new_managers(DayContext& day, int lane) {
  const World& world = *day.world;
  for (Seat seat = 0; seat < world.seats(); ++seat) {
    const Slot down = world.manager_to_person()[seat];
    const Slot up = world.person_to_manager()[seat];
    if (down != no_slot) get_to_know(day, tie_at(day, down, seat), lane);
    if (up != no_slot) get_to_know(day, tie_at(day, up, world.manager()[seat]), lane);
  }
}

void happen(DayContext& day, const EventOfDay& today) {
  switch (today.event->kind) {
    case Event::Kind::leave:
    case Event::Kind::replace:
    case Event::Kind::hire:
      for (Seat s = 0; s < today.seat_count; ++s) {
        if (is_meant(day, today, today.seats[s])) change_seat(day, today.event->kind, today.seats[s], today.lane);
      }
      return;
    case Event::Kind::reorganise:
      return meet_new_managers(day, today.lane);
    default:
      return;
  }
}

#ifdef TRUST_CHECKED
// People who are there, plus those who left, less those who came, in all lanes together.
std::int64_t people_conserved(const DayContext& day) {
  std::int64_t sum = 0;
  for (Seat seat = 0; seat < day.world->seats(); ++seat) {
    for (int l = 0; l < lane_count; ++l) sum += is_there(day, seat, l) ? 1 : 0;
  }
  for (int l = 0; l < lane_count; ++l) sum += total_of(day, Total::exits, l) - total_of(day, Total::hires, l);
  return sum;
}
#endif

}  // namespace

void stay(const DayContext& day, RowBlock block, int worker) {
  Worker& own = day.workers[static_cast<std::size_t>(worker)];
  for (Seat seat = block.begin; seat < block.end; ++seat) {
    put(day, Column::tenure, seat, get(day, Column::tenure, seat) + day.step_length);
    const Lanes forgotten = share_of_half_life(day, LeversOf(day, seat)(Lever::exit_peer_memory));
    put(day, Column::peer_exits, seat, towards(get(day, Column::peer_exits, seat), 0.0F, forgotten));
    const SeatLuck luck(day, seat);
    if (any(luck.leaves | luck.is_filled)) own.changing[own.changing_count++] = seat;
  }
}

void change_seats(DayContext& day) {
#ifdef TRUST_CHECKED
  const std::int64_t before = people_conserved(day);
#endif
  const std::vector<Change> changes = changes_of_the_step(day);
  for (const Change& change : changes) {
    for_each_lane(change.leaves, [&](int l) { empty_seat(day, change.seat, l); });
  }
  for (const Change& change : changes) {
    for_each_lane(change.is_filled, [&](int l) { fill_seat(day, change.seat, l); });
  }
  for (const EventOfDay& today : day.events) happen(day, today);
#ifdef TRUST_CHECKED
  TRUST_ASSERT(people_conserved(day) == before);
#endif
}

}  // namespace TRUST_PATH
}  // namespace trust
