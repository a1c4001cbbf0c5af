#include "models/change/model.hpp"

#include "models/day_access.hpp"
#include "models/purposes.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

// In column `adopted_for`, between the two phases: takes up the change today.
constexpr float decided = -1.0F;

LaneMask is_active(Lanes trust) { return trust >= 0.0F; }

// The share of a person's trust in others that goes to those who work the new way.
Lanes trusted_adopters(const DayContext& day, Seat person) {
  const auto ties = day.world->graph().outgoing(person);
  LaneInts somebody(0);
  for (const OutgoingTie& tie : ties) somebody |= get_ints(day, Column::adopted, tie.target);
  if (!any(somebody)) return 0.0F;
  LaneInts adopters(0), all(0);
  for (const OutgoingTie& tie : ties) {
    const Lanes trust = get(day, Column::trust, tie.slot);
    const LaneInts units = is_active(trust) & trust_units(trust);
    all += units;
    adopters += units & (get(day, Column::adopted, tie.target) > 0.0F);
  }
  return where(all > LaneInts(0), to_floats(adopters) / to_floats(all));
}

// Where the person's mean trust in those who carry the change, among whom they know, reaches a level; and where they
// know none.
LaneMask permits(const DayContext& day, Seat person, Lanes level) {
  LaneInts sum(0), count(0);
  for (const OutgoingTie& tie : day.world->graph().outgoing(person)) {
    if (day.world->carries_change()[tie.target] == 0) continue;
    const Lanes trust = get(day, Column::trust, tie.slot);
    sum += is_active(trust) & trust_units(trust);
    count += is_active(trust) & LaneInts(1);
  }
  const Lanes mean = to_floats(sum) * trust_unit / max(to_floats(count), 1.0F);
  return (count == LaneInts(0)) | (mean >= level);
}

// Emotional permission, of those who are to work the new way and of those who lead them.
LaneMask is_permitted(const DayContext& day, Seat person, Lanes level) {
  const LaneMask own = permits(day, person, level);
  const Seat manager = day.world->manager()[person];
  if (manager == no_seat || day.world->carries_change()[manager] != 0) return own;
  return own & permits(day, manager, level);
}

LaneInts luck(const DayContext& day, Seat person, std::uint32_t second, std::uint32_t step, Purpose purpose) {
  return draw32(day.luck, {person, second, step, static_cast<std::uint8_t>(purpose)});
}

// Drawn once for each person who ever sits in the seat, -1 .. 1.
Lanes boldness(const DayContext& day, Seat person) {
  const LaneInts generation = get_ints(day, Column::generation, person);
  LaneInts bits(0);
  LaneMask open(-1);
  for (int l = 0; l < lane_count && any(open); ++l) {
    if (lane(open, l) == 0) continue;
    const std::int32_t which = lane(generation, l);
    const LaneMask same = generation == LaneInts(which);
    bits = choose(same, luck(day, person, static_cast<std::uint32_t>(which), 0, Purpose::threshold), bits);
    open = open & ~same;
  }
  return to_floats(shift_right(bits, 8)) * 0x1p-23F - 1.0F;
}

Lanes threshold_of(const DayContext& day, Seat person, const LeversOf& levers) {
  const Lanes spread = levers(Lever::change_spread);
  Lanes threshold = levers(Lever::change_threshold);
  if (any(spread > 0.0F)) threshold += spread * boldness(day, person);
  return threshold - levers(Lever::change_mandate) * levers(Lever::change_mandate_effect);
}

LaneMask chances(const DayContext& day, Seat person, Lanes chance, Purpose purpose) {
  if (!any(chance > 0.0F)) return LaneMask(0);
  return happens(luck(day, person, no_seat, day.step, purpose), chance);
}

void consider(const DayContext& day, Seat person) {
  const LeversOf levers(day, person);
  const LaneMask could = (levers(Lever::change_offered) >= 0.5F) & (present(day, person) > 0.0F) &
                         (get(day, Column::adopted, person) <= 0.0F);
  if (!any(could)) return;
  LaneMask adopts = could;
  if (day.world->carries_change()[person] == 0) {
    const Lanes share = trusted_adopters(day, person);
    adopts = (share >= threshold_of(day, person, levers)) |
             chances(day, person, levers(Lever::change_innovation), Purpose::innovate) |
             chances(day, person, levers(Lever::change_imitation) * share, Purpose::imitate);
    adopts = adopts & could;
    if (!any(adopts)) return;
    adopts = adopts & is_permitted(day, person, levers(Lever::change_permission));
  }
  const Lanes since = get(day, Column::adopted_for, person);
  put(day, Column::adopted_for, person, choose(adopts, Lanes(decided), since));
}

}  // namespace

void adopt(const DayContext& day, RowBlock block, int) {
  const bool week = starts_week(day);
  for (Seat person = block.begin; person < block.end; ++person) {
    if (week || day.world->carries_change()[person] != 0) consider(day, person);
  }
}

void take_up(const DayContext& day, RowBlock block, int) {
  for (Seat person = block.begin; person < block.end; ++person) {
    const Lanes adopted = get(day, Column::adopted, person);
    const Lanes since = get(day, Column::adopted_for, person);
    if (!any(as_bits(adopted) | as_bits(since))) continue;
    const LaneMask today = since < 0.0F;
    put(day, Column::adopted, person, choose(today, Lanes(1.0F), adopted));
    put(day, Column::adopted_for, person, choose(today, Lanes(0.0F), since + adopted * day.step_length));
  }
}

}  // namespace TRUST_PATH
}  // namespace trust
