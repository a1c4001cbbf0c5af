#include "models/repair/model.hpp"

#include <algorithm>

#include "models/purposes.hpp"
#include "models/trust_rules/model.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

// The bits of column `harm`.
constexpr std::int32_t harm_of_ability = 1;
constexpr std::int32_t harm_of_integrity = 2;
constexpr std::int32_t harm_by_deception = 4;

LaneMask has(LaneInts word, std::int32_t bit) { return (word & LaneInts(bit)) > LaneInts(0); }

// Something that happens, in every lane whose plan has it: lanes under one plan share the very same event.
struct Happening {
  const Event& what;
  const EventOfDay& found;
  LaneMask lanes;
};

// The lanes of an event of today; none where an earlier entry of the list is the same event.
LaneMask lanes_of(std::span<const EventOfDay> events, std::size_t which) {
  LaneMask lanes(0);
  for (std::size_t e = 0; e < events.size(); ++e) {
    if (events[e].event != events[which].event) continue;
    if (e < which) return LaneMask(0);
    lanes |= only_lane(events[e].lane);
  }
  return lanes;
}

LaneMask by_luck(const DayContext& day, float share, std::uint32_t first, std::uint32_t second, Purpose purpose) {
  if (share >= 1.0F) return LaneMask(-1);
  return happens(draw32(day.luck, {first, second, day.step, static_cast<std::uint8_t>(purpose)}), share);
}

// The lanes in which the person is among those that a response or a contract is about.
LaneMask is_meant(const DayContext& day, const Happening& event, Seat seat) {
  return event.lanes & by_luck(day, event.what.share, seat, event.found.number, Purpose::event_share);
}

// What a violation does to one tie, in the lanes of `which`.
void wound(const DayContext& day, const LeversOf& levers, const Event& violation, const TieNow& tie, Lanes before,
           LaneMask which) {
  const Lanes severity = min(violation.severity * exposure_of(levers, tie.tie), 1.0F);
  Lanes left = before * (1.0F - severity);
  put(day, Column::hurt, tie.slot, choose(which, before - left, get(day, Column::hurt, tie.slot)));
  if (violation.deception) {
    const Lanes old = get(day, Column::ceiling, tie.slot);
    const Lanes ceiling = min(old, levers(Lever::repair_deception_ceiling) * before);
    put(day, Column::ceiling, tie.slot, choose(which, ceiling, old));
    put_ints(day, Column::tie_word, tie.slot, get_ints(day, Column::tie_word, tie.slot) | (which & LaneInts(scar_bit)));
    left = min(left, ceiling);
  }
  set_trust(day, tie, left, which);
}

void violate(const DayContext& day, const Happening& event, Seat person) {
  const TieGraph& graph = day.world->graph();
  const LeversOf levers(day, person);
  LaneMask harmed(0);
  for (Slot slot = graph.row_begin(person); slot < graph.row_end(person); ++slot) {
    const Lanes before = get(day, Column::trust, slot);
    LaneMask which = event.lanes & (before >= 0.0F);
    if (!any(which)) continue;
    const TieNow tie = tie_at(day, slot, person);
    which = which & by_luck(day, event.what.share, tie.source, person, Purpose::violation);
    if (!any(which)) continue;
    wound(day, levers, event.what, tie, before, which);
    harmed |= which;
  }
  const std::int32_t of_what = event.what.dimension == Dimension::ability ? harm_of_ability : harm_of_integrity;
  const std::int32_t how = event.what.deception ? harm_by_deception : 0;
  put_ints(day, Column::harm, person, get_ints(day, Column::harm, person) | (harmed & LaneInts(of_what | how)));
}

// Gives back a share of what is left of the hurt in everybody who trusts the person.
void give_back(const DayContext& day, Seat person, Lanes share, LaneMask which) {
  const TieGraph& graph = day.world->graph();
  for (Slot slot = graph.row_begin(person); slot < graph.row_end(person); ++slot) {
    const Lanes before = get(day, Column::trust, slot);
    const Lanes hurt = get(day, Column::hurt, slot);
    const LaneMask helped = which & (before >= 0.0F) & (hurt > 0.0F);
    if (!any(helped)) continue;
    const Lanes given = share * hurt;
    const Lanes after = below_ceiling(day, slot, get_ints(day, Column::tie_word, slot), before + given);
    put(day, Column::hurt, slot, choose(helped, hurt - given, hurt));
    set_trust(day, tie_at(day, slot, person), after, helped);
  }
}

void clear_harm(const DayContext& day, Seat person, LaneMask which) {
  put_ints(day, Column::harm, person, get_ints(day, Column::harm, person) & ~which);
}

