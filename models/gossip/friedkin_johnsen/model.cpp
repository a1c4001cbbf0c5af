#include "models/gossip/friedkin_johnsen/model.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

// Where the listener started: the trust of day 0. People who came later, and ties that formed later, have no such
// place; what they think now stands for it.
TRUST_INLINE Lanes start_of(const Listener& listener) {
  const float initial = listener.day.world->initial_trust()[listener.tie.slot];
  if (initial < 0.0F) return listener.own;
  const LaneInts came_later = get_ints(listener.day, Column::generation, listener.tie.source) |
                              get_ints(listener.day, Column::generation, listener.tie.target);
  return choose(came_later > LaneInts(0), listener.own, Lanes(initial));
}

struct FriedkinJohnsen : Averaging {
  static TRUST_INLINE Lanes opinion(const Listener& listener, Lanes weights, Lanes reports) {
    const Lanes susceptibility = listener.lever(Lever::gossip_susceptibility);
    const Lanes others = 1.0F - listener.lever(Lever::gossip_self_weight);
    const Lanes averaged = moved(listener.own, weights, reports, others);
    const Lanes tied = susceptibility * averaged + (1.0F - susceptibility) * start_of(listener);
    return choose(weights > 0.0F, tied, listener.own);
  }
};

}  // namespace

void talk_by_friedkin_johnsen(const DayContext& day, RowBlock block, int worker) {
  talk<FriedkinJohnsen>(day, block, worker);
}

}  // namespace TRUST_PATH
}  // namespace trust
