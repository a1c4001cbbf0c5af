#include "models/gossip/bounded/model.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

// Differences to the own opinion are added up, not opinions, so that those who agree already stay exactly where they
// are.
struct Bounded {
  static TRUST_INLINE void hear(const Listener& listener, const Word& word, Lanes& voices, Lanes& differences) {
    const Lanes difference = word.report - listener.own;
    const LaneMask near = word.heard & (absolute(difference) <= listener.lever(Lever::gossip_bound));
    voices += where(near, Lanes(1.0F));
    differences += where(near, difference);
  }

  static TRUST_INLINE Lanes opinion(const Listener& listener, Lanes voices, Lanes differences) {
    return listener.own + differences / (1.0F + voices);
  }
};

}  // namespace

void talk_by_bounded(const DayContext& day, RowBlock block, int worker) { talk<Bounded>(day, block, worker); }

}  // namespace TRUST_PATH
}  // namespace trust
