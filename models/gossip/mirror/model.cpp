#include "models/gossip/mirror/model.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

// The walk does not start: talked_about() is nowhere true. What is left is reciprocity.
struct Mirror {
  static TRUST_INLINE void hear(const Listener&, const Word&, Lanes&, Lanes&) {}
  static TRUST_INLINE Lanes opinion(const Listener& listener, Lanes, Lanes) { return listener.own; }
};

}  // namespace

void talk_by_mirror(const DayContext& day, RowBlock block, int worker) { talk<Mirror>(day, block, worker); }

}  // namespace TRUST_PATH
}  // namespace trust
