#include "models/learning/model.hpp"

#include "models/behaviours/manager.hpp"
#include "models/purposes.hpp"
#include "sim/lane_draws.hpp"
#include "sim/lane_normal.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

// What of the planned hours of learning the day had room for, 0 .. 1.
TRUST_INLINE Lanes share_of_plan(const DayContext& day, Seat seat, const LeversOf& levers) {
  const Lanes planned = levers(Lever::hours_learning) + levers(Lever::training_hours) + levers(Lever::acumen_hours);
  return min(get(day, Column::hours_learning, seat) / max(planned, 1e-6F), 1.0F);
}

// Training teaches up to a number of hours a day, and where people trust each other enough to use what they hear.
TRUST_INLINE Lanes training(const DayContext& day, Seat seat, const LeversOf& levers, Lanes share) {
  const Lanes hours = min(levers(Lever::training_hours) * share, levers(Lever::training_saturation));
  const Lanes gate = logistic(levers(Lever::training_gate_steepness) *
                              (get(day, Column::trust_given, seat) - levers(Lever::training_gate)));
  return levers(Lever::training_rate) * levers(Lever::training_practice) * hours * gate;
}

// What the manager's coaching and feedback on progress teach today, or unteach: more than one episode in three does
// harm, and none does good where the relation is broken.
TRUST_INLINE Lanes feedback(const DayContext& day, Seat seat, const LeversOf& levers) {
  const Seat manager = day.world->manager()[seat];
  if (manager == no_seat) return 0.0F;
  const LaneInts word = get_ints(day, Column::behaviour_word, manager);
  const LaneMask coached = did(word, Behaviour::coaching);
  const LaneMask told = did(word, Behaviour::progress);
  if (!any(coached | told)) return 0.0F;
  constexpr auto purpose = static_cast<std::uint8_t>(Purpose::feedback);
  const Lanes luck = normal_quantile(draw32(day.luck, {seat, no_seat, day.step, purpose}));
  const Lanes effect = levers(Lever::feedback_mean) + levers(Lever::feedback_deviation) * luck;
  const LaneMask broken = trust_in_manager(day, seat) < levers(Lever::repair_threshold);
  return (where(coached, levers(Lever::coaching_skill)) + where(told, levers(Lever::progress_skill))) *
         choose(broken, min(effect, 0.0F), effect);
}

TRUST_INLINE void learn_skill(const DayContext& day, Seat seat, const LeversOf& levers, Lanes share) {
  const LaneMask there = present(day, seat) > 0.0F;
  const Lanes before = get(day, Column::skill, seat);
  const Lanes team = get(day, Column::learned, seat);  // what average_skills() left there
  const Lanes idle = (1.0F - levers(Lever::skill_used)) * share_of_half_life(day, levers(Lever::skill_forgetting));
  const Lanes kept = before - before * idle;
  const Lanes rate = levers(Lever::skill_practice) + training(day, seat, levers, share) + feedback(day, seat, levers);
  const Lanes peers = levers(Lever::debriefs_rate) * get(day, Column::trust_given, seat);
  const Lanes behind = max(team - kept, 0.0F);  // nobody unlearns what others lack
  const Lanes after = clamp01(kept + per_step(day, rate) * (1.0F - kept) + per_step(day, peers) * behind);
  put(day, Column::skill, seat, choose(there, after, before));
  put(day, Column::learned, seat, where(there, after - kept));
}

TRUST_INLINE void learn_business(const DayContext& day, Seat seat, const LeversOf& levers, Lanes share) {
  const Lanes before = get(day, Column::acumen, seat);
  const Lanes rate = min(levers(Lever::acumen_rate) * levers(Lever::acumen_hours) * share, 1.0F);
  put(day, Column::acumen, seat, towards(before, 1.0F, per_step(day, rate) * present(day, seat)));
}

}  // namespace

void average_skills(DayContext& day) {
  const std::vector<Seat>& members = day.world->members();
  const std::vector<std::uint32_t>& begin = day.world->members_begin();
  for (std::size_t team = 0; team + 1 < begin.size(); ++team) {
    Lanes skill = 0.0F;
    Lanes people = 0.0F;
    for (std::uint32_t m = begin[team]; m < begin[team + 1]; ++m) {
      skill += get(day, Column::skill, members[m]) * present(day, members[m]);
      people += present(day, members[m]);
    }
    const Lanes mean = skill / max(people, 1.0F);
    for (std::uint32_t m = begin[team]; m < begin[team + 1]; ++m) put(day, Column::learned, members[m], mean);
  }
}

void learn(const DayContext& day, RowBlock block, int) {
  for (Seat seat = block.begin; seat < block.end; ++seat) {
    const LeversOf levers(day, seat);
    const Lanes share = share_of_plan(day, seat, levers);
    learn_skill(day, seat, levers, share);
    learn_business(day, seat, levers, share);
  }
}

}  // namespace TRUST_PATH
}  // namespace trust
