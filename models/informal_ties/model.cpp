#include "models/informal_ties/model.hpp"

#include <bit>

#include "models/informal_ties/first_trust.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

bool is_informal(TieClass tie) { return tie != TieClass::manager && tie != TieClass::report; }

/// A weekly chance on the scale of log-odds: what trust adds to it. 0 stays impossible, whatever trust adds.
struct WeeklyChance {
  Lanes base;
  Lanes by_trust;
  LaneMask possible;

  WeeklyChance(Lanes rate, Lanes slope) : base(log_odds(rate)), by_trust(slope), possible(rate > 0.0F) {}
  TRUST_INLINE Lanes at(Lanes trust) const { return where(possible, logistic(base + by_trust * (trust - 0.5F))); }
};

// The week's luck of a tie, drawn only where it can matter.
TRUST_INLINE LaneMask drawn(const DayContext& day, const TieNow& tie, Purpose purpose, LaneMask which, Lanes chance) {
  if (!any(which)) return LaneMask(0);
  const DrawAddress at{tie.source, tie.target, day.step, static_cast<std::uint8_t>(purpose)};
  return which & happens(draw32(day.luck, at), chance);
}

}  // namespace

void draw_ties(const DayContext& day, RowBlock block, int) {
  if (!starts_week(day)) return;
  const TieGraph& graph = day.world->graph();
  const LeversOf levers(day, 0);
  const WeeklyChance forming(levers(Lever::tie_formation), levers(Lever::tie_formation_trust));
  const WeeklyChance ending(levers(Lever::tie_ending), -levers(Lever::tie_ending_trust));
  TieChange* next = day.tie_changes + graph.row_begin(block.begin);
  for (Seat person = block.begin; person < block.end; ++person) {
    const LaneMask here = present(day, person) > 0.0F;
    const Lanes chance_to_form = forming.at(get(day, Column::trust_received, person));
    for (Slot slot = graph.row_begin(person); slot < graph.row_end(person); ++slot) {
      const TieNow tie = tie_at(day, slot, person);
      if (!is_informal(tie.tie)) continue;
      const Lanes trust = get(day, Column::trust, slot);
      const LaneMask active = trust >= 0.0F;
      const LaneMask strangers = ~active & here & forming.possible & (present(day, tie.source) > 0.0F);
      const LaneMask changed = drawn(day, tie, Purpose::tie_forms, strangers, chance_to_form) |
                               drawn(day, tie, Purpose::tie_ends, active & ending.possible, ending.at(trust));
      if (any(changed)) *next++ = {slot, person, bits_of(changed)};
    }
  }
  if (next < day.tie_changes + graph.row_begin(block.end)) next->slot = no_slot;
}

void change_ties(DayContext& day) {
  if (!starts_week(day)) return;
  const TieGraph& graph = day.world->graph();
  for (const RowBlock& block : day.world->blocks()) {
    const TieChange* end = day.tie_changes + graph.row_begin(block.end);
    for (const TieChange* change = day.tie_changes + graph.row_begin(block.begin);
         change < end && change->slot != no_slot; ++change) {
      const TieNow tie = tie_at(day, change->slot, change->target);
      for (std::uint32_t left = change->lanes; left != 0; left &= left - 1) {
        const int lane = std::countr_zero(left);
        const bool active = cells(day, Column::trust, tie.slot)[lane] >= 0.0F;
        active ? close_tie(day, tie, lane) : open_tie(day, tie, lane, first_trust(day, tie, lane));
      }
    }
  }
}

}  // namespace TRUST_PATH
}  // namespace trust
