#include "models/gossip/transfer/model.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

struct Transfer : Averaging {
  static TRUST_INLINE Lanes opinion(const Listener& listener, Lanes weights, Lanes reports) {
    return moved(listener.own, weights, reports, listener.lever(Lever::gossip_rate));
  }
};

}  // namespace

void talk_by_transfer(const DayContext& day, RowBlock block, int worker) { talk<Transfer>(day, block, worker); }

}  // namespace TRUST_PATH
}  // namespace trust
