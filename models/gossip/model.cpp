#include "models/gossip/model.hpp"

#include "models/gossip/bounded/model.hpp"
#include "models/gossip/degroot/model.hpp"
#include "models/gossip/echo/model.hpp"
#include "models/gossip/friedkin_johnsen/model.hpp"
#include "models/gossip/mirror/model.hpp"
#include "models/gossip/transfer/model.hpp"

namespace trust {
inline namespace TRUST_PATH {
namespace {

void talk_by_none(const DayContext&, RowBlock, int) {}

bool is_time_to_talk(const DayContext& day) { return day.rules.gossip != GossipRule::none && starts_week(day); }

}  // namespace

void gossip(const DayContext& day, RowBlock block, int worker) {
  if (!is_time_to_talk(day)) return;
  switch (day.rules.gossip) {
#define TRUST_GOSSIP(id, ...) \
  case GossipRule::id:        \
    return talk_by_##id(day, block, worker);
#include "models/gossip/rules.def"
#undef TRUST_GOSSIP
    default:
      return;
  }
}

void hear(const DayContext& day, RowBlock block, int) {
  if (!is_time_to_talk(day)) return;
  const TieGraph& graph = day.world->graph();
  for (Seat person = block.begin; person < block.end; ++person) {
    const LaneMask reached = in_the_news(day, person);
    if (!any(reached)) continue;
    for (Slot slot = graph.row_begin(person); slot < graph.row_end(person); ++slot) {
      const Lanes own = get(day, Column::trust, slot);
      const Lanes news = below_ceiling(day, slot, get_ints(day, Column::tie_word, slot), get(day, Column::news, slot));
      const LaneMask moved = reached & (own >= 0.0F) & ((news < own) | (news > own));
      if (any(moved)) set_trust(day, tie_at(day, slot, person), news, moved);
    }
  }
}

}  // namespace TRUST_PATH
}  // namespace trust
