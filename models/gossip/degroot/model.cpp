#include "models/gossip/degroot/model.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

struct DeGroot : Averaging {
  static TRUST_INLINE Lanes opinion(const Listener& listener, Lanes weights, Lanes reports) {
    return moved(listener.own, weights, reports, 1.0F - listener.lever(Lever::gossip_self_weight));
  }
};

}  // namespace

void talk_by_degroot(const DayContext& day, RowBlock block, int worker) { talk<DeGroot>(day, block, worker); }

}  // namespace TRUST_PATH
}  // namespace trust