// Owning up or not, in the lanes where there is something to answer for.
void own_up(const DayContext& day, Seat person, bool apology, bool guilt_proven, float richness, LaneMask which) {
  const LaneInts harm = get_ints(day, Column::harm, person);
  which = which & (harm > LaneInts(0));
  if (!any(which)) return;
  const LeversOf levers(day, person);
  const Lanes of_ability = levers(apology ? Lever::repair_apology_ability : Lever::repair_denial_ability);
  const bool counts_as_apology = apology != guilt_proven;  // proven guilt turns the two round
  const Lanes of_integrity =
      levers(counts_as_apology ? Lever::repair_apology_integrity : Lever::repair_denial_integrity);
  give_back(day, person, richness * choose(has(harm, harm_of_integrity), of_integrity, of_ability), which);
  clear_harm(day, person, which);
}

void respond(const DayContext& day, const Happening& event, Seat person) {
  const LaneMask which = is_meant(day, event, person);
  if (!any(which)) return;
  const LeversOf levers(day, person);
  switch (event.what.response) {
    case Event::Response::apology:
    case Event::Response::denial:
      return own_up(day, person, event.what.response == Event::Response::apology, event.what.guilt_proven,
                    event.what.richness, which);
    case Event::Response::promise: {
      const LaneMask promising = which & (present(day, person) > 0.0F);
      const Lanes days = levers(Lever::repair_promise_days);
      return put(day, Column::promise_left, person, choose(promising, days, get(day, Column::promise_left, person)));
    }
    case Event::Response::penance:
      give_back(day, person, event.what.richness * levers(Lever::repair_penance), which);
      return clear_harm(day, person, which);
  }
}

void agree(const DayContext& day, const Happening& event, Seat person) {
  const LaneMask here = is_meant(day, event, person);
  if (!any(here)) return;
  const TieGraph& graph = day.world->graph();
  const Seat* others = event.found.seats;
  for (Slot slot = graph.row_begin(person); slot < graph.row_end(person); ++slot) {
    const Seat other = graph.source(slot);
    if (!std::binary_search(others, others + event.found.seat_count, other)) continue;
    const LaneMask both = here & is_meant(day, event, other) & (get(day, Column::trust, slot) >= 0.0F);
    put_ints(day, Column::tie_word, slot, get_ints(day, Column::tie_word, slot) | (both & LaneInts(contract_bit)));
  }
}

// What an event does to those of its people whose rows are in the block.
void let_happen(const DayContext& day, const Happening& event, RowBlock block) {
  const Seat* end = event.found.seats + event.found.seat_count;
  const Seat* seat = std::lower_bound(event.found.seats, end, block.begin);
  for (; seat != end && *seat < block.end; ++seat) {
    switch (event.what.kind) {
      case Event::Kind::violation:
        violate(day, event, *seat);
        break;
      case Event::Kind::response:
        respond(day, event, *seat);
        break;
      case Event::Kind::contract:
        agree(day, event, *seat);
        break;
      default:  // of seats, not of ties
        return;
    }
  }
}

// A promise made today is still whole today: what is left of it shrinks in the morning.
void fade_promise(const DayContext& day, Seat person) {
  const Lanes left = get(day, Column::promise_left, person);
  if (!any(as_bits(left))) return;
  const Lanes faded = left - day.step_length;
  put(day, Column::promise_left, person, where(faded > 0.5F * day.step_length, faded));
}

void apologise_unasked(const DayContext& day, Seat person) {
  const LaneMask in_debt = get_ints(day, Column::harm, person) > LaneInts(0);
  if (!any(in_debt)) return;
  const LeversOf levers(day, person);
  const Lanes chance = per_step(day, levers(Lever::repair_hazard) * get(day, Column::trust_received, person));
  const DrawAddress at{person, no_seat, day.step, static_cast<std::uint8_t>(Purpose::apology)};
  own_up(day, person, true, false, 1.0F, in_debt & happens(draw32(day.luck, at), chance));
}

}  // namespace

void repair(const DayContext& day, RowBlock block, int) {
  for (Seat person = block.begin; person < block.end; ++person) fade_promise(day, person);
  for (std::size_t e = 0; e < day.events.size(); ++e) {
    const LaneMask lanes = lanes_of(day.events, e);
    if (any(lanes)) let_happen(day, {*day.events[e].event, day.events[e], lanes}, block);
  }
  for (Seat person = block.begin; person < block.end; ++person) apologise_unasked(day, person);
}

}  // namespace TRUST_PATH
}  // namespace trust
