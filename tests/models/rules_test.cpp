#include "models/rules.hpp"

#include <gtest/gtest.h>

#include "models/state.hpp"
#include "tests/models/by_hand.hpp"

namespace trust::testing {
namespace {

TEST(Rules, AreFoundByTheirNames) {
  for (std::size_t r = 0; r < trust_rules().size(); ++r) {
    EXPECT_EQ(find_trust_rule(trust_rules()[r].name), static_cast<TrustRule>(r));
    EXPECT_EQ(name_of(static_cast<TrustRule>(r)), trust_rules()[r].name);
    EXPECT_FALSE(trust_rules()[r].sentence.empty());
  }
  for (std::size_t r = 0; r < gossip_rules().size(); ++r) {
    EXPECT_EQ(find_gossip_rule(gossip_rules()[r].name), static_cast<GossipRule>(r));
    EXPECT_EQ(name_of(static_cast<GossipRule>(r)), gossip_rules()[r].name);
  }
  EXPECT_EQ(find_trust_rule("none"), std::nullopt);
  EXPECT_EQ(find_gossip_rule("beta"), std::nullopt);
}

TEST(Rules, KeepOnlyTheirOwnColumns) {
  const auto world = small_world(16);
  for (std::size_t r = 0; r < trust_rules().size(); ++r) {
    const Rules rules{static_cast<TrustRule>(r), GossipRule::none};
    EXPECT_EQ(rows_of(Column::trust, *world, rules), world->graph().slots());
    EXPECT_EQ(rows_of(Column::news, *world, rules), 0U);
    for (const Entity entity : {Entity::ability_tie, Entity::evidence_tie, Entity::opinion_tie}) {
      for (std::size_t c = 0; c < column_count; ++c) {
        const auto column = static_cast<Column>(c);
        if (column_row(column).entity != entity) continue;
        EXPECT_EQ(rows_of(column, *world, rules), rule_has(rules.trust, entity) ? world->graph().slots() : 0U);
      }
    }
  }
  EXPECT_EQ(rows_of(Column::news, *world, {TrustRule::asymmetric, GossipRule::echo}), world->graph().slots());
}

}  // namespace
}  // namespace trust::testing
