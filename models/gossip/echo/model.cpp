#include "models/gossip/echo/model.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

struct Echo {
  static TRUST_INLINE void hear(const Listener&, const Word& word, Lanes& voices, Lanes&) {
    voices += where(word.heard, Lanes(1.0F));
  }

  static TRUST_INLINE Lanes opinion(const Listener& listener, Lanes voices, Lanes) {
    const Lanes counted = min(voices, listener.lever(Lever::gossip_voices));
    const Lanes growth = listener.lever(Lever::gossip_rate) * counted;
    return clamp01(listener.own + growth * (listener.own - listener.lever(Lever::gossip_threshold)));
  }
};

}  // namespace

void talk_by_echo(const DayContext& day, RowBlock block, int worker) { talk<Echo>(day, block, worker); }

}  // namespace TRUST_PATH
}  // namespace trust
